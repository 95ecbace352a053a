import type { Authorization } from '../records/practice';
import type { Day } from '../values/day';

/** An order or referral, which says that massage is wanted; an authorization says that it will be paid. */
export function isOrder({ kind }: Authorization): boolean {
  return kind === 'order' || kind === 'referral';
}

export function inForce({ from, to }: Authorization, date: Day): boolean {
  return (from ?? -Infinity) <= date && date <= (to ?? Infinity);
}
