import type { GridValue } from '../grid';
import { showsTime } from './formats';
import { tidyText } from './text';
import type { CellRead } from './text';

const A_DAY = 1440;
const FRACTIONS: Record<string, string> = { '¼': '1/4', '½': '1/2', '¾': '3/4' };
const NUMBER = '((?:\\d+\\s)?\\d+/\\d+|\\d*[.,]\\d+|\\d+)';
const HOURS = '(?:h|hr|hrs|hour|hours|hora|horas)\\.?';
const MINUTES = "(?:m|min|mins|minute|minutes|minuto|minutos|')\\.?";
const SECONDS = '(?:s|sec|secs|second|seconds|segundos?)\\.?';

/**
 * Whole minutes as people write them: 60, "60 min", "1:00", "1h15", "1.5 hours", an Excel time. What a timer shows
 * beyond the whole minute does not count: a unit needs its minutes in full.
 * `factor` is 60 where the column counts hours. A bare 1.5 in a column of minutes is not guessed at.
 */
export function readMinutes(value: GridValue, format: string, factor: number): CellRead<number> {
  if (typeof value === 'boolean') return { unreadable: 'is not a number of minutes' };
  if (typeof value === 'number') return readNumber(value, format, factor);
  const text = value.replace(/[¼½¾]/g, (sign) => ` ${FRACTIONS[sign] ?? ''}`);
  return readText(tidyText(text).toLowerCase(), factor);
}

function readNumber(value: number, format: string, factor: number): CellRead<number> {
  if (value < 0) return { unreadable: 'is less than zero' };
  if (showsTime(format) || (factor === 1 && value > 0 && value < 1)) return limited(value * A_DAY);
  if (factor === 1 && value < 10 && !Number.isInteger(value)) {
    return { unreadable: 'could be hours or minutes' };
  }
  return limited(value * factor);
}

function limited(minutes: number): CellRead<number> {
  // Excel's times are fractions of a day: 0.0416666 is one hour, to the second.
  const whole = Math.floor(Math.round(minutes * 60) / 60);
  if (Number.isNaN(whole)) return { unreadable: 'is not a number of minutes' };
  if (whole > A_DAY) return { unreadable: 'is more than a day' };
  return { value: whole };
}

function readText(text: string, factor: number): CellRead<number> {
  const unreadable = { unreadable: 'is not a number of minutes' };
  const clock = /^(\d{1,2}):(\d{2})(?::[0-5]\d)?$/.exec(text);
  if (clock !== null) {
    const [hours, minutes] = [Number(clock[1]), Number(clock[2])];
    return hours <= 12 && minutes < 60 ? { value: hours * 60 + minutes } : unreadable;
  }
  const plain = /^\d*[.,]?\d+$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  if (!Number.isNaN(plain)) return readNumber(plain, '', factor);
  const hours = new RegExp(`^${NUMBER}[ -]?${HOURS}(?:(?:\\s|,|and|y)*(\\d{1,2})\\s?(?:${MINUTES})?)?$`).exec(
    text,
  );
  if (hours !== null) return limited(amount(hours[1]) * 60 + Number(hours[2] ?? 0));
  const minutes = new RegExp(`^(\\d+(?:[.,]\\d+)?)[ -]?${MINUTES}(?:\\s?\\d{1,2}\\s?${SECONDS})?$`).exec(
    text,
  );
  return minutes === null ? unreadable : limited(amount(minutes[1]));
}

/** "1 1/2", "3/4", "1.5" or "1,5". */
function amount(text = ''): number {
  const fraction = /^(?:(\d+)\s)?(\d+)\/(\d+)$/.exec(text.trim());
  if (fraction === null) return Number(text.replace(',', '.'));
  return Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3]);
}
