import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { monthOf } from '../../billing/values/day';
import { addedRows, isAtEnd } from '../../workbook/journal/journal';
import type { SheetReading, WorkbookReading } from '../../workbook/reading';
import { readTable, type ReadTable } from '../../workbook/tables/read-table';
import type { RememberedRun } from './memory';
import { FORGET, VANISHED_CLAIMS } from './vanished';

/** The answer in which accounts and runs are kept of which nothing was sent, though something still tells of them. */
export const FORGOTTEN_CLAIMS = 'forgotten-claims';
const BETWEEN = '; ';

/** Claims that something in the workbook tells of, and neither the register nor the memory has. */
export interface LostClaims {
  /** Accounts, and names of runs. */
  ids: readonly string[];
  /** The month that they billed (`YYYY-MM`); null where that is not known. */
  month: string | null;
  /** What tells of them. */
  words: string;
}

interface Known {
  claims: readonly { account: string; run: string }[];
  made: readonly RememberedRun[];
}

/**
 * Where the register was deleted together with the memory, or lost a claim with its lines before there was a memory,
 * the Activity sheet still says how many claims each run made, and the pages still bear their accounts.
 */
export function lostClaims(
  reading: WorkbookReading,
  known: Known,
  read: ReadTable = readTable,
): LostClaims[] {
  const pages = pagesNotRegistered(reading, known);
  const runs = runsNotRegistered(reading, known, read);
  const named = new Set(runs.flatMap(({ sheets }) => sheets));
  return [
    ...runs.map(({ sheets, ...lost }) => ({
      ...lost,
      ids: [...lost.ids, ...pages.flatMap(({ sheet, ids }) => (sheets.includes(sheet) ? ids : []))],
    })),
    ...pages.filter(({ sheet }) => !named.has(sheet)).map(({ ids, month, words }) => ({ ids, month, words })),
  ];
}

/** Accounts that stand on pages or in Activity, whether the register has them or not. */
export function accountsElsewhere(reading: WorkbookReading): string[] {
  const inActivity = readTable(reading, 'Activity').rows.flatMap(({ rows }) => rows.match(ACCOUNTS) ?? []);
  return [...reading.sheets.flatMap(accountsOf), ...inActivity];
}

/** Those of them of which nobody said that they were never sent. */
export function stillLost(lost: readonly LostClaims[], answers: ReadonlyMap<string, string>): LostClaims[] {
  const forgotten = new Set(forgottenIn(answers));
  return lost.filter(({ ids }) => !ids.every((id) => forgotten.has(id)));
}

/** The answer that nothing was sent of these either. */
export function forgettingAlso(
  answers: ReadonlyMap<string, string>,
  ids: readonly string[],
): readonly [string, string] {
  return [FORGOTTEN_CLAIMS, [...new Set([...forgottenIn(answers), ...ids])].join(BETWEEN)];
}

/** By the name of a run, as `ids` have it. */
export function runId(run: string): string {
  return `run ${run}`;
}

/** What is said of them, where it concerns the session. */
export function lostFinding(lost: readonly LostClaims[], { date }: Session): Finding | null {
  const found = lost.find(({ month }) => month === null || month === monthOf(date));
  return found ? findingOf(found) : null;
}

export function lostFindings(lost: readonly LostClaims[]): Finding[] {
  return lost.map(findingOf);
}

function findingOf({ words }: LostClaims): Finding {
  return {
    rule: 'claims-not-in-register',
    severity: 'STOP',
    place: null,
    message: `${words}: were they sent?`,
    fix: 'Bring Claims and ClaimLines back first (Ctrl+Z, or an earlier version: File > Info > Version History). If nothing of them was sent, forget them. Until then nothing more of that month is billed.',
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
    answers: [{ key: VANISHED_CLAIMS, value: FORGET, words: 'Forget them: nothing was sent' }],
  };
}

function forgottenIn(answers: ReadonlyMap<string, string>): string[] {
  const text = answers.get(FORGOTTEN_CLAIMS) ?? '';
  return text === '' ? [] : text.split(BETWEEN);
}

/** Rows of Claims whose run nobody knows may be those that a run lacks: their Run cells were typed over. */
function runsNotRegistered(
  reading: WorkbookReading,
  { claims, made }: Known,
  read: ReadTable,
): (LostClaims & { sheets: string[] })[] {
  const remembered = new Set(made.map(({ id }) => id));
  const journal = read(reading, 'Activity').rows;
  const runs = new Set(journal.map(({ run }) => run));
  const counts = new Map<string, number>();
  for (const { run } of claims) counts.set(run, (counts.get(run) ?? 0) + 1);
  const spare = claims.filter(({ run }) => !runs.has(run)).length;
  return journal.flatMap(({ run, when, rows, state, sheets }) => {
    const added = addedRows(rows).get('Claims') ?? 0;
    const there = counts.get(run) ?? 0;
    const isWhole = isAtEnd(state) && state !== 'partly undone';
    if (!isWhole || remembered.has(run) || there + spare >= added) return [];
    const what = /superbill/i.test(run) ? 'superbill' : 'claim';
    const counted = `${String(added)} ${what}${added === 1 ? '' : 's'}`;
    return {
      ids: [runId(run)],
      month: /^\d{4}-\d\d(?= )/.exec(run)?.[0] ?? null,
      words: `Activity says that ${counted} were made on ${when} (${run}), and Claims has ${there === 0 ? 'none' : String(there)} of them`,
      sheets: sheets.split('\n').map((line) => line.replace(/ # \w+$/, '')),
    };
  });
}

function pagesNotRegistered(
  { sheets }: WorkbookReading,
  { claims, made }: Known,
): (LostClaims & { sheet: string })[] {
  const known = new Set([...claims, ...made.flatMap((run) => run.claims)].map(({ account }) => account));
  return sheets.flatMap((sheet) => {
    const first = accountsOf(sheet).find((account) => !known.has(account));
    if (first === undefined) return [];
    return {
      sheet: sheet.name,
      ids: [first],
      month: `20${first.slice(1, 3)}-${first.slice(3, 5)}`,
      words: `The sheet "${sheet.name}" has pages of claims or superbills that are not in Claims (${first} is the first)`,
    };
  });
}

/** The heading of each page names its account. */
function accountsOf({ heading, values, tables }: SheetReading): string[] {
  if (tables.length > 0) return [];
  const cells = heading === undefined ? values.map(([cell]) => cell) : [heading];
  return cells.flatMap((cell) => (typeof cell === 'string' ? HEADING.exec(cell)?.[1] : undefined) ?? []);
}

const ACCOUNTS = /\b[CS]\d{4}(?:[A-Z]{4})?\d{4,9}\b/g;
const HEADING = /^(?:Claim|Superbill|Receipt) ([CS]\d{4}(?:[A-Z]{4})?\d{4,9}), /;
