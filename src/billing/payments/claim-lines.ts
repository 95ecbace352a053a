import { absolute, minus, negated, share, sum, ZERO, type Cents } from '../values/cents';
import type { BilledLines } from './billed-line';
import type { BilledLine } from '../records/billed-line';
import type { Adjustment, RemittanceClaim, RemittanceLine } from './remittance/remittance';

/**
 * Amounts laid over lines by what the lines charge: for each amount its parts. Each is laid over what those before it
 * left, so that amounts that come to all charges together come to the charge of each line too, to the cent.
 */
export function laidOver(amounts: readonly Cents[], charges: readonly Cents[]): Cents[][] {
  const left = [...charges];
  return amounts.map((amount) => {
    const parts = share(amount, left.map(absolute));
    parts.forEach((part, index) => (left[index] = minus(left[index] ?? ZERO, part)));
    return parts;
  });
}

/**
 * The lines of a claim with what was taken off the claim as a whole laid over them, so that they add up to what the
 * claim pays. It is taken from what each line pays, since nothing can be taken from a line that was denied. A claim
 * that balances gives lines that balance.
 */
export function linesToPost(claim: RemittanceClaim): RemittanceLine[] {
  const { lines, adjustments } = claim;
  if (adjustments.length === 0 || lines.length === 0) return lines;
  const isPaid = lines.some(({ paid }) => paid !== ZERO);
  const parts = laidOver(
    adjustments.map(({ amount }) => amount),
    lines.map(({ paid, charge }) => (isPaid ? paid : charge)),
  );
  return lines.map((line, index) => {
    const own = adjustments.flatMap((one, which): Adjustment[] => {
      const amount = parts[which]?.[index] ?? ZERO;
      return amount === ZERO ? [] : [{ ...one, amount }];
    });
    return {
      ...line,
      paid: minus(line.paid, sum(own.map(({ amount }) => amount))),
      adjustments: [...line.adjustments, ...own],
    };
  });
}

/** One answer to several billed lines, laid over them by what they charge; each part balances. */
export function partsOfLine(line: RemittanceLine, billed: readonly BilledLine[]): RemittanceLine[] {
  const charges = billed.map(({ charge }) => (line.charge < ZERO ? negated(charge) : charge));
  const [paid, ...parts] = laidOver([line.paid, ...line.adjustments.map(({ amount }) => amount)], charges);
  const allowed = line.allowed === null ? null : share(line.allowed, charges.map(absolute));
  return billed.map((one, index) => {
    const adjustments = line.adjustments.flatMap((each, which): Adjustment[] => {
      const amount = parts[which]?.[index] ?? ZERO;
      return amount === ZERO ? [] : [{ ...each, amount }];
    });
    return {
      ...line,
      code: one.code,
      charge: charges[index] ?? ZERO,
      paid: paid?.[index] ?? ZERO,
      allowed: allowed?.[index] ?? null,
      adjustments,
    };
  });
}

/**
 * A claim that came without lines, laid over the billed lines of its account by charge; null when they do not charge
 * what the claim charges, so that it is not the same claim.
 */
export function linesOfBilled(
  claim: RemittanceClaim,
  lines: BilledLines,
): { billed: BilledLine; line: RemittanceLine }[] | null {
  const billed = lines.ofAccount(claim.account);
  const charges = billed.map(({ charge }) => charge);
  if (billed.length === 0 || sum(charges) !== absolute(claim.charge)) return null;
  const signed = (charge: Cents) => (claim.charge < ZERO ? negated(charge) : charge);
  const [, ...parts] = laidOver(
    [claim.paid, ...claim.adjustments.map(({ amount }) => amount)],
    charges.map(signed),
  );
  return billed.map((one, index) => {
    const adjustments = claim.adjustments.map((each, which) => ({
      ...each,
      amount: parts[which]?.[index] ?? ZERO,
    }));
    const charge = signed(one.charge);
    return {
      billed: one,
      line: {
        at: claim.at,
        code: one.code,
        modifiers: one.modifiers,
        original: null,
        charge,
        paid: minus(charge, sum(adjustments.map(({ amount }) => amount))),
        units: one.units,
        originalUnits: null,
        from: one.date,
        to: one.date,
        control: one.control,
        references: [],
        allowed: null,
        adjustments,
        remarks: [],
      },
    };
  });
}
