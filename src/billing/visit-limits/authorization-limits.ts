import type { Authorization, Payer } from '../records/practice';
import { usDate, type Day } from '../values/day';
import { allot, coveringRows, isOpen, type Allotment, type Allotted, type Takes } from './allotment';
import type { KeptVisit } from './kept-visits';
import type { Limit, LimitPart, Limits, Measure } from './limit';
import { unknown } from './limit-rows';
import type { Amount } from './taken';

type Kind = 'order' | 'referral' | 'authorization';

export interface AuthorizationLimits extends Limits {
  /** Visits that an authorization was used for. */
  authorized: ReadonlySet<KeptVisit>;
  /** Whether an authorization is in force on the day. */
  isAuthorized: boolean;
}

/**
 * What orders, referrals and authorizations leave on a day. Each kind is a pool of its own: a visit needs an order
 * and an authorization, not one or the other.
 */
export function authorizationLimits(
  rows: readonly Authorization[],
  visits: readonly KeptVisit[],
  asOf: Day,
  payer: Payer | null,
  takes: Takes,
): AuthorizationLimits {
  const limits: AuthorizationLimits = {
    known: [],
    obstacles: [],
    authorized: new Set(),
    isAuthorized: false,
  };
  for (const kind of ['order', 'referral', 'authorization'] as const) {
    const pool = rows.filter((row) => kindOf(row) === kind);
    if (pool.length === 0) continue;
    const allotment = allot(pool, visits, takes);
    if (kind === 'authorization') {
      limits.authorized = new Set(allotment.rows.flatMap((each) => each.visits));
      limits.isAuthorized = pool.some((row) => isOpen(row, asOf));
    }
    if (allotment.words !== null) {
      limits.obstacles.push({ kind: 'fault', words: allotment.words });
      continue;
    }
    const open = allotment.rows.filter(({ row }) => isOpen(row, asOf));
    const found =
      open.length > 0 ? openLimit(kind, open, visits, takes) : closedLimit(kind, allotment, asOf, payer);
    if (found.limit) limits.known.push(found.limit);
    if (found.words !== '') limits.obstacles.push({ kind: 'unknown', words: found.words });
  }
  return limits;
}

interface Found {
  limit: Limit | null;
  /** Why there is no limit, when a cell is empty. */
  words: string;
}

/** What the rows in force leave together, for visits like the latest one. */
function openLimit(kind: Kind, open: readonly Allotted[], visits: readonly KeptVisit[], takes: Takes): Found {
  const latest = visits[visits.length - 1];
  const covering = coveringRows(open, latest?.codes ?? []);
  const next = covering.length > 0 ? covering : open;
  const states = next.map((each) => ({ each, ...rowLeft(each, visits, takes) }));
  const blank = states.find(({ left }) => left === null);
  if (blank) return { limit: null, words: blank.words };
  const sum = (of: (state: { each: Allotted; left: number }) => number): number =>
    states.reduce((total, state) => total + of({ each: state.each, left: state.left ?? 0 }), 0);
  const room = sum(({ left }) => Math.max(0, left));
  const left = room > 0 ? room : sum((state) => Math.min(0, state.left) - state.each.over.length);
  const parts = states.map(({ each, measure }) => partOf(each, measure, takes));
  return { limit: { kind, left: noNegativeZero(left), parts }, words: '' };
}

/** Nothing is left where no row is in force. Where the payer needs none, rows of the past are no limit. */
function closedLimit(kind: Kind, { rows, uncovered }: Allotment, asOf: Day, payer: Payer | null): Found {
  const isNeeded = kind === 'authorization' ? payer?.authorizationNeeded : payer?.referralNeeded;
  if (isNeeded === false) return { limit: null, words: '' };
  const ended = rows.filter(({ row }) => row.to !== null && row.to < asOf);
  const last = ended[ended.length - 1];
  if (!last) {
    const [first] = [...rows].sort((a, b) => (a.row.from ?? 0) - (b.row.from ?? 0));
    return { limit: first ? { kind, left: 0, parts: [windowPart(first, 0)] } : null, words: '' };
  }
  const since = uncovered.filter(({ date, isOfPayer }) => isOfPayer && date > (last.row.to ?? Infinity));
  const over = last.over.length + Math.max(0, last.visits.length - (last.row.visits ?? Infinity));
  return {
    limit: { kind, left: noNegativeZero(-over), parts: [windowPart(last, since.length)] },
    words: '',
  };
}

/** Visits left in a row by the measure that binds first; null where no cell or no visit tells. */
function rowLeft(
  { row, covers, visits: taken, units, dollars }: Allotted,
  visits: readonly KeptVisit[],
  takes: Takes,
): { left: number | null; measure: Measure; words: string } {
  const measures: [Measure, number | null][] = [
    ['visits', row.visits === null ? null : row.visits - taken.length],
    ['units', inVisits(row.units, units, visits, (visit) => takes.units(visit, covers))],
    ['dollars', inVisits(row.dollars, dollars, visits, (visit) => takes.dollars(visit, covers))],
  ];
  let binding: { left: number; measure: Measure } | null = null;
  for (const [measure, left] of measures) {
    if (left !== null && (!binding || left < binding.left)) binding = { left, measure };
  }
  if (binding) return { ...binding, words: '' };
  const says =
    row.units === null && row.dollars === null ? 'visits' : row.units !== null ? 'units' : 'dollars';
  const words =
    says === 'visits'
      ? `How many visits ${nameOf(row)} allows is not known.`
      : `How many ${says} of ${nameOf(row)} a visit takes is not known before the first visit.`;
  return { left: null, measure: 'visits', words: unknown(row.cells[says], words).words };
}

/** What is left as visits like the latest one, whole ones; what is over counts as a visit begun. */
function inVisits(
  allowed: number | null,
  used: number,
  visits: readonly KeptVisit[],
  sizeOf: (visit: KeptVisit) => Amount,
): number | null {
  if (allowed === null) return null;
  for (const visit of [...visits].reverse()) {
    const size = sizeOf(visit);
    if (size.known && size.amount > 0) return Math.floor((allowed - used) / size.amount);
  }
  return used >= allowed ? 0 : null;
}

function partOf(
  { row, covers, visits, units, dollars, over }: Allotted,
  measure: Measure,
  takes: Takes,
): LimitPart {
  const ofOver = (amount: (visit: KeptVisit) => Amount): number =>
    over.map(amount).reduce((sum, each) => sum + (each.known ? each.amount : 0), 0);
  const used = {
    visits: visits.length + over.length,
    units: units + ofOver((visit) => takes.units(visit, covers)),
    dollars: dollars + ofOver((visit) => takes.dollars(visit, covers)),
    window: visits.length,
  }[measure];
  const allowed = { visits: row.visits, units: row.units, dollars: row.dollars, window: null }[measure] ?? 0;
  return { name: nameOf(row), measure, allowed, used, elsewhere: 0, from: row.from, to: row.to, next: '' };
}

function windowPart({ row, visits }: Allotted, since: number): LimitPart {
  const next = since === 0 ? '' : `${String(since)} ${since === 1 ? 'visit' : 'visits'} since`;
  const used = visits.length;
  return {
    name: nameOf(row),
    measure: 'window',
    allowed: 0,
    used,
    elsewhere: 0,
    from: row.from,
    to: row.to,
    next,
  };
}

/** A row with a number is an authorization; one with neither number nor kind is no more than an order. */
function kindOf({ kind, number }: Authorization): Kind {
  return kind ?? (number === null ? 'order' : 'authorization');
}

/** `authorization A-17`; without a number, `the order from 03/02/2026`. */
function nameOf(row: Authorization): string {
  if (row.number !== null) return `${kindOf(row)} ${row.number}`;
  const kind = row.kind ?? 'authorization without a number';
  return row.from === null ? `the ${kind}` : `the ${kind} from ${usDate(row.from)}`;
}

function noNegativeZero(number: number): number {
  return number === 0 ? 0 : number;
}
