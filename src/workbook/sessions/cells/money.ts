import {
  centsOf,
  formatDollars,
  isWithinBounds,
  MAX_AMOUNT,
  nearestCents,
  negated,
  ZERO,
} from '../../../billing/values/cents';
import type { Cents } from '../../../billing/values/cents';
import type { GridValue } from '../grid';
import { isBlank, plainWords, tidyText } from './text';
import type { CellRead } from './text';

/** How a column writes the cents: 95.00, 95,00, or not told. */
export type DecimalMark = 'point' | 'comma' | 'unknown';

/** Words for a session without a charge. */
const FREE = new Set([
  'free', 'comp', 'comped', 'complimentary', 'no charge', 'nc', 'n c', 'waived', 'gratis', 'pro bono', 'courtesy', 'sin cargo', 'gift', 'trade', 'barter',
]); // prettier-ignore

/** Reads dollars exactly: 95, "$95.00", "(20.00)", "USD 95", "$1,234.5", "free" (0, with a remark). */
export function readMoney(value: GridValue, mark: DecimalMark): CellRead<Cents> {
  const read = readAnyMoney(value, mark);
  return 'value' in read && !isWithinBounds(read.value)
    ? { unreadable: `is more than $${formatDollars(MAX_AMOUNT)}` }
    : read;
}

function readAnyMoney(value: GridValue, mark: DecimalMark): CellRead<Cents> {
  const unreadable = { unreadable: 'is not an amount of money' };
  if (typeof value === 'boolean') return unreadable;
  if (typeof value === 'number') {
    const cents = centsOf(value);
    if (cents !== null) return { value: cents };
    const nearest = nearestCents(value);
    return nearest === null
      ? unreadable
      : { value: nearest, remark: 'has a fraction of a cent, read to the nearest cent' };
  }
  const text = tidyText(value);
  if (FREE.has(plainWords(text))) return { value: ZERO, remark: 'is read as no charge' };
  return readMoneyText(text, mark);
}

function readMoneyText(text: string, mark: DecimalMark): CellRead<Cents> {
  const { negative, digits } = unwrapped(text.replace(ROUND_AMOUNT, '$1'));
  const points = asPointDecimal(digits, mark);
  if (points === null) return { unreadable: 'could be dollars and cents or thousands' };
  const cents = /^[\d,]*\.?\d*$/.test(points) ? centsOf(points) : null;
  if (cents === null) return { unreadable: 'is not an amount of money' };
  return { value: negative ? negated(cents) : cents };
}

/** "95.-" and "95,--": no cents. */
const ROUND_AMOUNT = /^(\D*\d+)[.,][-–—]{1,2}$/;

/** Signs, brackets and the currency off. */
function unwrapped(text: string): { negative: boolean; digits: string } {
  const plain = text.replace(/[−–]/g, '-').replace(/\s*(?:us\s?\$|usd|\$|dollars?)\s*/gi, '');
  const brackets = /^\(\s*([^()]+?)\s*\)$/.exec(plain);
  const signed = /^-\s*(\S.*)$|^(.*\S)\s*-$/.exec(brackets?.[1] ?? plain);
  const digits = signed?.[1] ?? signed?.[2] ?? brackets?.[1] ?? plain;
  return { negative: brackets !== null || signed !== null, digits: digits.trim() };
}

/** With a decimal point, or null where a comma could mean either. */
function asPointDecimal(digits: string, mark: DecimalMark): string | null {
  if (/^\d{1,3}(\.\d{3})+,\d{1,2}$/.test(digits)) return digits.replace(/\./g, '').replace(',', '.');
  if (/^\d+,\d{1,2}$/.test(digits)) return mark === 'comma' ? digits.replace(',', '.') : null;
  return digits;
}

/** A column writes the cents after a comma when it does so more than once and never after a point. */
export function decimalMark(values: GridValue[]): DecimalMark {
  let commas = 0;
  for (const value of values) {
    if (typeof value === 'boolean' || isBlank(value)) continue;
    const text = tidyText(value);
    if (/\.\d{1,2}\D*$/.test(text)) return 'point';
    if (/^\D*[\d.]+,\d{2}\D*$/.test(text)) commas++;
  }
  return commas > 1 ? 'comma' : 'unknown';
}
