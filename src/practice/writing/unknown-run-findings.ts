import type { Finding } from '../../billing/findings';
import { unknownRuns, type UnknownRun } from '../../workbook/journal/unknown-runs';
import type { WorkbookReading } from '../../workbook/reading';
import type { Memory } from '../memory/memory';

/** The answer that what an unknown run made was looked at. */
const LOOKED_AT = 'looked-at';

/** Runs of which the Activity sheet has no row any more, until the user says that she has looked at what they made. */
export function unknownRunFindings(reading: WorkbookReading, { made, answers }: Memory): Finding[] {
  if (!keepsAccount(reading)) return [];
  const remembered = new Set(made.map(({ id }) => id));
  return unknownRuns(reading)
    .filter(({ id }) => answers.get(keyOf(id)) !== LOOKED_AT)
    .map((run) => findingOf(run, remembered.has(run.id)));
}

/** A workbook without a revision was written by hand, or by a version that kept no such account. */
export function keepsAccount({ revision: { anchors, revisions } }: WorkbookReading): boolean {
  return anchors.length + revisions.length > 0;
}

/** What of them Undo cannot take back, in words; null where there is nothing of the kind. */
export function unknownRunWords(reading: WorkbookReading): string | null {
  const runs = unknownRuns(reading);
  return runs.length === 0 ? null : `It has no row any more of ${runs.map(madeWords).join(', nor of ')}.`;
}

/** `isRemembered`: it was written to its end, as far as that is known. */
function findingOf(run: UnknownRun, isRemembered: boolean): Finding {
  const isWhole = isRemembered ? '' : ', and some of it may be missing';
  return {
    rule: 'run-not-in-activity',
    severity: 'WARN',
    place: null,
    message: `The Activity sheet has no row any more of ${madeWords(run)}, so Undo cannot take that back${isWhole}: somebody deleted the row, or wrote in another copy of the workbook at the same time.`,
    fix: 'Press Ctrl+Z, or take the row from an earlier version (File > Info > Version History). Else look once at what it made: what is wrong or half there you delete by hand (the column Run names its rows), and make it again.',
    source: 'Each run is written as a whole or not at all',
    answers: [{ key: keyOf(run.id), value: LOOKED_AT, words: 'I have looked at it' }],
  };
}

function madeWords({ id, rows, sheets }: UnknownRun): string {
  const inTables = rows.map(({ table, rows: count }) => `${String(count)} of ${table}`);
  const named = sheets.map((name) => `the sheet "${name}"`);
  const what = [...(inTables.length > 0 ? [`rows (${inTables.join(', ')})`] : []), ...named].join(' and ');
  return rows.length > 0 ? `the run "${id}", which made ${what}` : `the run that made ${what}`;
}

function keyOf(run: string): string {
  return `unknown-run:${run}`;
}
