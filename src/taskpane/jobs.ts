import type { Asked } from '../actions/asked';
import { prepareClaims, type ReportedHold } from '../actions/claims/make-claims';
import { applyPrepared, type Prepared } from '../actions/prepare';
import { prepareSuperbills } from '../actions/superbills/make-superbills';
import { applyUndo, prepareUndo } from '../actions/undo/undo';

/** What a click would do, told before it is done. */
export interface Preview {
  /** One paragraph each. */
  lines: string[];
  /** The words of the button that does it; null when there is nothing to do. */
  confirm: string | null;
  /** Does it, and says what was done. */
  apply: () => Promise<string>;
}

type Job = (month: string) => Promise<Preview>;

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const counted = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`;

const claims: Job = async (month) => {
  const prepared = await Excel.run((context) => prepareClaims(context, { month, now: new Date() }));
  const { report } = prepared;
  const made = counted(report.claims.length, 'claim');
  return {
    lines: [
      `${made} for ${month}, ${money.format(report.billed)} in all.`,
      ...held(report.heldBack),
      ...already(report.billedBefore),
      ...tables(report.tablesMade),
    ],
    confirm: confirmation(prepared, `Make ${made}`),
    apply: () =>
      write(prepared, `${made} made${report.sheet === null ? '' : ` on the sheet "${report.sheet}"`}.`),
  };
};

const superbills: Job = async (month) => {
  const prepared = await Excel.run((context) => prepareSuperbills(context, { month, now: new Date() }));
  const { report } = prepared;
  const made = counted(report.superbills.length, 'superbill');
  return {
    lines: [
      `${made} for ${month}, ${money.format(report.charged)} in all.`,
      ...held(report.heldBack),
      ...already(report.billedBefore),
      ...tables(report.tablesMade),
    ],
    confirm: confirmation(prepared, `Make ${made}`),
    apply: () => write(prepared, `${made} made.`),
  };
};

const undo: Job = async () => {
  const undoing = await Excel.run(prepareUndo);
  const sheets = undoing.sheets.map((sheet) => `"${sheet}"`).join(', ');
  return {
    lines: [
      `The last run: ${undoing.what}.`,
      ...(sheets === '' ? [] : [`Undo removes the sheets ${sheets}.`]),
      ...undoing.rows.map(
        ({ table, positions }) => `Undo removes ${counted(positions.length, 'row')} of ${table.tableName}.`,
      ),
    ],
    confirm: 'Undo it',
    apply: async () => {
      const report = await Excel.run((context) => applyUndo(context, undoing));
      return `Taken back: ${report.what}.`;
    },
  };
};

const check: Job = () =>
  Promise.resolve({
    lines: ['There is no list of checks yet. Claims and Superbills show what they would hold back, and why.'],
    confirm: null,
    apply: () => Promise.resolve(''),
  });

export const JOBS: Readonly<Record<Asked, Job>> = { check, claims, superbills, undo };

function confirmation({ plan, report }: Prepared<{ tablesMade: string[] }>, words: string): string | null {
  if (!plan) return null;
  return report.tablesMade.length > 0 ? 'Make these sheets' : words;
}

async function write(prepared: Prepared<{ tablesMade: string[] }>, done: string): Promise<string> {
  await Excel.run((context) => applyPrepared(context, prepared));
  return prepared.report.tablesMade.length > 0
    ? 'The sheets are there. Fill in their blanks, then start again.'
    : done;
}

const held = (holds: readonly ReportedHold[]): string[] =>
  holds.map(({ client, dates, charges, findings }) => {
    const why = findings.map(
      ({ words, toDo, sheet, cell }) => `${words}${cell === null ? '' : ` (${sheet ?? ''}!${cell})`} ${toDo}`,
    );
    return `Held back: ${client}, ${counted(dates.length, 'visit')}, ${money.format(charges)}. ${why.join(' ')}`;
  });

const already = (sessions: number): string[] =>
  sessions === 0 ? [] : [`${counted(sessions, 'session')} made before, and not made again.`];

const tables = (names: readonly string[]): string[] =>
  names.length === 0
    ? []
    : [
        `Before anything can be billed, these sheets are made and filled from your sessions: ${names.join(', ')}.`,
      ];
