import type { Cents } from './cents';
import type { Day } from './day';

/** What a number, an amount and a day are at run time, for places where not the type but a column says which it is. */
export type AnyNumber = number | Cents | Day;

export function isAnyNumber(value: unknown): value is AnyNumber {
  return typeof value === 'number';
}

/** The number itself: cents, a serial, or whatever it counts. */
export function plainNumber(value: AnyNumber): number {
  return value as number;
}
