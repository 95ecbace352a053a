import { addDays, byDay, daysBetween, usDate, type Day } from '../values/day';
import type { VisitsLeft } from './limit';

/** When the limit that binds runs out. */
export type RunsOut =
  { outcome: 'known'; on: Day; words: string } | { outcome: 'not-available' | 'fault'; words: string };

/** The dates of a client's sessions. */
export interface Pace {
  /** Held, earliest first. */
  held: readonly Day[];
  /** Booked and not held yet. */
  booked: readonly Day[];
  today: Day;
}

/** The latest gaps between sessions show the pace; older ones may be of another time. */
const GAPS = 6;

/** Further than this nobody looks. */
const MAX_VISITS = 1000;

/**
 * The date of the last session that the limit still has room for: the booked sessions come first, then others at the
 * usual pace. A limit whose days end before that runs out on its last day.
 */
export function runsOut(answer: VisitsLeft, { held, booked, today }: Pace): RunsOut {
  if (answer.outcome !== 'known') return answer;
  const { left, binding } = answer;
  const name = binding.parts.map((part) => part.name).join(' and ');
  const upcoming = [...new Set(booked)].filter((date) => date >= today).sort(byDay);
  const lastDay = binding.parts.reduce<Day | null>(
    (latest, { to }) => (to !== null && (latest === null || to > latest) ? to : latest),
    null,
  );
  const inTime = upcoming.filter((date) => lastDay === null || date <= lastDay);
  const short = upcoming.length - Math.min(inTime.length, Math.max(0, left));
  const shortWords = short > 0 ? `, ${counted(short)} short` : '';
  if (left <= 0) {
    const on = held.at(-1 + left) ?? held.at(-1) ?? today;
    return { outcome: 'known', on, words: `ran out ${usDate(on)}: ${name}${shortWords}` };
  }
  const dates =
    upcoming.length >= left
      ? upcoming
      : [...upcoming, ...atPace(held, upcoming, today, left - upcoming.length)];
  const reached = dates[left - 1];
  if (reached === undefined && lastDay === null) {
    return {
      outcome: 'not-available',
      words: 'The usual pace is not known before two sessions, and none is booked.',
    };
  }
  const on = reached === undefined || (lastDay !== null && lastDay < reached) ? lastDay : reached;
  if (on === null) return { outcome: 'not-available', words: 'The usual pace is not known.' };
  return { outcome: 'known', on, words: `runs out ${usDate(on)}: ${name}${shortWords}` };
}

/** So many dates after the last session, as far apart as sessions usually are; none where that is not known. */
function atPace(held: readonly Day[], booked: readonly Day[], today: Day, count: number): Day[] {
  const dates = [...new Set([...held, ...booked])].sort(byDay);
  const gaps = dates
    .slice(1)
    .map((date, index) => daysBetween(dates[index] ?? date, date))
    .slice(-GAPS)
    .sort((a, b) => a - b);
  const gap = gaps[Math.floor(gaps.length / 2)];
  const last = dates.at(-1);
  if (gap === undefined || last === undefined || gap <= 0) return [];
  const found: Day[] = [];
  let next = last;
  for (let tried = 0; found.length < Math.min(count, MAX_VISITS) && tried < MAX_VISITS * 2; tried++) {
    next = addDays(next, gap);
    if (next >= today) found.push(next);
  }
  return found;
}

function counted(sessions: number): string {
  return sessions === 1 ? '1 session' : `${String(sessions)} sessions`;
}
