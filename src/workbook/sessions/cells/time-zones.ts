import { dayOf, partsOf } from '../../../billing/values/day';
import type { Day } from '../../../billing/values/day';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Day and time on the clocks of a time zone (IANA), of a day and minutes in UTC; minutes may lie outside of the day. */
export function clockOf(zone: string): (day: Day, minutes: number) => { day: Day; time: number } {
  return (day, minutes) => momentInZone(day, minutes, zone);
}

function momentInZone(day: Day, minutes: number, zone: string): { day: Day; time: number } {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const moment = Date.UTC(year, month - 1, dayOfMonth, 0, minutes);
  const parts = new Map(
    formatOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    day: dayOf(part('year'), part('month'), part('day')) ?? day,
    time: part('hour') * 60 + part('minute'),
  };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
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
  formats.set(zone, made);
  return made;
}
