import { dayOf, partsOf } from '../../../billing/values/day';
import type { Day } from '../../../billing/values/day';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Day and time on the clocks of a time zone (IANA), of a day and minutes in UTC; minutes may lie outside of the day. */
export function momentInZone(day: Day, minutes: number, zone: string): { day: Day; time: number } {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const moment = Date.UTC(year, month - 1, dayOfMonth, 0, minutes);
  const parts = new Map(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    day: dayOf(part('year'), part('month'), part('day')) ?? day,
    time: part('hour') * 60 + part('minute'),
  };
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}
