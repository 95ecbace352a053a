import { parseIso, type Day } from '../values/day';

/** Which edition of a table answers, and for which dates of service it speaks. */
export interface Edition {
  title: string;
  /** Who published it, and where this copy is from. */
  source: string;
  from: Day;
  to: Day;
}

/** An edition as the data files carry it: dates as `YYYY-MM-DD`. */
export interface WrittenEdition {
  title: string;
  source: string;
  from: string;
  to: string;
}

/** How a date of service lies to an edition. Before or after it, the answer is only what the edition says. */
export type Standing = 'before' | 'within' | 'after';

export function editionOf({ title, source, from, to }: WrittenEdition): Edition {
  const [first, last] = [parseIso(from), parseIso(to)];
  if (first === null || last === null) throw new RangeError(`${title}: ${from} to ${to} are not two dates`);
  return { title, source, from: first, to: last };
}

export function standingOf(day: Day, edition: Edition): Standing {
  if (day < edition.from) return 'before';
  return day > edition.to ? 'after' : 'within';
}
