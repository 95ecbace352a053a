import type { SessionField } from '../../../billing/records/session';
import type { Column } from './columns';
import { isUnderCode } from './code-columns';
import { judge } from './content';
import { FIELD_WORDS } from './fields';
import { firstAndLast } from './first-and-last';
import { scoreHeader } from './score';
import type { Meaning } from './vocabulary';

export const FIELDS = Object.keys(FIELD_WORDS) as SessionField[];
/** From here on a column is taken for a field; from the second number on it is offered when asking. */
export const TAKEN = 0.6;
export const OFFERED = 0.41;

export type FieldScores = Record<SessionField, number>;

/** How strongly every column speaks for every field: its header, its values, and the other columns. */
export function scoreColumns(columns: Column[]): Map<Column, FieldScores> {
  const scores = new Map<Column, FieldScores>();
  const hasRows = columns.some(({ profile }) => profile.filled > 0);
  for (const column of columns) {
    if (isUnderCode(column)) {
      scores.set(column, Object.fromEntries(FIELDS.map((field) => [field, 0])) as FieldScores);
      continue;
    }
    const weight = hasRows && column.profile.filled === 0 ? OF_AN_EMPTY_COLUMN : 1;
    const byField = Object.fromEntries(FIELDS.map((field) => [field, scoreColumn(field, column) * weight]));
    scores.set(column, byField as FieldScores);
  }
  tellPaymentsApart(scores);
  doubtSheetsWithoutDates(scores);
  return scores;
}

/** Fields whose values are so much their own that they may stand against a weak or missing header. */
const TOLD_BY_VALUES: Partial<Record<SessionField, number>> = {
  cpt: 0.85,
  dx: 0.85,
  date: 0.8,
  minutes: 0.72,
  service: 0.85,
};

/** An empty column never beats a full one. */
const OF_AN_EMPTY_COLUMN = 0.75;
/** "state" with arrived, no_show, cancelled is no state of the United States. */
const STATE_OF_A_VISIT = 0.9;

function scoreColumn(field: SessionField, column: Column): number {
  if (field === 'status' && saysHowVisitsWent(column)) return STATE_OF_A_VISIT;
  const byHeader = scoreHeader(field, column.words);
  const { judged, share } = judge(field, column.profile);
  if (judged === 'another') return byHeader * 0.4;
  // A plain header over cells that cannot be read keeps its column: each cell is then a finding, not lost.
  if (judged === 'unfit') return byHeader * (byHeader >= 0.9 ? 0.75 : 0.4);
  if (judged !== 'fits') return byHeader;
  const byValues = TOLD_BY_VALUES[field] ?? 0;
  if (field === 'service') return byHeader >= 0.25 ? byValues * share : byHeader;
  if (byHeader >= 0.25 && hasNoOtherMeaning(column)) return Math.max(byHeader, byValues * share);
  // Below an unknown header only dates are taken: a diagnosis or a code is never guessed.
  const { dates, filled } = column.profile;
  const isNameless = column.words.meanings.length === 0 && field === 'date';
  return isNameless && dates >= 0.8 * filled ? Math.max(byHeader, 0.64) : byHeader;
}

/** A "Received Date" stays what its header says, however much its values look like dates. */
const OPEN_MEANINGS: Meaning[] = [
  'service', 'visit', 'appointment', 'weekday', 'time', 'code', 'item', 'start', 'date', 'in', 'duration', 'procedure', 'billing', 'scheduled',
]; // prettier-ignore

function hasNoOtherMeaning(column: Column): boolean {
  return column.words.meanings.every((meaning) => OPEN_MEANINGS.includes(meaning));
}

/**
 * Who paid is often told by the columns beside: in a remittance or denial list a bare "Paid" is the insurer's;
 * beside an insurer's payment the client's payment is the client's share.
 */
function tellPaymentsApart(scores: Map<Column, FieldScores>): void {
  const columns = [...scores.keys()];
  const says = (...meanings: Meaning[]) =>
    columns.some(({ words }) => meanings.every((meaning) => words.meanings.includes(meaning)));
  const remittance =
    says('allowed') || says('deny') || says('adjustment', 'reason') || says('adjustment', 'code');
  const insurerNamed = columns.some((column) => (scores.get(column)?.insurance_paid ?? 0) >= 0.85);
  for (const [column, score] of scores) {
    const { meanings, lent } = column.words;
    const bare = meanings.every(
      (meaning) => meaning === 'paid' || meaning === 'amount' || meaning === 'total',
    );
    if (remittance && !insurerNamed && bare && score.paid >= TAKEN && !lent.includes('person')) {
      score.insurance_paid = score.paid;
      score.paid = 0;
    }
  }
  if (!columns.some((column) => (scores.get(column)?.insurance_paid ?? 0) >= TAKEN)) return;
  const copayNamed = columns.some((column) => (scores.get(column)?.copay ?? 0) >= 0.95);
  for (const [column, score] of scores) {
    const client = [...column.words.meanings, ...column.words.lent].includes('person');
    if (client && score.paid >= TAKEN && !copayNamed) {
      score.copay = Math.max(score.copay, score.paid);
      score.paid = 0;
    }
  }
}

/** Without a date of service a sheet lists clients, payments or prices, and its columns mean something else. */
function doubtSheetsWithoutDates(scores: Map<Column, FieldScores>): void {
  const all = [...scores.values()];
  const columns = [...scores.keys()];
  const best = (field: SessionField) => Math.max(0, ...all.map((score) => score[field]));
  const someClient = best('client') >= TAKEN || firstAndLast(columns) !== null;
  if (best('date') >= TAKEN) return;
  const contacts = columns.filter(({ words }) =>
    words.meanings.some((meaning) => ['phone', 'email', 'address', 'city'].includes(meaning)),
  );
  const paymentList = columns.some(
    ({ words }) => words.meanings.includes('paid') || words.meanings.includes('received'),
  );
  for (const score of all) {
    if (!someClient) {
      for (const field of FIELDS) score[field] = Math.min(score[field], OFFERED - 0.01);
    } else if (contacts.length >= 2) {
      for (const field of ['status', 'provider', 'charge', 'start', 'minutes'] as const) score[field] = 0;
    } else if (paymentList && score.charge > 0 && score.charge <= 0.66) {
      score.paid = Math.max(score.paid, score.charge);
      score.charge = 0;
    }
  }
}

function saysHowVisitsWent({ label, profile }: Column): boolean {
  return /^state\b/i.test(label) && profile.notKept > 0 && profile.statuses >= MOST * profile.filled;
}

/** From this part of its values on, a column is of their kind. */
export const MOST = 0.5;

/** Whether nobody knows what the header of a column means. */
export function isUnnamed({ words }: Column): boolean {
  return words.meanings.length === 0;
}
