import {
  dayOf,
  daysBetween,
  dayOfSerial,
  isLikely,
  weekday,
  yearOf,
  type Day,
} from '../../../billing/values/day';
import type { Block } from '../blocks/block';
import type { RowContexts } from '../blocks/row-contexts';
import { weekdayNamed } from '../cells/calendar-words';
import { orderShown, type DateOrder } from '../cells/dates';
import { isBlank, tidyText } from '../cells/text';
import { writtenMoment } from '../cells/written-dates';
import type { GridValue, SheetGrid } from '../grid';

/** Whether day or month comes first, and what shows it; `shown` null where nothing does. */
export interface OrderFound {
  order: DateOrder;
  /** In words, where something else than the dates themselves shows it. */
  shown: string | null;
}

/** A date that can be read either way, or one that is certain (both readings are it). */
interface Either {
  row: number;
  monthFirst: Day;
  dayFirst: Day;
  first: number;
  second: number;
  weekday: number | null;
}

/** One witness: what it says, and how often. */
interface Votes {
  words: string;
  monthFirst: number;
  dayFirst: number;
}

const LEAST_VOTES = 2;

/**
 * How the texts of a date column without a month in letters are written. Dates such as 13/10 show it themselves; else
 * weekdays beside them, the month of a title or band, and their sequence do; else other sheets of the workbook
 * (`elsewhere`). Where these contradict each other the order is `mixed`: it is asked.
 */
export function dateOrderOf(
  grid: SheetGrid,
  block: Block,
  column: number,
  contexts: RowContexts,
  elsewhere: DateOrder | null,
): OrderFound {
  const at = column - grid.firstColumn;
  const values = grid.values.slice(block.header + 1, block.last + 1).map((row) => row[at] ?? '');
  const own = orderShown(values);
  if (own.open === 0 && (own.dayFirst === 0 || own.monthFirst === 0))
    return { order: own.dayFirst > 0 ? 'day-first' : 'month-first', shown: null };
  const dates = readEitherWay(grid, block, at, contexts);
  const witnesses: Votes[] = [
    { words: 'dates beyond the 12th', dayFirst: own.dayFirst * LEAST_VOTES, monthFirst: own.monthFirst * LEAST_VOTES }, // prettier-ignore
    weekdays(dates),
    months(dates, contexts),
    sequence(dates),
  ];
  const dayFirst = witnesses.filter((votes) => votes.dayFirst >= LEAST_VOTES);
  const monthFirst = witnesses.filter((votes) => votes.monthFirst >= LEAST_VOTES);
  if (dayFirst.length > 0 && monthFirst.length > 0) {
    const said = [...new Set([...dayFirst, ...monthFirst].map(({ words }) => words))];
    return { order: 'mixed', shown: said.join(' and ') };
  }
  if (dayFirst.length > 0)
    return { order: 'day-first', shown: own.dayFirst > 0 ? null : (dayFirst[0]?.words ?? null) };
  if (monthFirst.length > 0 || elsewhere !== 'day-first') return { order: 'month-first', shown: null };
  return { order: 'day-first', shown: 'other sheets of the workbook' };
}

function readEitherWay(grid: SheetGrid, block: Block, at: number, contexts: RowContexts): Either[] {
  const beside = weekdayColumn(grid, block, at);
  const dates: Either[] = [];
  for (let row = block.header + 1; row <= block.last; row++) {
    const value = grid.values[row]?.[at] ?? '';
    const named = beside === null ? null : weekdayNamed(tidyText(grid.values[row]?.[beside] ?? ''));
    if (typeof value === 'number') {
      const day = value < 1 ? null : dayOfSerial(value, grid.date1904);
      if (day !== null && isLikely(day))
        dates.push({ row, monthFirst: day, dayFirst: day, first: 0, second: 0, weekday: named });
      continue;
    }
    if (typeof value !== 'string' || isBlank(value)) continue;
    const text = tidyText(value);
    const written = writtenMoment(text)?.date;
    const year = written?.year ?? contexts.at(row).year;
    if (written === undefined || year === null || 'month' in written.parts || written.parts.isDotted)
      continue;
    const { first, second } = written.parts;
    const [monthFirst, dayFirst] = [dayOf(year, first, second), dayOf(year, second, first)];
    const certain = monthFirst ?? dayFirst;
    if (certain === null) continue;
    dates.push({
      row,
      monthFirst: monthFirst ?? certain,
      dayFirst: dayFirst ?? certain,
      first,
      second,
      weekday: named ?? weekdayIn(text),
    });
  }
  return dates;
}

/** "Sat 3/10/2026" and "3/10/2026 (Sat)". */
function weekdayIn(text: string): number | null {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.map((word) => weekdayNamed(word)).find((day) => day !== null) ?? null;
}

/** A column of the table in which weekdays stand, and next to nothing else. */
function weekdayColumn(grid: SheetGrid, { header, last, left, right }: Block, date: number): number | null {
  const rows = grid.values.slice(header + 1, Math.min(last, header + 200) + 1);
  for (let at = left; at <= right; at++) {
    if (at === date) continue;
    const filled = rows.map((row) => row[at]).filter((value): value is GridValue => !isBlank(value));
    const named = filled.filter(
      (value) => typeof value === 'string' && weekdayNamed(tidyText(value)) !== null,
    );
    if (named.length >= LEAST_VOTES && named.length * 5 >= filled.length * 4) return at;
  }
  return null;
}

function isOpen({ monthFirst, dayFirst }: Either): boolean {
  return monthFirst !== dayFirst;
}

function weekdays(dates: readonly Either[]): Votes {
  const told = dates.filter((date) => isOpen(date) && date.weekday !== null);
  const fits = (day: (date: Either) => Day) => told.filter((date) => weekday(day(date)) === date.weekday);
  const [month, day] = [fits((date) => date.monthFirst), fits((date) => date.dayFirst)];
  return {
    words: 'weekdays beside the dates',
    monthFirst: month.filter((date) => !day.includes(date)).length,
    dayFirst: day.filter((date) => !month.includes(date)).length,
  };
}

/** A month above the rows is theirs where each of them can be of it. */
function months(dates: readonly Either[], contexts: RowContexts): Votes {
  const votes: Votes = { words: 'the month above the dates', monthFirst: 0, dayFirst: 0 };
  for (const date of dates.filter(isOpen)) {
    const { month } = contexts.at(date.row);
    if (month === null) continue;
    if (date.first !== month && date.second !== month) return { ...votes, monthFirst: 0, dayFirst: 0 };
    votes[date.first === month ? 'monthFirst' : 'dayFirst']++;
  }
  const isOneSided = votes.monthFirst === 0 || votes.dayFirst === 0;
  return isOneSided ? votes : { ...votes, monthFirst: 0, dayFirst: 0 };
}

/** Rows follow each other in time, upwards or downwards, in one of the orders and not in the other. */
function sequence(dates: readonly Either[]): Votes {
  const turns = (dayAt: (date: Either) => Day): number => {
    const steps = dates.slice(1).map((date, index) => daysBetween(dayAt(dates[index] ?? date), dayAt(date)));
    return Math.min(steps.filter((step) => step < 0).length, steps.filter((step) => step > 0).length);
  };
  const years = new Set(dates.map(({ monthFirst }) => yearOf(monthFirst)));
  const [month, day] = [turns(({ monthFirst }) => monthFirst), turns(({ dayFirst }) => dayFirst)];
  const isTold = dates.filter(isOpen).length >= LEAST_OPEN && years.size <= 3;
  return {
    words: 'the order of the rows',
    monthFirst: isTold && month === 0 ? day : 0,
    dayFirst: isTold && day === 0 ? month : 0,
  };
}

/** Fewer dates follow each other by chance. */
const LEAST_OPEN = 4;
