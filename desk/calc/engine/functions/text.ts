import { format } from 'numfmt';
import { CellError, LIMITS, type CellValue } from '../../../book/book';
import { findWildcard } from './wildcards';
import { textOf, type Overriding } from './overriding';

/** Functions that read numbers as texts, and which of their arguments; null: all. */
const READS_TEXTS: readonly (readonly [name: string, places: readonly number[] | null])[] = [
  ['CONCATENATE', null],
  ['CONCAT', null],
  ['TEXTJOIN', null],
  ['LEN', [0]],
  ['LENB', [0]],
  ['LEFT', [0]],
  ['RIGHT', [0]],
  ['MID', [0]],
  ['UPPER', [0]],
  ['LOWER', [0]],
  ['PROPER', [0]],
  ['SUBSTITUTE', [0, 1, 2]],
  ['REPLACE', [0, 3]],
  ['FIND', [0, 1]],
  ['EXACT', [0, 1]],
  ['CLEAN', [0]],
  ['TEXTBEFORE', [0, 1]],
  ['TEXTAFTER', [0, 1]],
  ['TEXTSPLIT', [0]],
];

export function overrideText(overriding: Overriding): void {
  const { univer } = overriding;
  for (const [name, places] of READS_TEXTS)
    overriding.changeArguments(name, places, (value) =>
      value.isNumber() ? univer.StringValueObject.create(textOf(Number(value.getValue()))) : value,
    );
  overriding.changeArguments('PROPER', [0], (value) =>
    value.isBoolean() ? univer.StringValueObject.create(textOf(Boolean(value.getValue()))) : value,
  );
  // Excel's TRIM knows the blank and nothing else: names with no-break spaces stay different.
  overriding.replaceByCell('TRIM', (value) =>
    textOf(value)
      .split(' ')
      .filter((word) => word !== '')
      .join(' '),
  );
  overriding.replaceByCell('SEARCH', (wanted, within, start = 1) => {
    const from = start === null ? 1 : overriding.number(start);
    if (from instanceof CellError) return from;
    const text = textOf(within);
    const first = Math.trunc(from);
    if (first < 1 || first > text.length + 1) return new CellError('#VALUE!');
    const found = findWildcard(textOf(wanted).toLowerCase(), text.toLowerCase(), first - 1);
    return found < 0 ? new CellError('#VALUE!') : found + 1;
  });
  overriding.replaceByCell('VALUE', (value) =>
    value === null ? 0 : typeof value === 'boolean' ? new CellError('#VALUE!') : overriding.number(value),
  );
  overriding.replaceByCell('VALUETOTEXT', (value, strict) =>
    typeof value === 'string' && strict === 1 ? `"${value.replaceAll('"', '""')}"` : textOf(value),
  );
  overriding.replaceByCell('DOLLAR', (value, decimals) => dollars(overriding, value, decimals ?? 2));
  overriding.replaceByCell('REPT', (text, times) => {
    const count = overriding.number(times ?? null);
    if (count instanceof CellError) return count;
    const length = textOf(text).length * Math.trunc(count);
    return count < 0 || length > LIMITS.cellCharacters
      ? new CellError('#VALUE!')
      : textOf(text).repeat(Math.trunc(count));
  });
}

function dollars(overriding: Overriding, value: CellValue, decimals: CellValue): CellValue {
  const [amount, places] = [overriding.number(value), overriding.number(decimals)];
  if (amount instanceof CellError) return amount;
  if (places instanceof CellError) return places;
  const digits = Math.trunc(places);
  const unit = 10 ** -Math.min(0, digits);
  const rounded = Math.sign(amount) * Math.round(Math.abs(amount) / unit) * unit;
  const shape = `$#,##0${digits > 0 ? `.${'0'.repeat(Math.min(digits, 30))}` : ''}`;
  return format(`${shape};(${shape})`, digits < 0 ? rounded : amount, { locale: 'en-US' });
}
