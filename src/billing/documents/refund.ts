import { sourcesFor, usedBy, type ClientCredit, type CreditSource } from '../payments/client-credit';
import { formatDollars, minus, sum, ZERO, type Cents } from '../values/cents';
import type { Day } from '../values/day';

/** A client's money that goes back, and what it is of. */
export interface Refund {
  on: Day;
  amount: Cents;
  /** What stays a credit of the client. */
  left: Cents;
  sources: CreditSource[];
  /** Check number, or how it was sent; null where that is not known yet. */
  reference: string | null;
  /** For the therapist, not for the letter. */
  warnings: string[];
}

/** How the letter calls each kind of credit. */
export const CREDIT_WORDS: Readonly<Record<CreditSource['kind'], string>> = {
  'paid ahead': 'Paid ahead, and not used for a visit',
  'paid too much': 'Paid for this visit beyond your part',
  'claim counts no longer': 'Paid for a visit whose claim was replaced or taken back',
};

/** A refund of all of a credit, or of an amount of it; a sentence where it cannot be given. */
export function refundOf(
  credit: ClientCredit,
  { on, amount, reference }: { on: Day; amount: Cents | null; reference: string | null },
): { ok: true; refund: Refund } | { ok: false; words: string } {
  const given = amount ?? credit.amount;
  if (given <= ZERO)
    return { ok: false, words: 'A refund is of more than $0.00: type the amount to return.' };
  if (given > credit.amount) {
    const words = `${credit.client} has a credit of $${formatDollars(credit.amount)}, so $${formatDollars(given)} cannot be returned.`;
    return { ok: false, words };
  }
  const owed = sum(credit.open.map((share) => share.amount));
  return {
    ok: true,
    refund: {
      on,
      amount: given,
      left: minus(credit.amount, given),
      sources: sourcesFor(credit.sources, given),
      reference,
      warnings:
        usedBy(credit) > minus(credit.amount, given)
          ? [
              `${credit.client} owes $${formatDollars(owed)} for other visits: ask whether the credit should be used for it instead.`,
            ]
          : [],
    },
  };
}
