import type { PostedPayment } from '../payments/posting';
import { minus, plus, sum, type Cents } from '../values/cents';

/** Where the money of a payment went. What a payer took back or added by PLB is no payment of any claim. */
export interface MoneyReceived {
  reference: string;
  from: string;
  amount: Cents;
  posted: Cents;
  unmatched: Cents;
  held: Cents;
  /** PLB: taken back or forwarded (positive) or added, such as interest (negative). */
  providerAdjustments: Cents;
  /** What no list holds; 0, except for a payment that is held because its own numbers do not add up. */
  unexplained: Cents;
}

export function moneyReceived(payments: readonly PostedPayment[]): MoneyReceived[] {
  return payments.map((one) => {
    const { payment, posted, postedBefore, unmatched, held, notDecided } = one;
    const providerAdjustments = sum(one.providerAdjustments.map(({ amount }) => amount));
    const found = plus(posted, postedBefore, unmatched, held, notDecided);
    return {
      reference: payment.reference,
      from: payment.from,
      amount: payment.amount,
      posted: plus(posted, postedBefore),
      unmatched,
      held,
      providerAdjustments,
      unexplained: minus(plus(payment.amount, providerAdjustments), found),
    };
  });
}
