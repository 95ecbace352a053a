import { PAYERS, type AuthorizationRow, type PracticeOf500, type SessionRow } from './practice';

/**
 * VISITS_LEFT worked out the long way round, with nothing of the add-in's code: for each question every row of the
 * practice is looked at anew. Only what the practice of 500 has is done here.
 */
export type PlainAnswer = number | '#N/A' | '#VALUE!';

interface Visit {
  date: number;
  rows: SessionRow[];
}

export function plainVisitsLeft(
  practice: PracticeOf500,
  /** The client's rows of the session sheet. */
  sessions: readonly SessionRow[],
  name: string,
  asOf: number | null,
  today: number,
): PlainAnswer {
  const client = practice.clients.find((row) => plainName(row.name) === plainName(name));
  if (!client) return '#N/A';
  const payer = PAYERS.find((row) => row.name === client.payer);
  const rows = practice.authorizations.filter((row) => row.client === client.name);
  for (const row of rows) {
    if (row.from !== null && row.to !== null && row.to < row.from) return '#VALUE!';
    if (row.visits !== null && (typeof row.visits === 'string' || row.visits < 0 || row.visits % 1 !== 0))
      return '#VALUE!';
  }
  const day = asOf ?? today;

  const visits: Visit[] = [];
  for (const session of sessions) {
    if (session.status === 'no show' || session.status === 'cancelled') continue;
    if (session.payer !== null && session.payer.toLowerCase() !== client.payer.toLowerCase()) continue;
    if (asOf !== null && session.date > asOf) continue;
    const visit = visits.find((other) => other.date === session.date);
    if (visit) visit.rows.push(session);
    else visits.push({ date: session.date, rows: [session] });
  }
  visits.sort((a, b) => a.date - b.date);

  const limits: number[] = [];
  for (const kind of ['order', 'referral', 'authorization']) {
    const pool = rows.filter((row) => row.kind === kind);
    if (pool.length === 0) continue;
    const left = leftInPool(pool, visits, day, payer?.unitRule ?? 'CMS');
    const isNeeded = !(kind === 'authorization' && client.payer === 'Juniper Mutual');
    if (left === 'closed') {
      if (isNeeded) limits.push(overAtTheEnd(pool, visits, day));
    } else if (left !== null) limits.push(left);
  }
  for (const benefit of practice.benefits.filter((row) => row.client === client.name)) {
    if (benefit.visitsPerYear === null) continue;
    if (payer?.kind === 'auto' || payer?.kind === 'workers-comp') {
      const used = visits.filter((visit) => visit.date >= (client.accidentDate ?? 0)).length;
      limits.push(benefit.visitsPerYear - used - (benefit.usedElsewhere ?? 0));
    } else if (benefit.planYearStarts !== null) {
      const year = planYear(day, benefit.planYearStarts);
      const used = visits.filter(
        (visit) => planYear(visit.date, benefit.planYearStarts ?? 0) === year,
      ).length;
      const asked = planYear(benefit.verifiedOn ?? today, benefit.planYearStarts);
      limits.push(benefit.visitsPerYear - used - (asked === year ? (benefit.usedElsewhere ?? 0) : 0));
    }
  }
  return limits.length === 0 ? '#N/A' : Math.min(...limits) + 0;
}

/** Which plan year a day is in: the calendar year in which it began. */
function planYear(day: number, starts: number): number {
  const date = new Date(Date.UTC(1899, 11, 30 + day));
  const start = new Date(Date.UTC(1899, 11, 30 + starts));
  const before =
    date.getUTCMonth() < start.getUTCMonth() ||
    (date.getUTCMonth() === start.getUTCMonth() && date.getUTCDate() < start.getUTCDate());
  return date.getUTCFullYear() - (before ? 1 : 0);
}

/** Null: not known; 'closed': no row is in force. */
function leftInPool(
  pool: AuthorizationRow[],
  visits: Visit[],
  day: number,
  rule: string,
): number | 'closed' | null {
  const byEnd = [...pool].sort((a, b) => (a.to ?? 9e9) - (b.to ?? 9e9));
  const taken = byEnd.map((row) => ({ row, visits: 0, units: 0, dollars: 0, over: 0, usedUp: false }));
  for (const visit of visits) {
    const inForce = taken.filter(({ row }) => isInForce(row, visit.date));
    const all = inForce.filter(({ row }) => visit.rows.every(({ code }) => covers(row, code)));
    const some = inForce.filter(({ row }) => visit.rows.some(({ code }) => covers(row, code)));
    const fitting = all.length > 0 ? all : some;
    if (fitting.length === 0) continue;
    let isTaken = false;
    for (const each of fitting) {
      const own = visit.rows.filter(({ code }) => covers(each.row, code));
      const units = unitsOf(own, rule);
      const dollars = own.reduce((sum, { charge }) => sum + charge, 0);
      if (each.usedUp || each.visits + 1 > limit(each.row.visits)) continue;
      if (each.units + units > limit(each.row.units) || each.dollars + dollars > limit(each.row.dollars))
        continue;
      each.visits += 1;
      each.units += units;
      each.dollars += dollars;
      isTaken = true;
      break;
    }
    const last = fitting[fitting.length - 1];
    if (isTaken || !last) continue;
    // It uses up what is left: a smaller visit that comes later does not slip in before it.
    last.over += 1;
    for (const each of fitting) each.usedUp = true;
  }

  const open = taken.filter(({ row }) => isInForce(row, day));
  if (open.length === 0) return 'closed';
  const latest = visits[visits.length - 1];
  const forAll = open.filter(({ row }) => latest?.rows.every(({ code }) => covers(row, code)) ?? true);
  const forSome = open.filter(({ row }) => latest?.rows.some(({ code }) => covers(row, code)) ?? true);
  const next = forAll.length > 0 ? forAll : forSome.length > 0 ? forSome : open;
  let room = 0;
  let over = 0;
  for (const each of next) {
    over += each.over;
    if (each.usedUp) continue;
    const left: number[] = [];
    if (typeof each.row.visits === 'number') left.push(each.row.visits - each.visits);
    const own = (visit: Visit) => visit.rows.filter(({ code }) => covers(each.row, code));
    const last = [...visits].reverse().find((visit) => own(visit).length > 0);
    if (each.row.units !== null && last)
      left.push(Math.floor((each.row.units - each.units) / unitsOf(own(last), rule)));
    if (each.row.dollars !== null && last) {
      const charge = own(last).reduce((sum, row) => sum + row.charge, 0);
      left.push(Math.floor((each.row.dollars - each.dollars) / charge));
    }
    if (left.length === 0) return null;
    room += Math.max(0, Math.min(...left));
  }
  return next.every(({ usedUp }) => usedUp) ? -over : room;
}

function overAtTheEnd(pool: AuthorizationRow[], visits: Visit[], day: number): number {
  const ended = pool
    .filter((row) => row.to !== null && row.to < day)
    .sort((a, b) => (a.to ?? 0) - (b.to ?? 0));
  const last = ended[ended.length - 1];
  if (!last) return 0;
  // Visits of its own time that found no room in it nor in another.
  const during = leftInPool(pool, visits, last.to ?? 0, 'CMS');
  return typeof during === 'number' && during < 0 ? during : 0;
}

/** The CMS rule over all timed minutes of a date, or the AMA rule code by code. Every code here is timed. */
function unitsOf(rows: SessionRow[], rule: string): number {
  const units = (minutes: number) => Math.floor(minutes / 15) + (minutes % 15 >= 8 ? 1 : 0);
  const byCode = new Map<string, number>();
  for (const { code, minutes } of rows) byCode.set(code, (byCode.get(code) ?? 0) + minutes);
  if (rule === 'AMA') return [...byCode.values()].reduce((sum, minutes) => sum + units(minutes), 0);
  return units([...byCode.values()].reduce((sum, minutes) => sum + minutes, 0));
}

function isInForce(row: AuthorizationRow, day: number): boolean {
  return (row.from === null || row.from <= day) && (row.to === null || day <= row.to);
}

function covers({ codes }: AuthorizationRow, code: string): boolean {
  return codes === null || codes.split(', ').includes(code);
}

function limit(allowed: number | string | null): number {
  return typeof allowed === 'number' ? allowed : Infinity;
}

/** "Doe, Jane" and "JANE DOE" are one name. */
export function plainName(name: string): string {
  const [last = '', first] = name.split(',');
  return (first === undefined ? last : `${first} ${last}`).toLowerCase().replace(/[^a-z]/g, '');
}
