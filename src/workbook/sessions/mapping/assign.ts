import type { SessionField } from '../../../billing/records/session';
import { codeColumns, holdsCodes } from './code-columns';
import type { Column } from './columns';
import { firstAndLast } from './first-and-last';
import { FIELDS, isUnnamed, MOST, OFFERED, TAKEN } from './scores';
import type { FieldScores } from './scores';
import { scoreHeader } from './score';
import type { Meaning } from './vocabulary';

/** Columns of a field, first the one that won. */
export interface Assigned {
  columns: Column[];
  score: number;
}

export interface Assignment {
  fields: Map<SessionField, Assigned>;
  /** Fields with two columns that speak for them equally. */
  rivals: Map<SessionField, Column[]>;
  /** Weaker columns, to be offered when asking. */
  offers: Map<SessionField, Column[]>;
}

/** Fields where a wrong column would put something wrong on a claim: a tie is asked about. */
const MUST_BE_RIGHT: SessionField[] = ['date', 'client', 'cpt', 'charge'];
const TIE = 0.004;
/** A whole name in one column is preferred to first and last name from here on. */
const FIRST_AND_LAST = 0.94;
/** Fields that may stand in several numbered columns: "Dx 1", "Dx 2". */
const JOINED: SessionField[] = ['cpt', 'dx', 'modifiers', 'units'];

/**
 * One column for one field, the strongest evidence first, so that a column goes where it is needed most. Only a
 * start with its date serves two fields.
 */
export function assign(scores: Map<Column, FieldScores>): Assignment {
  const result: Assignment = { fields: new Map(), rivals: new Map(), offers: new Map() };
  const taken = new Map<Column, SessionField>();
  const names = firstAndLast([...scores.keys()]);
  const bestName = Math.max(0, ...[...scores.values()].map((score) => score.client));
  if (names !== null && bestName < FIRST_AND_LAST) {
    result.fields.set('client', { columns: names, score: FIRST_AND_LAST });
    for (const column of names) taken.set(column, 'client');
  }
  for (const { column, field, score } of ranked(scores)) {
    if (result.fields.has(field) || result.rivals.has(field) || !isFree(column, field, taken)) continue;
    const equals = MUST_BE_RIGHT.includes(field) ? rivalsOf(column, field, score, scores, taken) : [];
    if (equals.length > 0) {
      result.rivals.set(field, [column, ...equals]);
      continue;
    }
    result.fields.set(field, { columns: [column], score });
    taken.set(column, field);
  }
  joinNumbered(result, scores, taken);
  joinMarks(result, scores, taken);
  joinInsured(result, scores, taken);
  takeCodeColumns(result, scores, taken);
  leaveServices(result, taken);
  collectOffers(result, scores, taken);
  return result;
}

function ranked(scores: Map<Column, FieldScores>): { column: Column; field: SessionField; score: number }[] {
  return [...scores]
    .flatMap(([column, byField]) => FIELDS.map((field) => ({ column, field, score: byField[field] })))
    .filter(({ score }) => score >= TAKEN)
    .sort((a, b) => b.score - a.score || a.column.at - b.column.at);
}

function isFree(column: Column, field: SessionField, taken: Map<Column, SessionField>): boolean {
  const holder = taken.get(column);
  if (holder === undefined) return true;
  return (
    (field === 'date' && holder === 'start') || (field === 'start' && holder === 'date' && hasTimes(column))
  );
}

/** A date column serves as the start as well when its header or its values have times. */
function hasTimes({ words, profile }: Column): boolean {
  return words.meanings.includes('time') || profile.times * 2 > profile.filled;
}

function rivalsOf(
  column: Column,
  field: SessionField,
  score: number,
  scores: Map<Column, FieldScores>,
  taken: Map<Column, SessionField>,
): Column[] {
  return [...scores]
    .filter(
      ([other, byField]) => other !== column && byField[field] > score - TIE && isFree(other, field, taken),
    )
    .filter(
      ([other]) => other.words.ordinal === null && (!other.repeats || isSecondDate(field, column, other)),
    )
    .map(([other]) => other);
}

/** "Date" over two full columns: which of them is the day of the visit nobody can tell. */
function isSecondDate(field: SessionField, { profile }: Column, other: Column): boolean {
  return field === 'date' && profile.filled > 0 && other.profile.dates * 5 >= profile.filled * 4;
}

function joinNumbered(
  result: Assignment,
  scores: Map<Column, FieldScores>,
  taken: Map<Column, SessionField>,
): void {
  for (const field of JOINED) {
    const assigned = result.fields.get(field);
    if (assigned === undefined) continue;
    for (const [column, byField] of scores) {
      if (taken.has(column)) continue;
      const best = Math.max(...FIELDS.map((other) => byField[other]));
      // "CPT" over two columns is as good as "CPT 1" and "CPT 2".
      const isNumbered = column.words.ordinal !== null || (column.repeats && column.profile.filled > 0);
      const numbered = isNumbered && byField[field] >= TAKEN && byField[field] === best;
      if (!numbered && !(field === 'dx' && isSecondDiagnosis(column))) continue;
      assigned.columns.push(column);
      taken.set(column, field);
    }
    assigned.columns.sort((a, b) => a.at - b.at);
  }
}

/** Minutes under "97110" and "TE", where no column holds the codes themselves; and an evaluation's code beside them. */
function takeCodeColumns(
  result: Assignment,
  scores: Map<Column, FieldScores>,
  taken: Map<Column, SessionField>,
): void {
  if (result.fields.has('cpt') || result.rivals.has('cpt')) return;
  const free = [...scores.keys()].filter((column) => !taken.has(column));
  const counted = codeColumns(free);
  if (counted.size === 0) return;
  const columns = free.filter((column) => counted.has(column) || (isUnnamed(column) && holdsCodes(column)));
  result.fields.set('cpt', { columns, score: OF_CODE_COLUMNS });
  for (const column of columns) taken.set(column, 'cpt');
}

/** Words for what was done are only read where no column says its codes. */
function leaveServices(result: Assignment, taken: Map<Column, SessionField>): void {
  const words = result.fields.get('service');
  if (words === undefined || !(result.fields.has('cpt') || result.rivals.has('cpt'))) return;
  result.fields.delete('service');
  for (const column of words.columns) taken.delete(column);
}

const OF_CODE_COLUMNS = 0.9;

/** Every column that says how visits went is read: any of them may say that somebody did not come. */
function joinMarks(
  result: Assignment,
  scores: Map<Column, FieldScores>,
  taken: Map<Column, SessionField>,
): void {
  const status = result.fields.get('status');
  const marks = [...scores.keys()].filter(
    (column) => !taken.has(column) && isMark(column) && !(status !== undefined && isAboutOne(column)),
  );
  if (marks.length === 0 || (status === undefined && !marks.every(isNamedMark))) return;
  const joined = [...(status?.columns ?? []), ...marks];
  result.fields.set('status', { columns: joined, score: status?.score ?? TAKEN });
  for (const column of marks) taken.set(column, 'status');
}

/** "No show", "cancelled_at"; beside a status column also any whose words say that somebody did not come. */
function isMark(column: Column): boolean {
  const { notKept, statuses, filled } = column.profile;
  return isNamedMark(column) || (isUnnamed(column) && notKept > 0 && statuses >= MOST * filled);
}

/** Why it was cancelled, or a fee that nobody paid: where a status tells of it, these tell no more. */
function isAboutOne({ label, profile }: Column): boolean {
  return /reason/i.test(label) || (/fee/i.test(label) && profile.money === 0);
}

function isNamedMark({ words }: Column): boolean {
  const { meanings, unknown } = words;
  return (
    meanings.some((meaning) => meaning === 'absence' || meaning === 'cancelled') &&
    meanings.every((meaning) => OF_A_MARK.includes(meaning)) &&
    unknown.length === 0
  );
}

/** "Bill insurance?", "Insured" with yes or no: who says no there pays without an insurer. */
function joinInsured(
  result: Assignment,
  scores: Map<Column, FieldScores>,
  taken: Map<Column, SessionField>,
): void {
  const columns = [...scores.keys()].filter((column) => !taken.has(column) && saysWhetherInsured(column));
  if (columns.length === 0) return;
  const payer = result.fields.get('payer');
  result.fields.set('payer', {
    columns: [...(payer?.columns ?? []), ...columns],
    score: payer?.score ?? TAKEN,
  });
  for (const column of columns) taken.set(column, 'payer');
}

function saysWhetherInsured({ words: { meanings, unknown }, profile, label }: Column): boolean {
  const isOf = meanings.every((meaning) => OF_INSURED.includes(meaning)) && unknown.length === 0;
  const isNamed =
    meanings.includes('insurance') || meanings.includes('payer') || /^(?:to )?bill(?:able)?\b/i.test(label);
  return isOf && isNamed && profile.yesNo > 0 && profile.yesNo >= MOST * profile.filled;
}

const OF_INSURED: Meaning[] = ['insurance', 'payer', 'billing', 'flag', 'to'];

const OF_A_MARK: Meaning[] = ['absence', 'cancelled', 'at', 'date', 'flag', 'time', 'attendance', 'status', 'visit', 'appointment', 'person']; // prettier-ignore

function isSecondDiagnosis({ words }: Column): boolean {
  const primary = words.meanings.map((meaning) => (meaning === 'secondary' ? 'primary' : meaning));
  return words.meanings.includes('secondary') && scoreHeader('dx', { ...words, meanings: primary }) >= 0.9;
}

function collectOffers(
  result: Assignment,
  scores: Map<Column, FieldScores>,
  taken: Map<Column, SessionField>,
): void {
  for (const field of FIELDS) {
    if (result.fields.has(field) || result.rivals.has(field)) continue;
    const offers = [...scores]
      .filter(([column, byField]) => byField[field] >= OFFERED && !taken.has(column))
      .sort((a, b) => b[1][field] - a[1][field]);
    if (offers.length > 0) result.offers.set(field, offers.map(([column]) => column)); // prettier-ignore
  }
}
