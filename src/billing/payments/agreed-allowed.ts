import type { Finding } from '../findings';
import { plainText } from '../identifiers/reading';
import type { Fee, Payer } from '../records/practice';
import { formatDollars, type Cents } from '../values/cents';
import { FIRST_DAY, LAST_DAY, usDate, type Day } from '../values/day';
import { labelKey } from '../values/name-key';
import { feeLookup } from '../visits/fees';

/** What a payer allows for a unit of a code on a date of service. */
export interface Agreed {
  amount: Cents;
  /** The row of the Fees table whose "Allowed" says so, where it is not the payer's own fee. */
  row: Fee | null;
}

export type PriceOf = (code: string, payer: Payer, date: Day) => Cents | null;

/**
 * The amount agreed for a unit: the "Allowed" of the Fees table that holds on the date, else the fee of a row that names
 * the payer. Once a payer and code have an allowed amount, the fee of that row is what is charged, and on a date that no
 * such amount covers nothing is agreed. The full fee is not an agreement, and neither are two amounts for one date.
 */
export function agreedAllowed(
  fees: readonly Fee[],
): (code: string, payer: Payer, date: Day) => Agreed | null {
  const feeOf = feeLookup(fees.filter(({ payer }) => payer !== null));
  const allowed = new Map<string, Fee[]>();
  for (const row of fees) {
    if (row.allowed === null || row.payer === null) continue;
    const key = keyOf(row.code, row.payer);
    allowed.set(key, [...(allowed.get(key) ?? []), row]);
  }
  return (code, payer, date) => {
    const rows = [payer.name, ...payer.aliases].flatMap((name) => allowed.get(keyOf(code, name)) ?? []);
    if (rows.length === 0) {
      const fee = feeOf(code, payer);
      return fee.kind === 'fee' ? { amount: fee.fee, row: null } : null;
    }
    const [row, ...more] = rows.filter((each) => holdsOn(each, date));
    if (!row || row.allowed === null || more.some((other) => other.allowed !== row.allowed)) return null;
    return { amount: row.allowed, row };
  };
}

export function agreedPrices(fees: readonly Fee[]): PriceOf {
  const agreed = agreedAllowed(fees);
  return (code, payer, date) => agreed(code, payer, date)?.amount ?? null;
}

/** Allowed amounts that count for nothing as they stand. */
export function allowedFindings(fees: readonly Fee[]): Finding[] {
  const rows = fees.filter(({ allowed }) => allowed !== null);
  return rows.flatMap((row, index) => {
    const twin = rows.slice(0, index).find((other) => overlap(row, other) && row.allowed !== other.allowed);
    return [
      ...(row.payer === null ? [withoutPayer(row)] : []),
      ...(firstOf(row) > lastOf(row) ? [backwards(row)] : []),
      ...(twin ? [twoAmounts(row, twin)] : []),
    ];
  });
}

const SOURCE = 'Fees table: allowed amounts by payer, code and date of service';

function withoutPayer(row: Fee): Finding {
  return {
    rule: 'allowed-without-payer',
    severity: 'WARN',
    place: row.cells['payer'] ?? row.cells['allowed'] ?? null,
    message: `The Fees table has an allowed amount of $${amountOf(row)} for ${row.code} and no payer, so it is used for nobody.`,
    fix: 'Write the payer whose amount it is under "Payer", or empty "Allowed".',
    source: SOURCE,
  };
}

function backwards(row: Fee): Finding {
  return {
    rule: 'allowed-dates-backwards',
    severity: 'WARN',
    place: row.cells['allowedTo'] ?? null,
    message: `The allowed amount of $${amountOf(row)} for ${row.code} ends on ${usDate(lastOf(row))}, before it begins on ${usDate(firstOf(row))}, so it is never used.`,
    fix: 'Correct "Allowed from" or "Allowed to" in the Fees table.',
    source: SOURCE,
  };
}

function twoAmounts(row: Fee, other: Fee): Finding {
  const first = firstOf(row) > firstOf(other) ? firstOf(row) : firstOf(other);
  const since = first === FIRST_DAY ? 'on the same dates' : `from ${usDate(first)} on`;
  return {
    rule: 'allowed-two-amounts',
    severity: 'WARN',
    place: row.cells['allowed'] ?? null,
    message: `The Fees table says that ${row.payer ?? 'a payer'} allows $${amountOf(other)} and $${amountOf(row)} for ${row.code} ${since}, so neither is used there.`,
    fix: 'End the older amount with "Allowed to", or delete the wrong row.',
    source: SOURCE,
  };
}

function amountOf({ allowed }: Fee): string {
  return allowed === null ? '' : formatDollars(allowed);
}

function overlap(one: Fee, two: Fee): boolean {
  return (
    one.payer !== null &&
    two.payer !== null &&
    keyOf(one.code, one.payer) === keyOf(two.code, two.payer) &&
    firstOf(one) <= lastOf(one) &&
    firstOf(two) <= lastOf(two) &&
    firstOf(one) <= lastOf(two) &&
    firstOf(two) <= lastOf(one)
  );
}

function holdsOn(row: Fee, date: Day): boolean {
  return firstOf(row) <= date && date <= lastOf(row);
}

function firstOf({ allowedFrom }: Fee): Day {
  return allowedFrom ?? FIRST_DAY;
}

function lastOf({ allowedTo }: Fee): Day {
  return allowedTo ?? LAST_DAY;
}

function keyOf(code: string, payer: string): string {
  return `${plainText(code)}|${labelKey(payer)}`;
}
