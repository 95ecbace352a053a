import type { RowAccount } from '../authorizations/account';
import type { Amount, VisitAmounts } from '../authorizations/amounts';
import type { KeptVisit } from '../authorizations/kept-visits';
import { AuthorizationLedger } from '../authorizations/ledger';
import { MEASURE_NAMES, MEASURES, type MeasureName } from '../authorizations/measures';
import { byEnd, covering, inForce, isNeeded, KINDS, rowName, type RowKind } from '../authorizations/row';
import { byDay, FIRST_DAY, LAST_DAY, type Day } from '../values/day';
import type { Case } from './case';
import type { Limit, LimitPart, Limits, Obstacle } from './limit';
import { fault, unknown } from './limit-rows';

export interface AuthorizationLimits extends Limits {
  /** Visits that an authorization had room for. */
  authorized: ReadonlySet<KeptVisit>;
  /** Whether an authorization is in force on the day. */
  isAuthorized: boolean;
}

/** The rows of a case of one kind, after the visits up to a day. */
interface Pool {
  kind: RowKind;
  rows: RowAccount[];
  /** Visits that no row is for. */
  uncovered: Day[];
  /** All that are of this kind or another, earliest first. */
  visits: KeptVisit[];
  amounts: VisitAmounts;
}

/** What orders, referrals and authorizations leave on a day. */
export function authorizationLimits(
  of: Case,
  asOf: Day,
  upTo: Day,
  amounts: VisitAmounts,
): AuthorizationLimits {
  const isAsked = ({ date }: KeptVisit): boolean => date <= upTo;
  const own = new Set(of.visits.filter(isAsked));
  const visits = [...own, ...of.others.filter(isAsked)].sort((a, b) => byDay(a.date, b.date));
  const latest = of.visits.filter((visit) => own.has(visit) && !amounts.billsNothing(visit)).at(-1);
  const next = latest ? amounts.codes(latest) : [];
  const limits: AuthorizationLimits = {
    known: [],
    obstacles: [],
    authorized: new Set(),
    isAuthorized: false,
  };
  for (const kind of KINDS) {
    const ledger = new AuthorizationLedger(kind, amounts);
    const rows = ledger.accountsOf(of.authorizations);
    if (rows.length === 0) continue;
    const uncovered = visits.filter((visit) => ledger.take(visit).outcome === 'uncovered' && own.has(visit));
    const pool: Pool = { kind, rows, uncovered: uncovered.map(({ date }) => date), visits, amounts };
    const open = rows.filter(({ row }) => inForce(row, asOf));
    if (kind === 'authorization') {
      limits.authorized = new Set(rows.flatMap(({ taken }) => taken));
      limits.isAuthorized = open.length > 0;
    }
    const { limit, obstacle } = open.length > 0 ? openLimit(pool, open, next) : closedLimit(pool, asOf, of);
    if (limit) limits.known.push(limit);
    if (obstacle) limits.obstacles.push(obstacle);
  }
  return limits;
}

interface Found {
  limit?: Limit;
  /** Why there is no limit. */
  obstacle?: Obstacle;
}

/** What the rows in force leave together, for visits of these codes. */
function openLimit(pool: Pool, open: readonly RowAccount[], codes: readonly string[]): Found {
  const forCodes = covering(open, codes);
  const next = forCodes.length > 0 ? forCodes : open;
  const unclear = next.find(({ usedUp, notTold }) => notTold && !usedUp)?.notTold;
  if (unclear) return { obstacle: fault(unclear.why) };
  const parts: LimitPart[] = [];
  let room = 0;
  for (const account of next) {
    const found = rowLeft(account, pool);
    if ('obstacle' in found) return found;
    room += Math.max(0, found.left);
    parts.push(partOf(account, found.measure));
  }
  const over = next.reduce((count, account) => count + account.over.length, 0);
  const left = next.every(({ usedUp }) => usedUp) ? -over : room;
  return { limit: { kind: pool.kind, left: noNegativeZero(left), parts } };
}

/** Nothing is left where no row is in force. Where the payer needs none, rows of the past are no limit. */
function closedLimit({ kind, rows, uncovered }: Pool, asOf: Day, { payer }: Case): Found {
  if (isNeeded(kind, payer) === false) return {};
  const ended = rows.filter(({ row }) => row.to !== null && row.to < asOf);
  const last = ended.sort((a, b) => byEnd(a.row, b.row)).at(-1);
  if (!last) {
    const [first] = [...rows].sort((a, b) => byDay(a.row.from ?? FIRST_DAY, b.row.from ?? FIRST_DAY));
    return first ? { limit: { kind, left: 0, parts: [partOf(first, 'window')] } } : {};
  }
  const since = uncovered.filter((date) => date > (last.row.to ?? LAST_DAY)).length;
  const next = since === 0 ? '' : `${MEASURES.visits.words(since)} since`;
  const part = { ...partOf(last, 'window'), next };
  return { limit: { kind, left: noNegativeZero(-last.over.length), parts: [part] } };
}

/** Visits left in a row by the measure that binds first; none in one that is used up. */
function rowLeft(
  account: RowAccount,
  pool: Pool,
): { left: number; measure: MeasureName } | { obstacle: Obstacle } {
  const { row } = account;
  const usedUpBy = account.usedUpBy();
  if (usedUpBy) return { left: 0, measure: usedUpBy };
  let binding: { left: number; measure: MeasureName } | null = null;
  for (const measure of MEASURE_NAMES) {
    const allowed = MEASURES[measure].allowed(row);
    if (allowed === null) continue;
    const left = inVisits(allowed - account.used(measure), measure, account, pool);
    if (left !== null && (!binding || left < binding.left)) binding = { left, measure };
  }
  if (binding) return binding;
  const asked = MEASURE_NAMES.find((measure) => MEASURES[measure].allowed(row) !== null);
  const words = asked
    ? `How many ${asked} of ${rowName(row)} a visit takes is not known before the first visit.`
    : `How many visits ${rowName(row)} allows is not known.`;
  return { obstacle: unknown(row.cells[asked ?? 'visits'], words) };
}

/** What is left as visits like the latest one, whole ones; null where no visit tells how much one takes. */
function inVisits(
  left: number,
  measure: MeasureName,
  { covers }: RowAccount,
  { visits, amounts }: Pool,
): number | null {
  const sizeOf = (visit: KeptVisit): Amount =>
    MEASURES[measure].takes({ visit, covers, isNewDate: true }, amounts);
  if (measure === 'visits') return left;
  for (const visit of [...visits].reverse()) {
    const size = sizeOf(visit);
    if (size.known && size.amount > 0) return Math.floor(left / size.amount);
  }
  return left <= 0 ? 0 : null;
}

function partOf(account: RowAccount, measure: MeasureName | 'window'): LimitPart {
  const { row, taken, over } = account;
  const isWindow = measure === 'window';
  return {
    name: rowName(row),
    measure,
    allowed: isWindow ? 0 : (MEASURES[measure].allowed(row) ?? 0),
    used: isWindow ? taken.length + over.length : account.used(measure),
    elsewhere: 0,
    from: row.from,
    to: row.to,
    next: '',
  };
}

function noNegativeZero(number: number): number {
  return number === 0 ? 0 : number;
}
