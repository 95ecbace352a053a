import { minus, sum, type Cents } from '../../values/cents';
import type { Adjustment, FilePlace, Remittance, RemittanceClaim, RemittanceLine } from './remittance';

/**
 * The three balances of an 835 (005010X221A1, section 1.10.2.1): a line's charge less its adjustments is what it pays;
 * a claim's charge less all adjustments of it and its lines is what it pays; the claims less the provider's
 * adjustments are the payment. Reversals are in negative amounts and balance the same way.
 */
export interface Imbalance {
  /** `line-charges`: the lines charge something else than the claim, so that they cannot be posted one by one. */
  of: 'line' | 'claim' | 'line-charges' | 'transaction';
  at: FilePlace;
  /** What it should come to by its own numbers. */
  calculated: Cents;
  /** What it says. */
  stated: Cents;
}

export function lineImbalance({ at, charge, paid, adjustments }: RemittanceLine): Imbalance | null {
  const calculated = minus(charge, total(adjustments));
  return calculated === paid ? null : { of: 'line', at, calculated, stated: paid };
}

/** Every balance of the claim and its lines that does not hold. */
export function claimImbalances(claim: RemittanceClaim): Imbalance[] {
  const { at, charge, paid, lines } = claim;
  const imbalances = lines.flatMap((line) => lineImbalance(line) ?? []);
  const calculated = minus(charge, total(allAdjustments(claim)));
  if (calculated !== paid) imbalances.push({ of: 'claim', at, calculated, stated: paid });
  const lineCharges = sum(lines.map((line) => line.charge));
  if (lines.length > 0 && lineCharges !== charge) {
    imbalances.push({ of: 'line-charges', at, calculated: lineCharges, stated: charge });
  }
  return imbalances;
}

/** Null when it balances, or when the amount of the payment cannot be read, which is a fault of its own. */
export function transactionImbalance({ header, end }: Pick<Remittance, 'header' | 'end'>): Imbalance | null {
  if (header.amount === null) return null;
  const calculated = minus(end.claimsPaid, sum(end.providerAdjustments.map(({ amount }) => amount)));
  if (calculated === header.amount) return null;
  return { of: 'transaction', at: header.at, calculated, stated: header.amount };
}

/** Those of the claim as a whole and those of its lines. */
export function allAdjustments({ adjustments, lines }: RemittanceClaim): Adjustment[] {
  return [...adjustments, ...lines.flatMap((line) => line.adjustments)];
}

/** Sum of the PR adjustments: what the client owes by this remittance. */
export function patientShareOf(claim: RemittanceClaim): Cents {
  return sum(allAdjustments(claim).flatMap(({ group, amount }) => (group === 'PR' ? [amount] : [])));
}

function total(adjustments: readonly Adjustment[]): Cents {
  return sum(adjustments.map(({ amount }) => amount));
}
