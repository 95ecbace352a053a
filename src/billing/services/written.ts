/** A service as people write it where a code belongs: "massage 90", "60 min facial", "ind x2". */
export interface WrittenService {
  /** The words, without minutes and units. */
  name: string;
  minutes: number | null;
  units: number | null;
  /** A number that could be minutes or units: "massage 4". */
  odd: number | null;
}

const NAME = "(?<name>\\p{L}[\\p{L}\\p{M}'’&/ .+-]*?)";
const MIN = "(?:m|min|mins|minutes?|minutos?|')(?!\\p{L})\\.?";
const HOUR = '(?:h|hr|hrs|hours?|horas?)(?!\\p{L})\\.?';
const UNIT = '(?:u|units?|unidad(?:es)?)(?!\\p{L})\\.?';

/** Each form with what its number means. The first that fits is it. */
const FORMS: readonly [form: RegExp, means: 'minutes' | 'hours' | 'units' | 'bare' | null][] = [
  [form(`${NAME}`), null],
  [form(`${NAME}[\\s:,(@-]*(?<number>\\d{1,3})[\\s-]?${MIN}\\)?`), 'minutes'],
  [form(`(?<number>\\d{1,3})[\\s-]?${MIN}[\\s:,-]*${NAME}`), 'minutes'],
  [form(`${NAME}[\\s:,(@-]*(?<number>\\d(?:\\.\\d{1,2})?)[\\s-]?${HOUR}\\)?`), 'hours'],
  [form(`(?<number>\\d(?:\\.\\d{1,2})?)[\\s-]?${HOUR}[\\s:,-]*${NAME}`), 'hours'],
  [form(`${NAME}[\\s:,(-]*(?:x|×|\\*|qty)\\s*(?<number>\\d{1,2})\\)?`), 'units'],
  [form(`(?<number>\\d{1,2})\\s*(?:x|×|\\*)\\s*${NAME}`), 'units'],
  [form(`${NAME}[\\s:,(-]*(?<number>\\d{1,2})\\s*${UNIT}\\)?`), 'units'],
  [form(`${NAME}[\\s:,(@-]*(?<number>\\d{1,3})\\)?`), 'bare'],
  [form(`(?<number>\\d{1,3})[\\s:,-]*${NAME}`), 'bare'],
];

function form(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`, 'iu');
}

const NO_NAME = /^(?:m|min|mins|minutes?|minutos?|h|hrs?|hours?|horas?|u|units?|qty)$/i;

/** Minutes of a session as people name them with a service; a number below is as likely units. */
const LEAST_MINUTES = 15;
const MAX_MINUTES = 240;
const MAX_LETTERS = 60;

/** What a text without a code says of a service; null where it is something else, such as a code with a slip. */
export function serviceWritten(text: string): WrittenService | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length > MAX_LETTERS) return null;
  for (const [pattern, means] of FORMS) {
    const { name, number } = pattern.exec(plain)?.groups ?? {};
    if (name === undefined || (name.match(/\p{L}/gu) ?? []).length < 2) continue;
    const tidy = name.replace(/[\s.+/&-]+$/, '').trim();
    if (NO_NAME.test(tidy)) return null;
    return { name: tidy, minutes: null, units: null, odd: null, ...meaning(Number(number), means) };
  }
  return null;
}

function meaning(number: number, means: (typeof FORMS)[number][1]): Partial<WrittenService> {
  switch (means) {
    case null:
      return {};
    case 'minutes':
      return { minutes: number };
    case 'hours':
      return { minutes: Math.floor(number * 60) };
    case 'units':
      return { units: number };
    case 'bare':
      return number >= LEAST_MINUTES && number <= MAX_MINUTES && number % 5 === 0
        ? { minutes: number }
        : { odd: number };
  }
}
