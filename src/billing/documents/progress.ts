import type { CellPlace } from '../findings';
import { byDay, type Day } from '../values/day';
import type { OutcomeMeasure } from './outcome-measures';
import { outcomeText, type OutcomeValue } from './read-outcome';

/** One value of one measure at one visit. */
export interface OutcomeAtVisit {
  date: Day;
  /** Header of its column, as the user writes it. */
  column: string;
  measure: OutcomeMeasure;
  value: OutcomeValue;
  place: CellPlace;
}

export interface OutcomeTrend {
  column: string;
  measure: OutcomeMeasure;
  first: OutcomeAtVisit;
  last: OutcomeAtVisit;
  /** Last less first; null where there is one value, or where they are of different scales. */
  change: number | null;
  verdict: 'better' | 'worse' | 'the same' | null;
}

/** First, last and change of each column, in the order of the sheet. Values of one day: the later row counts. */
export function outcomeTrends(outcomes: readonly OutcomeAtVisit[]): OutcomeTrend[] {
  const columns = new Map<string, OutcomeAtVisit[]>();
  for (const outcome of outcomes) {
    const own = columns.get(outcome.column);
    if (own) own.push(outcome);
    else columns.set(outcome.column, [outcome]);
  }
  return [...columns.values()].flatMap(
    (own) => trendOf([...own].sort((a, b) => byDay(a.date, b.date))) ?? [],
  );
}

function trendOf(own: readonly OutcomeAtVisit[]): OutcomeTrend | null {
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return null;
  const { column, measure } = first;
  const isComparable = own.length > 1 && first.date !== last.date && first.value.of === last.value.of;
  const change = isComparable ? Math.round((last.value.value - first.value.value) * 100) / 100 : null;
  return { column, measure, first, last, change, verdict: change === null ? null : verdict(change, measure) };
}

function verdict(change: number, { better }: OutcomeMeasure): 'better' | 'worse' | 'the same' {
  if (change === 0) return 'the same';
  return change < 0 === (better === 'lower') ? 'better' : 'worse';
}

/** `Pain before was 7/10 on 10/01/2026 and 3/10 on 10/29/2026.` */
export function trendSentence(
  { column, first, last, verdict: how }: OutcomeTrend,
  day: (date: Day) => string,
): string {
  const begin = `${column} was ${outcomeText(first.value)} on ${day(first.date)}`;
  return how === null ? `${begin}.` : `${begin} and ${outcomeText(last.value)} on ${day(last.date)}.`;
}

/** The measured values of each visit, by column. */
export interface OutcomesOfVisit {
  date: Day;
  values: ReadonlyMap<string, OutcomeValue>;
}

export function outcomesByVisit(outcomes: readonly OutcomeAtVisit[]): OutcomesOfVisit[] {
  const dates = new Map<Day, Map<string, OutcomeValue>>();
  for (const { date, column, value } of outcomes) {
    const of = dates.get(date) ?? new Map<string, OutcomeValue>();
    of.set(column, value);
    dates.set(date, of);
  }
  return [...dates].map(([date, values]) => ({ date, values })).sort((a, b) => byDay(a.date, b.date));
}
