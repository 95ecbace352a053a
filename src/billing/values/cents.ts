/** Money as a whole number of cents. */
export type Cents = number;

/** A decimal number written out: sign, digits, and how many of the digits stand after the point. */
interface Decimal {
  digits: bigint;
  places: number;
}

export function sum(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}

/**
 * An amount times a decimal factor such as 4 units or 0.8, exact, half a cent away from zero: 10.50 times 0.15
 * is 1.58.
 */
export function multiply(amount: Cents, factor: number): Cents {
  const decimal = decimalOf(String(factor));
  if (!decimal) throw new RangeError(`${factor} is not a factor`);
  return Number(divided(BigInt(amount) * decimal.digits, 10n ** BigInt(decimal.places)));
}

/** `1,234.50`, `-0.05`. */
export function formatDollars(amount: Cents): string {
  const plain = plainDollars(amount);
  const point = plain.length - 3;
  return plain.slice(0, point).replace(/\B(?=(\d{3})+$)/g, ',') + plain.slice(point);
}

/** `1234.50`, `-0.05`: as files and forms want it. */
export function plainDollars(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * The cents of a number of dollars from a cell (95.1) or of a decimal text ('95.10', '1,234.5', '$95',
 * '(12.00)'). Null when it is no number, or when it holds a fraction of a cent: the caller decides what that
 * means. A number that misses a cent only by the noise of binary arithmetic (94.99999999999999) is that cent.
 */
export function centsOf(dollars: number | string): Cents | null {
  if (typeof dollars === 'number') {
    if (!Number.isFinite(dollars)) return null;
    const cents = Math.round(Number(dollars.toFixed(6)) * 100);
    return Math.abs(dollars * 100 - cents) < 1e-4 ? noNegativeZero(cents) : null;
  }
  const inBrackets = /^\(([^()-]+)\)$/.exec(dollars.trim());
  const text = (inBrackets?.[1] ?? dollars).trim().replace(/^(-?)\s*\$\s*/, '$1');
  const decimal = decimalOf(/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(',', '') : text);
  if (!decimal) return null;
  const hundredths = decimal.digits * 100n;
  const scale = 10n ** BigInt(decimal.places);
  if (hundredths % scale !== 0n) return null;
  const cents = Number(hundredths / scale);
  if (!Number.isSafeInteger(cents)) return null;
  return inBrackets ? noNegativeZero(-cents) : cents;
}

/** The nearest cent of a calculated number of dollars, half a cent away from zero; null when it is no number. */
export function nearestCents(dollars: number): Cents | null {
  const decimal = decimalOf(String(dollars));
  return decimal && Number(divided(decimal.digits * 100n, 10n ** BigInt(decimal.places)));
}

/**
 * A total split by weights (whole, not negative: minutes, units, cents) so that the parts add up to it exactly.
 * Cents that do not divide go to the largest remainders, earlier parts first. Equal parts when all weights are 0.
 */
export function share(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.length === 0) throw new RangeError('a total cannot be shared among nobody');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('weights are whole numbers, not negative');
  }
  const used = weights.some((weight) => weight > 0) ? weights : weights.map(() => 1);
  const whole = BigInt(sum(used));
  const magnitude = BigInt(Math.abs(total));
  const parts = used.map((weight, index) => {
    const product = magnitude * BigInt(weight);
    return { index, cents: Number(product / whole), remainder: product % whole };
  });
  const left = Math.abs(total) - sum(parts.map((part) => part.cents));
  const byRemainder = [...parts].sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
  for (const part of byRemainder.slice(0, left)) part.cents += 1;
  return parts.map((part) => noNegativeZero(total < 0 ? -part.cents : part.cents));
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

function noNegativeZero(cents: Cents): Cents {
  return cents === 0 ? 0 : cents;
}
