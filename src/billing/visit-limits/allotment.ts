import { plainText } from '../identifiers/reading';
import type { Authorization } from '../records/practice';
import { labelKey } from '../values/name-key';
import type { Day } from '../values/day';
import type { KeptVisit } from './kept-visits';
import type { Amount } from './taken';

/** What visits take of units and money; see `TakenOfVisits`. */
export interface Takes {
  units(visit: KeptVisit, covers: (code: string) => boolean): Amount;
  dollars(visit: KeptVisit, covers: (code: string) => boolean): Amount;
}

/** A row of the Authorizations table with the visits that were taken from it. */
export interface Allotted {
  row: Authorization;
  covers: (code: string) => boolean;
  visits: KeptVisit[];
  units: number;
  dollars: number;
  /** Visits of its dates and codes that found no room in it nor in any other. */
  over: KeptVisit[];
}

export interface Allotment {
  /** In the order in which they end. */
  rows: Allotted[];
  /** Visits that no row covers. */
  uncovered: KeptVisit[];
  /** Why the units or dollars of a visit cannot be told. */
  words: string | null;
}

/**
 * Takes every visit, in the order of the dates, from the row that covers its date and codes and ends first with room
 * left, as claims do. A line that was billed under a number is taken from the row with that number.
 */
export function allot(rows: readonly Authorization[], visits: readonly KeptVisit[], takes: Takes): Allotment {
  const allotment: Allotment = { rows: [...rows].sort(byEnd).map(empty), uncovered: [], words: null };
  for (const visit of visits) {
    const billedUnder = visit.billed.flatMap(({ authorization }) => labelKey(authorization ?? '') || []);
    const named = allotment.rows.find(({ row }) => billedUnder.includes(labelKey(row.number ?? '')));
    const fitting = named ? [named] : candidates(allotment.rows, visit);
    const last = fitting[fitting.length - 1];
    if (!last) allotment.uncovered.push(visit);
    else if (!fitting.some((each) => take(each, visit, takes, allotment, each === named)))
      last.over.push(visit);
  }
  return allotment;
}

/** Whether a row is in force on a day. */
export function isOpen({ from, to }: Authorization, day: Day): boolean {
  return (from ?? -Infinity) <= day && day <= (to ?? Infinity);
}

/** Those rows that cover all the codes; else those that cover one of them. */
export function coveringRows(rows: readonly Allotted[], codes: readonly string[]): Allotted[] {
  const all = rows.filter(({ covers }) => codes.every(covers));
  return all.length > 0 ? all : rows.filter(({ covers }) => codes.some(covers));
}

function candidates(rows: readonly Allotted[], { date, codes, isOfPayer }: KeptVisit): Allotted[] {
  return coveringRows(
    rows.filter(({ row }) => isOpen(row, date) && (isOfPayer || row.payer === null)),
    codes,
  );
}

/** Takes the visit if there is room for all of it; `anyway`: whether there is or not. */
function take(
  each: Allotted,
  visit: KeptVisit,
  takes: Takes,
  allotment: Allotment,
  anyway: boolean,
): boolean {
  const { row, covers } = each;
  const amountOf = (limit: number | null, amount: () => Amount): number => {
    if (limit === null) return 0;
    const taken = amount();
    if (taken.known) return taken.amount;
    allotment.words ??= taken.words;
    return 0;
  };
  const units = each.units + amountOf(row.units, () => takes.units(visit, covers));
  const dollars = each.dollars + amountOf(row.dollars, () => takes.dollars(visit, covers));
  const hasRoom =
    each.visits.length + 1 <= (row.visits ?? Infinity) &&
    units <= (row.units ?? Infinity) &&
    dollars <= (row.dollars ?? Infinity);
  if (!hasRoom && !anyway) return false;
  each.visits.push(visit);
  each.units = units;
  each.dollars = dollars;
  return true;
}

function empty(row: Authorization): Allotted {
  const codes = new Set(row.codes.map(plainText).filter(Boolean));
  const covers = (code: string): boolean => codes.size === 0 || codes.has(code);
  return { row, covers, visits: [], units: 0, dollars: 0, over: [] };
}

/** The one that ends first comes first; without an end, last. */
function byEnd(a: Authorization, b: Authorization): number {
  return (a.to ?? Infinity) - (b.to ?? Infinity) || (a.from ?? -Infinity) - (b.from ?? -Infinity) || 0;
}
