import { rangeName } from '../../../billing/cell-name';
import type { Finding } from '../../../billing/findings';
import type { Session } from '../../../billing/records/session';
import { addDays, daysBetween, earliestOf, latestOf, usDate, type Day } from '../../../billing/values/day';
import { rowFinding } from './unreadable';

/** Excel's two calendars begin so many days apart: dates copied from a workbook of the other one are off by them. */
const APART = 1462;
/** Days by which dates that belong together lie apart at most. */
const NEAR = 62;

/**
 * A STOP where the dates of a sheet fall into two groups that are one when the days between Excel's two calendars are
 * added: some were copied from a workbook that counts from 1904. `sessions` are those of one table.
 */
export function daysOf1904(sessions: readonly Session[]): Finding[] {
  const days = sessions.map(({ date }) => date);
  if (days.length < 2) return [];
  const from = earliestOf(days);
  if (daysBetween(from, latestOf(days)) < APART - NEAR) return [];
  const early = sessions.filter(({ date }) => daysBetween(from, date) < APART - NEAR);
  const late = sessions.filter(({ date }) => daysBetween(from, date) >= APART - NEAR);
  const lateDays = late.map(({ date }) => date);
  const [first, last] = [earliestOf(lateDays), latestOf(lateDays)];
  const gap = daysBetween(latestOf(early.map(({ date }) => date)), first);
  const isNear = (day: Day) =>
    daysBetween(first, addDays(day, APART)) >= -NEAR && daysBetween(addDays(day, APART), last) >= -NEAR;
  if (gap < LEAST_GAP || !early.every(({ date }) => isNear(date))) return [];
  const few = early.length <= late.length ? early : late;
  const [one] = few;
  if (!one) return [];
  const { sheet, row, column } = one.place;
  const bottom = few.at(-1)?.place.row ?? row;
  return [
    rowFinding({
      rule: 'session-dates-of-1904',
      severity: 'STOP',
      place: one.place,
      message: `${String(few.length)} of the ${String(sessions.length)} dates of "${sheet}" (${rangeName({ top: row, bottom, left: column, right: column })}, such as ${usDate(one.date)}) are four years and a day off the others: as if copied from a workbook that counts its days from 1904.`,
      fix: `Add ${String(APART)} days to the earlier ones, or take them from the later ones; if they are right, nothing.`,
    }),
  ];
}

/** Who works without a break for so long does so in few sheets. */
const LEAST_GAP = 365;
