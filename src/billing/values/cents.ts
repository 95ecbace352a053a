declare const brand: unique symbol;

/**
 * Money as a whole number of cents: at run time a plain number, to the compiler none, so that an amount is never taken
 * for dollars, a count or a day. Amounts compare with each other (`<`, `===`); whatever else is done with them has a
 * function here.
 */
export interface Cents {
  readonly [brand]: 'cents';
}

export const ZERO = branded(0);

/**
 * $99,999,999.99: more than anybody is billed or paid, and so little that the sum of all amounts of a file or workbook
 * is exact to the cent. What is read from outside is no amount beyond it.
 */
export const MAX_AMOUNT = branded(99_999_999_99);

/** A whole number that is known to be cents; anything else is a mistake of the program. */
export function cents(amount: number): Cents {
  const known = exact(amount);
  if (known === null) throw new RangeError(`${String(amount)} is not a whole number of cents`);
  return known;
}

/** A decimal number written out: sign, digits, and how many of the digits stand after the point. */
interface Decimal {
  digits: bigint;
  places: number;
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += plain(amount);
  return branded(total);
}

export function plus(amount: Cents, ...others: readonly Cents[]): Cents {
  return branded(others.reduce((total, other) => total + plain(other), plain(amount)));
}

export function minus(amount: Cents, ...others: readonly Cents[]): Cents {
  return branded(others.reduce((left, other) => left - plain(other), plain(amount)));
}

export function negated(amount: Cents): Cents {
  return branded(0 - plain(amount));
}

export function absolute(amount: Cents): Cents {
  return branded(Math.abs(plain(amount)));
}

export function isWithinBounds(amount: Cents): boolean {
  return absolute(amount) <= MAX_AMOUNT;
}

export function smaller(one: Cents, other: Cents): Cents {
  return other < one ? other : one;
}

export function larger(one: Cents, other: Cents): Cents {
  return other > one ? other : one;
}

/** For sorting, the smallest first. */
export function byAmount(a: Cents, b: Cents): number {
  return plain(a) - plain(b);
}

/**
 * An amount times a decimal factor such as 4 units or 0.8, exact, half a cent away from zero: 10.50 times 0.15
 * is 1.58.
 */
export function multiply(amount: Cents, factor: number): Cents {
  return portion(amount, factor, 1);
}

/** `part` of `whole` of an amount, such as 30 days of 365 or one unit of 4: exact, half a cent away from zero. */
export function portion(amount: Cents, part: number, whole: number): Cents {
  const [of, by] = [decimalOf(String(part)), decimalOf(String(whole))];
  if (!of || !by || by.digits <= 0n) throw new RangeError(`${part} of ${whole} is no portion`);
  const dividend = BigInt(plain(amount)) * of.digits * 10n ** BigInt(by.places);
  return branded(Number(divided(dividend, by.digits * 10n ** BigInt(of.places))));
}

/** As cells and JSON hold it. */
export function dollarsOf(amount: Cents): number {
  return plain(amount) / 100;
}

/** `$1,234.50`, `-$0.05`: as people read it. */
export function usDollars(amount: Cents): string {
  return `${amount < ZERO ? '-' : ''}$${formatDollars(absolute(amount))}`;
}

/** `1,234.50`, `-0.05`. */
export function formatDollars(amount: Cents): string {
  const plain = plainDollars(amount);
  const point = plain.length - 3;
  return plain.slice(0, point).replace(/\B(?=(\d{3})+$)/g, ',') + plain.slice(point);
}

/** `1234.50`, `-0.05`: as files and forms want it. */
export function plainDollars(amount: Cents): string {
  const digits = String(absolute(amount)).padStart(3, '0');
  return `${amount < ZERO ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * The cents of a number of dollars from a cell (95.1) or of a decimal text ('95.10', '1,234.5', '$95',
 * '(12.00)'). Null when it is no number, more than can be told to the cent, or when it holds a fraction of a cent: the
 * caller decides what that means. A number that misses a cent only by the noise of binary arithmetic
 * (94.99999999999999) is that cent.
 */
export function centsOf(dollars: number | string): Cents | null {
  if (typeof dollars === 'number') {
    if (!Number.isFinite(dollars)) return null;
    const nearest = Math.round(Number(dollars.toFixed(6)) * 100);
    return Math.abs(dollars * 100 - nearest) < 1e-4 ? exact(nearest) : null;
  }
  const inBrackets = /^\(([^()-]+)\)$/.exec(dollars.trim());
  const text = (inBrackets?.[1] ?? dollars).trim().replace(/^(-?)\s*\$\s*/, '$1');
  const decimal = decimalOf(/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text);
  if (!decimal) return null;
  const hundredths = decimal.digits * 100n;
  const scale = 10n ** BigInt(decimal.places);
  if (hundredths % scale !== 0n) return null;
  const amount = exact(Number(hundredths / scale));
  return amount !== null && inBrackets ? negated(amount) : amount;
}

/**
 * The nearest cent of a calculated number of dollars, half a cent away from zero; null when it is no number, or more
 * than can be told to the cent.
 */
export function nearestCents(dollars: number): Cents | null {
  const decimal = decimalOf(String(dollars));
  return decimal && exact(Number(divided(decimal.digits * 100n, 10n ** BigInt(decimal.places))));
}

/**
 * A total split by weights (not negative) so that the parts add up to it exactly. Cents that do not divide go to the
 * largest remainders, earlier parts first. Equal parts when all weights are 0.
 */
export function share(total: Cents, weights: readonly Cents[]): Cents[] {
  if (weights.length === 0) throw new RangeError('a total cannot be shared among nobody');
  if (weights.some((weight) => weight < ZERO)) throw new RangeError('weights are not negative');
  const used = weights.some((weight) => weight > ZERO) ? weights : weights.map(() => cents(1));
  const whole = BigInt(plain(sum(used)));
  const magnitude = plain(absolute(total));
  const parts = used.map((weight, index) => {
    const product = BigInt(magnitude) * BigInt(plain(weight));
    return { index, whole: Number(product / whole), remainder: product % whole };
  });
  const left = magnitude - parts.reduce((shared, part) => shared + part.whole, 0);
  const byRemainder = [...parts].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const part of byRemainder.slice(0, left)) part.whole += 1;
  return parts.map((part) => (total < ZERO ? negated(branded(part.whole)) : branded(part.whole)));
}

function branded(amount: number): Cents {
  return amount as unknown as Cents;
}

function plain(amount: Cents): number {
  return amount as unknown as number;
}

function decimalOf(text: string): Decimal | null {
  const match = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d{1,3}))?$/i.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole + fraction === '') return null;
  const places = fraction.length - Number(exponent);
  const digits = BigInt(sign + whole + fraction) * 10n ** BigInt(Math.max(0, -places));
  return { digits, places: Math.max(0, places) };
}

function divided(dividend: bigint, divisor: bigint): bigint {
  const half = dividend < 0n ? -divisor : divisor;
  return (dividend * 2n + half) / (divisor * 2n);
}

/** Zero is never negative; null where a number is not whole, or too large to be exact. */
function exact(amount: number): Cents | null {
  if (!Number.isSafeInteger(amount)) return null;
  return branded(amount === 0 ? 0 : amount);
}
