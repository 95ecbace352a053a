import { centsOf, type Cents } from '../../src/billing/values/cents';
import { parseIso, serialOf, type Day } from '../../src/billing/values/day';

/** The day of a `YYYY-MM-DD` text. */
export function day(iso: string): Day {
  const read = parseIso(iso);
  if (read === null) throw new Error(`The test's "${iso}" is no date.`);
  return read;
}

/** The day as the number that a cell holds. */
export function serial(iso: string): number {
  return serialOf(day(iso));
}

/** The amount of a text in dollars: `95.00`. */
export function usd(dollars: string): Cents {
  const read = centsOf(dollars);
  if (read === null) throw new Error(`The test's "${dollars}" is no amount.`);
  return read;
}
