import { readDiagnosisCode } from '../billing/codes/diagnoses/diagnosis-code';
import type { UnitRule } from '../billing/records/practice';
import type { SessionProcedure } from '../billing/records/session';
import { dayOfSerial, isLikely, type Day } from '../billing/values/day';
import { readMinutes as readMinutesCell } from '../workbook/sessions/cells/minutes';
import { readProcedures as readProceduresCell } from '../workbook/sessions/cells/procedures';
import { isBlank as isBlankCell, isErrorValue, isTooLong, tidyText } from '../workbook/sessions/cells/text';
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

/**
 * Excel for desktops before August 2024 hands an empty cell over as 0 (office-js 4702, 5262). Where 0 means nothing of
 * its own, as for a code, a diagnosis, a date or a name, it is an empty cell; 0 minutes are minutes.
 */
export const isNothing = (cell: CellArgument): boolean => cell === 0 || isBlank(cell);

/** Minutes of one cell, 0 to 1440; null for an empty one. */
export function readMinutes(cell: CellArgument): Read<number | null> {
  if (isBlank(cell)) return read(null);
  return readCell(cell, 'minutes', 'Write 60, "60 min" or 1:00.', (value) => readMinutesCell(value, '', 1));
}

/** The procedures of one cell with the modifiers, minutes and units written behind them; none for an empty one. */
export function readProcedures(cell: CellArgument): Read<SessionProcedure[]> {
  if (isNothing(cell)) return read([]);
  return readCell(cell, 'code', 'Write five characters such as 97124.', readProceduresCell);
}

/**
 * The diagnosis codes of one cell, written as a claim has them where they can be read so. What only looks like a code
 * stays as typed, for the rules to say what is wrong with it; words beside the codes are passed over.
 */
export function readDiagnoses(cell: CellArgument): Read<string[]> {
  if (isNothing(cell)) return read([]);
  return readCell(cell, 'diagnosis', 'Write it as on the prescription, such as M54.50.', (value) => {
    const pieces = typeof value === 'string' ? tidyText(value).split(BETWEEN_DIAGNOSES) : [];
    const codes = pieces
      .map((piece) => piece.replace(/^[:.]+|[:.]+$/g, ''))
      .filter((piece) => /\d/.test(piece))
      .map((piece) => {
        const reading = readDiagnosisCode(piece);
        return reading.ok ? reading.value : piece;
      });
    return codes.length > 0 ? { value: [...new Set(codes)] } : { unreadable: 'is not a diagnosis code' };
  });
}

const BETWEEN_DIAGNOSES = /[\s,;/|&+()[\]–-]+/;

/** A date of service; null for an empty cell. A text is refused: which of 3/4 is the month, only a real date tells. */
export function readDate(cell: CellArgument, date1904: boolean): Read<Day | null> {
  if (isNothing(cell)) return read(null);
  return readCell(cell, 'date', 'Make it a real date: type it anew, such as 10/31/2026.', (value) => {
    if (typeof value === 'string') return { unreadable: 'is text, not a date' };
    const day = typeof value === 'number' ? dayOfSerial(value, date1904) : null;
    return day !== null && isLikely(day) ? { value: day } : { unreadable: 'is not a date' };
  });
}

/** The name of a payer; null for an empty cell. */
export function readPayerName(cell: CellArgument): Read<string | null> {
  if (isNothing(cell)) return read(null);
  return readCell(cell, 'payer', 'Write the name of a payer.', (value) =>
    typeof value === 'boolean' ? { unreadable: 'is not a payer' } : { value: String(value).trim() },
  );
}

/** The name of a client, as anybody spells it. */
export function readClientName(cell: CellArgument): Read<string> {
  return readCell(cell, 'client', 'Write the name of a client.', (value) => {
    const name = typeof value === 'string' ? tidyText(value) : '';
    return /\p{L}/u.test(name) ? { value: name } : { unreadable: 'is not a name' };
  });
}

/** TRUE or FALSE; an empty cell is FALSE. */
export function readFlag(cell: CellArgument): Read<boolean> {
  if (isBlank(cell)) return read(false);
  return readCell(cell, 'last argument', 'Write TRUE or FALSE.', (value) => {
    if (typeof value === 'boolean') return { value };
    const said = String(value).trim().toUpperCase();
    if (said === '1' || said === 'TRUE') return { value: true };
    return said === '0' || said === 'FALSE' ? { value: false } : { unreadable: 'is neither TRUE nor FALSE' };
  });
}

/** What the rule argument asks for: one of the two rules, or the rule of a payer by its name. */
export type RuleAsked = { by: 'rule'; rule: UnitRule } | { by: 'payer'; name: string };

/** Not said, it is the CMS rule: the cautious one where it is not known which the payer uses. */
export function readRule(cell: CellArgument): Read<RuleAsked> {
  if (isNothing(cell)) return read({ by: 'rule', rule: 'CMS' });
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
  if (isTooLong(cell)) return unreadable(`${quoted(cell)} is too long to be read. ${hint}`);
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
