import type { UnitRule } from '../billing/records/practice';
import type { SessionProcedure } from '../billing/records/session';
import { readMinutes as readMinutesCell } from '../workbook/sessions/cells/minutes';
import { readProcedures as readProceduresCell } from '../workbook/sessions/cells/procedures';
import { isBlank as isBlankCell, isErrorValue } from '../workbook/sessions/cells/text';
import type { CellRead } from '../workbook/sessions/cells/text';
import type { GridValue } from '../workbook/sessions/grid';

/**
 * What Excel hands a custom function, read by the same readers as the sessions, so that a formula and a claim never
 * disagree about a cell. Excel sends a range as rows of values, a single cell as one row of one value, an omitted
 * argument as null, an empty cell as '' and an error as an object with its code.
 */
export type CellArgument = unknown;
export type RangeArgument = CellArgument[][];

/** Either a value, or the sentence that says what is wrong with the argument. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; words: string };

export const read = <Value>(value: Value): Read<Value> => ({ ok: true, value });
export const unreadable = (words: string): { ok: false; words: string } => ({ ok: false, words });

const RULES: readonly UnitRule[] = ['CMS', 'AMA'];

export const isBlank = (cell: CellArgument): boolean =>
  cell === null || cell === undefined || (isGridValue(cell) && isBlankCell(cell));

/** Minutes of one cell, 0 to 1440; null for an empty one. */
export function readMinutes(cell: CellArgument): Read<number | null> {
  if (isBlank(cell)) return read(null);
  return readCell(cell, 'minutes', 'Write 60, "60 min" or 1:00.', (value) => readMinutesCell(value, '', 1));
}

/** The procedures of one cell with the modifiers, minutes and units written behind them; none for an empty one. */
export function readProcedures(cell: CellArgument): Read<SessionProcedure[]> {
  if (isBlank(cell)) return read([]);
  return readCell(cell, 'code', 'Write five characters such as 97124.', readProceduresCell);
}

/** What the rule argument asks for: one of the two rules, or the rule of a payer by its name. */
export type RuleAsked = { by: 'rule'; rule: UnitRule } | { by: 'payer'; name: string };

/** Not said, it is the CMS rule: the cautious one where it is not known which the payer uses. */
export function readRule(cell: CellArgument): Read<RuleAsked> {
  if (isBlank(cell)) return read({ by: 'rule', rule: 'CMS' });
  return readCell(cell, 'rule', 'Write CMS, AMA or the name of a payer.', (value) => {
    if (typeof value !== 'string') return { unreadable: 'is not a rule' };
    const name = value.trim();
    const rule = RULES.find((known) => known === name.toUpperCase());
    return { value: rule ? { by: 'rule', rule } : { by: 'payer', name } };
  });
}

function readCell<Value>(
  cell: CellArgument,
  what: string,
  hint: string,
  reader: (value: GridValue) => CellRead<Value>,
): Read<Value> {
  const error = errorIn(cell);
  if (error !== null)
    return unreadable(`The cell with the ${what} is an error (${error}): mend that cell first.`);
  if (!isGridValue(cell))
    return unreadable(`The cell with the ${what} holds neither text nor a number. ${hint}`);
  const outcome = reader(cell);
  return 'value' in outcome
    ? read(outcome.value)
    : unreadable(`${quoted(cell)} ${outcome.unreadable}. ${hint}`);
}

/** The error a cell holds, such as `#N/A`, or null when it holds none. */
function errorIn(cell: CellArgument): string | null {
  if (typeof cell === 'string') return isErrorValue(cell) ? cell : null;
  if (typeof cell !== 'object' || cell === null || !('code' in cell)) return null;
  return typeof cell.code === 'string' ? cell.code : '#VALUE!';
}

const isGridValue = (cell: CellArgument): cell is GridValue =>
  typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean';

function quoted(cell: GridValue): string {
  if (typeof cell !== 'string') return String(cell);
  const text = cell.trim();
  return `"${text.length > 24 ? `${text.slice(0, 23)}…` : text}"`;
}
