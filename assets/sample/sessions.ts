import { addDays, byDay, daysBetween, parseIso, partsOf, weekday } from '../../src/billing/values/day';
import type { Day } from '../../src/billing/values/day';
import { closed, habits } from './habits';
import type { Habit } from './habits';
import { incidents } from './incidents';
import { random } from './random';
import type { SessionRow } from './session-row';

const SEED = 20260801;
/** Every third session or so gets a note. */
const NOTED = 0.34;

/** All sessions, by date and hour. Equal at every run. */
export function sessionRows(): SessionRow[] {
  const next = random(SEED);
  const rows = plannedSessions().flatMap(({ habit, day, start, visit }) =>
    rowsOf(habit, day, start, visit, next),
  );
  return rows.sort((a, b) => byDay(a.day, b.day));
}

interface Planned {
  habit: Habit;
  day: Day;
  start: number;
  /** The client's first, second … session. */
  visit: number;
}

function plannedSessions(): Planned[] {
  const shut = new Set(closed.map(dayFrom));
  const planned = habits.flatMap((habit) =>
    habit.days.flatMap(({ weekday: wanted, start, from, to, everyWeeks }) =>
      allDays(dayFrom(from), dayFrom(to))
        .filter((day) => weekday(day) === wanted)
        .filter((_, week) => week % everyWeeks === 0)
        .filter((day) => !shut.has(day))
        .map((day) => ({ habit, day, start })),
    ),
  );
  planned.sort((a, b) => byDay(a.day, b.day) || a.start - b.start);
  const seen = new Map<Habit, number>();
  return planned.map((session) => {
    const visit = (seen.get(session.habit) ?? 0) + 1;
    seen.set(session.habit, visit);
    return { ...session, visit };
  });
}

function rowsOf(habit: Habit, day: Day, start: number, visit: number, next: () => number): SessionRow[] {
  const noted = next() < NOTED;
  const usual: SessionRow = {
    day,
    dateText: null,
    start,
    client: habit.client,
    minutes: habit.minutes,
    cpt: habit.cpt,
    dx: habit.dx,
    units: habit.units ?? 'formula',
    insurance: habit.insurance,
    charge: habit.charge,
    paid: habit.paid,
    how: habit.how,
    status: next() < 0.15 ? 'Kept' : 'kept',
    notes: noted ? (habit.notes[visit % habit.notes.length] ?? '') : '',
  };
  const incident = incidents.find((each) => dayFrom(each.on) === day && each.client === habit.client);
  if (!incident) return [usual];
  return incident.rows.map((change) => ({ ...usual, ...change }));
}

export function dayFrom(iso: string): Day {
  const day = parseIso(iso);
  if (day === null) throw new RangeError(`${iso} is not a date`);
  return day;
}

function allDays(from: Day, to: Day): Day[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, offset) => addDays(from, offset));
}

/** The month of a day, as a title and to group by. */
export function monthTitle(day: Day): string {
  const { year, month } = partsOf(day);
  const names = ['August', 'September', 'October'];
  return `${names[month - 8] ?? String(month)} ${String(year)}`;
}
