import type { UnitRule } from '../billing/records/practice';

/**
 * What Excel hands a custom function, turned into plain values. Excel sends a range as rows of values, a single
 * cell as one row of one value, an omitted argument as null, an empty cell as '' and an error as an object
 * with its code (where functions.json allows errors as input).
 */
export type CellArgument = unknown;
export type RangeArgument = CellArgument[][];

/** Either a value, or the sentence that says what is wrong with the argument. */
export type Read<Value> = { ok: true; value: Value } | { ok: false; words: string };

export const read = <Value>(value: Value): Read<Value> => ({ ok: true, value });
export const unreadable = (words: string): { ok: false; words: string } => ({ ok: false, words });

const MINUTES_A_DAY = 1440;
const RULES: readonly UnitRule[] = ['CMS', 'AMA'];

/** "1:00" and "1:30" as a duration of hours and minutes. */
const CLOCK = /^(\d{1,2}):([0-5]\d)$/;
const HOURS =
  /^(\d{1,2}(?:\.\d+)?) ?(?:h|hr|hrs|hour|hours)\.?(?: ?(\d{1,2}) ?(?:m|min|mins|minute|minutes)?\.?)?$/;
const MINUTES = /^(\d+(?:\.\d+)?) ?(?:m|min|mins|minute|minutes|')?\.?$/;
const ERROR_TEXT =
  /^#(?:N\/A|VALUE!|REF!|NAME\?|NUM!|NULL!|DIV\/0!|SPILL!|CALC!|BUSY!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!)$/;

export const isBlank = (cell: CellArgument): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** The error a cell holds, such as `#N/A`, or null when it holds none. */
export function errorIn(cell: CellArgument): string | null {
  if (typeof cell === 'string') return ERROR_TEXT.test(cell.trim()) ? cell.trim() : null;
  if (typeof cell !== 'object' || cell === null || !('code' in cell)) return null;
  return typeof cell.code === 'string' ? cell.code : '#VALUE!';
}

/** Minutes of one cell: 60, "60 min", "1:00", "1 h 30", or an Excel time (a fraction of a day). 0 to 1440. */
export function readMinutes(cell: CellArgument): Read<number> {
  const error = errorIn(cell);
  if (error) return unreadable(`The minutes are an error (${error}): mend that cell first.`);
  const minutes = typeof cell === 'number' ? minutesOfNumber(cell) : minutesOfText(cell);
  if (minutes === null) {
    return unreadable(`${quoted(cell)} is not a number of minutes: write 60, "60 min" or 1:00.`);
  }
  if (minutes < 0) return unreadable(`Minutes cannot be negative: ${quoted(cell)}.`);
  if (minutes > MINUTES_A_DAY) return unreadable(`${quoted(cell)} is more minutes than a day has (1440).`);
  return read(minutes);
}

/**
 * An Excel time gives the whole minutes that Excel shows as h:mm. Rounding to the second first keeps 8 minutes
 * that are stored as 7.9999999 at 8.
 */
function minutesOfNumber(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  return value > 0 && value < 1 ? Math.floor(Math.round(value * MINUTES_A_DAY * 60) / 60) : value;
}

function minutesOfText(cell: CellArgument): number | null {
  if (typeof cell !== 'string') return null;
  const text = cell.trim().toLowerCase().replace(/\s+/g, ' ');
  const clock = CLOCK.exec(text);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const hours = HOURS.exec(text);
  if (hours) return Math.round(Number(hours[1]) * 60) + Number(hours[2] ?? 0);
  const minutes = MINUTES.exec(text.replace(/^-/, ''));
  return minutes ? Number(minutes[1]) * (text.startsWith('-') ? -1 : 1) : null;
}

/** A procedure code with what may follow it in the cell: modifiers, or units such as "x4". */
const CODE = /^(\d{5}|[A-Z]\d{4}|\d{4}[A-Z])(?:[-: ]*[A-Z][A-Z0-9]|[-: ]+\d{2})*(?: ?[X*] ?\d{1,2})?$/;
/** Between the codes of one cell; a blank alone only where another code follows it. */
const BETWEEN_CODES = /\s*[;,/+&\n]\s*|\s+(?=\d{5}|[A-Z]\d{4})/;

/** The procedure codes of one cell: "97124", 97124, "97124-GP", "97124 x4", "97124; 97140". */
export function readCodes(cell: CellArgument): Read<string[]> {
  const error = errorIn(cell);
  if (error) return unreadable(`The code is an error (${error}): mend that cell first.`);
  const parts = String(cell)
    .trim()
    .toUpperCase()
    .split(BETWEEN_CODES)
    .filter((part) => part !== '');
  const codes: string[] = [];
  for (const part of parts) {
    const code = CODE.exec(part)?.[1];
    if (code === undefined) {
      return unreadable(`${quoted(cell)} is not a procedure code: write five characters such as 97124.`);
    }
    codes.push(code);
  }
  return read(codes);
}

export function quoted(cell: CellArgument): string {
  if (typeof cell !== 'string') return String(cell);
  const text = cell.trim();
  return `"${text.length > 24 ? `${text.slice(0, 23)}…` : text}"`;
}

/** What the rule argument asks for: one of the two rules, or the rule of a payer by its name. */
export type RuleAsked = { by: 'rule'; rule: UnitRule } | { by: 'payer'; name: string };

/** Not said, it is the CMS rule: the cautious one where it is not known which the payer uses. */
export function readRule(cell: CellArgument): Read<RuleAsked> {
  if (isBlank(cell)) return read({ by: 'rule', rule: 'CMS' });
  const error = errorIn(cell);
  if (error) return unreadable(`The rule is an error (${error}): mend that cell first.`);
  if (typeof cell !== 'string') {
    return unreadable(`${quoted(cell)} is not a rule: write CMS, AMA or the name of a payer.`);
  }
  const name = cell.trim();
  const rule = RULES.find((known) => known === name.toUpperCase());
  return read(rule ? { by: 'rule', rule } : { by: 'payer', name });
}
