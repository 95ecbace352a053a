/**
 * How the units of a code come about: the seven ways in which therapists' codes count, and two that minutes do not
 * decide. Minutes of `timed` codes are pooled under the CMS rule; those of every other kind never are.
 */
export type Counting =
  /** A unit each fifteen minutes one on one, with other timed codes or alone: the payer's rule says. */
  | { kind: 'timed' }
  /** A unit each fifteen minutes, always alone. */
  | { kind: 'quarter' }
  /** A unit each thirty minutes, always alone. */
  | { kind: 'half' }
  /** One unit from `from` minutes on, for the first `covers`; the time after that belongs to add-ons. */
  | { kind: 'first'; from: number; covers: number }
  /** A unit each `each` minutes beyond those of its primary code, the last from `from` minutes on. */
  | { kind: 'add-on'; each: number; from: number }
  /** The minutes choose the code among those of one ladder; always one unit. `to` is null on the highest rung. */
  | { kind: 'ladder'; ladder: string; from: number; to: number | null }
  /** One unit from `from` minutes on, however many follow. */
  | { kind: 'threshold'; from: number }
  /** One a day, however long it takes. */
  | { kind: 'once' }
  /** One a day; the number of spinal regions chooses the code. */
  | { kind: 'regions'; from: number; to: number | null }
  /** One for each thing named, such as a questionnaire: only who gave it knows how many. */
  | { kind: 'instruments'; thing: string }
  /** The payer says, or the calendar month counts: minutes of a day do not tell. */
  | { kind: 'asked'; because: string };

export type CountingKind = Counting['kind'];

const NEEDS_MINUTES: ReadonlySet<string> = new Set<CountingKind>(['timed', 'quarter', 'half', 'add-on']);
const JUDGED_BY_MINUTES: ReadonlySet<string> = new Set<CountingKind>(['first', 'ladder', 'threshold']);
const ONE_A_DAY: ReadonlySet<string> = new Set<CountingKind>([
  'first',
  'ladder',
  'threshold',
  'once',
  'regions',
]);
const WRITTEN: ReadonlySet<string> = new Set<CountingKind>(['instruments', 'asked']);

/** Whether units cannot be told without minutes. */
export const needsMinutes = (kind: CountingKind | 'unknown'): boolean => NEEDS_MINUTES.has(kind);

/** Whether minutes belong to the code at all: they make its units, or say whether it is the right one. */
export const takesMinutes = (kind: CountingKind | 'unknown'): boolean =>
  NEEDS_MINUTES.has(kind) || JUDGED_BY_MINUTES.has(kind);

/** Whether a day has at most one unit of the code, whatever the minutes. */
export const isOnceADay = (kind: CountingKind | 'unknown'): boolean => ONE_A_DAY.has(kind);

/** Whether only the user can say how many units there are. */
export const isCountedByHand = (kind: CountingKind | 'unknown'): boolean => WRITTEN.has(kind);

/** Units of time counted alone: whole ones, and one more where the rest is at least `from` minutes. */
export function unitsOfTime(minutes: number, each: number, from: number): number {
  return Math.floor(minutes / each) + (minutes % each >= from ? 1 : 0);
}
