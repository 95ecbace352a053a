import type { Random } from './random';

/** Characters of the largest input that is made. A cell of Excel holds one less. */
export const LARGEST = 32 * 1024;

/** What programs stumble over: names that every object knows, numbers at their ends, signs of other scripts. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype', 'length', 'then'],
  ...[
    '0',
    '-0',
    '-1',
    '0.1',
    '1e999',
    '1e-999',
    '-1e308',
    '9007199254740993',
    '99999999999999999999',
    '0x10',
  ],
  ...[
    '9'.repeat(16),
    '9'.repeat(400),
    '1.005',
    '.',
    '-',
    '+',
    '1,5',
    '1.234,56',
    '(20.00)',
    '$',
    '1/0',
    '0/0',
  ],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    'undefined',
    'null',
    'true',
    '[object Object]',
    '=1+1',
    '@SUM(A1)',
    "'",
  ],
  ...[
    '',
    ' ',
    '\t',
    '\r\n',
    '\u0000',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\ud83d',
    '\ud83d\ude00',
    'e\u0301',
    'ﬁ',
  ],
  ...[
    '½',
    '٣',
    'İ',
    'ß',
    'ẞ',
    '"',
    '""',
    ',',
    ';',
    '*',
    '~',
    ':',
    '^',
    '|',
    '$&',
    '$1',
    '{of}',
    '{words}',
    '\\',
  ],
  ...[
    '20260229',
    '20261301',
    '00000000',
    '2026-10-03',
    '13/13/2026',
    '2/30/26',
    '24:61',
    '12:00 AM',
    '1:00-2:00',
  ],
  ...['97124', '97124 x 99', '97124-59-59', '97124/97140', 'M54.2', 'M54.2; M79.18', '60 min', '1 1/2 hr'],
];

/** One to six changes of a text; now and then it grows to the largest input by repeating a piece of it. */
export function mutated(random: Random, text: string, separators: RegExp): string {
  let changed = text;
  for (let left = 1 + random.below(6); left > 0; left--) changed = changedOnce(random, changed, separators);
  if (random.once(60)) changed = grown(random, changed);
  return changed.slice(0, LARGEST);
}

/** A hostile text on its own, as a cell may hold it. */
export function hostileText(random: Random): string {
  const text = random.of(HOSTILE_TEXTS);
  if (random.once(40)) return repeated(text === '' ? ' ' : text, LARGEST - 1);
  return random.once(4) ? text + random.of([' ', '-', ' x ', '']) + random.of(HOSTILE_TEXTS) : text;
}

function changedOnce(random: Random, text: string, separators: RegExp): string {
  const [from, to] = piece(random, text);
  switch (random.below(7)) {
    case 0:
      return text.slice(0, from) + text.slice(to);
    case 1:
      return text.slice(0, to) + text.slice(from);
    case 2:
      return text.slice(0, from) + random.of(HOSTILE_TEXTS) + text.slice(from);
    case 3:
      return text.slice(0, from) + String.fromCharCode(random.below(0x180)) + text.slice(from + 1);
    case 4:
      return random.once(8) ? text.slice(0, from) : text;
    default:
      return withValue(random, text, separators);
  }
}

/** Another value between two separators: one of the text's own, or a hostile one. */
function withValue(random: Random, text: string, separators: RegExp): string {
  const parts = text.split(separators);
  // With the separators captured they stand at the odd places.
  const at = 2 * random.below((parts.length + 1) / 2);
  const other = random.once(2) ? parts[2 * random.below((parts.length + 1) / 2)] : random.of(HOSTILE_TEXTS);
  parts[at] = other ?? '';
  return parts.join('');
}

function grown(random: Random, text: string): string {
  const [from, to] = piece(random, text);
  const one = random.once(2) ? random.of(HOSTILE_TEXTS) : text.slice(from, to);
  const room = LARGEST - text.length;
  return room <= 0 || one === '' ? text : text.slice(0, from) + repeated(one, room) + text.slice(from);
}

export function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}

function piece(random: Random, text: string): [from: number, to: number] {
  const from = random.below(text.length + 1);
  return [from, Math.min(text.length, from + random.below(random.once(3) ? 400 : 12))];
}
