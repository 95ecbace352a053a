import { plainText } from '../identifiers/reading';
import type { Authorization, Payer } from '../records/practice';
import { byDay, FIRST_DAY, LAST_DAY, usDate, type Day } from '../values/day';

/** An order or referral says that the service is wanted, an authorization that it will be paid. */
export const KINDS = ['order', 'referral', 'authorization'] as const;
export type RowKind = (typeof KINDS)[number];

export type Covers = (code: string) => boolean;

/** A row with a number is an authorization; one with neither number nor kind is no more than an order. */
export function kindOf({ kind, number }: Authorization): RowKind {
  return kind ?? (number === null ? 'order' : 'authorization');
}

export function isOrder(row: Authorization): boolean {
  return kindOf(row) !== 'authorization';
}

/** Without a first or last day a row has begun long ago or goes on. */
export function inForce({ from, to }: Authorization, day: Day): boolean {
  return (from ?? FIRST_DAY) <= day && day <= (to ?? LAST_DAY);
}

/** Says of a code, in capitals, whether a row is for it. A row that names no codes is for all. */
export function coverOf(row: Authorization): Covers {
  const codes = new Set(row.codes.map(plainText).filter(Boolean));
  return (code) => codes.size === 0 || codes.has(code);
}

/** Those rows that are for all the codes; where there are none, those that are for one of them. */
export function covering<Row extends { covers: Covers }>(
  rows: readonly Row[],
  codes: readonly string[],
): Row[] {
  const all = rows.filter(({ covers }) => codes.every(covers));
  return all.length > 0 ? all : rows.filter(({ covers }) => codes.some(covers));
}

/**
 * The order in which rows are used up: first those with a number, since a claim can name no other; of these the one
 * that ends first, and one without an end last.
 */
export function byUse(a: Authorization, b: Authorization): number {
  return (
    Number(a.number === null) - Number(b.number === null) ||
    byEnd(a, b) ||
    byDay(a.from ?? FIRST_DAY, b.from ?? FIRST_DAY)
  );
}

export function byEnd(a: Authorization, b: Authorization): number {
  return byDay(a.to ?? LAST_DAY, b.to ?? LAST_DAY);
}

/** Whether a payer asks for a row of the kind; null where that is not known. */
export function isNeeded(kind: RowKind, payer: Payer | null): boolean | null {
  if (kind !== 'authorization') return payer?.referralNeeded ?? null;
  return payer?.kind === 'va' ? true : (payer?.authorizationNeeded ?? null);
}

/** `authorization A-17`; without a number, `the order from 03/02/2026`. */
export function rowName(row: Authorization): string {
  const kind = kindOf(row);
  if (row.number !== null) return `${kind} ${row.number}`;
  return row.from === null ? `the ${kind}` : `the ${kind} from ${usDate(row.from)}`;
}
