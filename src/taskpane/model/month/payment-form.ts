import type { PaymentForm } from '../../../actions/payments/type-payment';
import { centsOf, type Cents } from '../../../billing/values/cents';
import { parseIso } from '../../../billing/values/day';

/** What stands in the fields, as it was typed. */
export interface TypedPaymentForm {
  received: string;
  /** `payer`, or `client`. */
  who: 'payer' | 'client';
  /** Empty: the payer of the claim. */
  from: string;
  reference: string;
  account: string;
  /** Empty: the whole claim. */
  control: string;
  paid: string;
  allowed: string;
  adjusted: string;
  clientOwes: string;
  reasons: string;
  notes: string;
}

export const EMPTY_PAYMENT: TypedPaymentForm = {
  received: '',
  who: 'payer',
  from: '',
  reference: '',
  account: '',
  control: '',
  paid: '',
  allowed: '',
  adjusted: '',
  clientOwes: '',
  reasons: '',
  notes: '',
};

/** In place of a claim: money of the client for none yet, a credit. */
export const PAID_AHEAD = 'ahead';

export type ReadForm = { ok: true; form: PaymentForm } | { ok: false; words: string };

const AMOUNTS = [
  ['paid', 'The amount paid'],
  ['allowed', 'The allowed amount'],
  ['adjusted', 'The amount written off'],
  ['clientOwes', 'What the client owes'],
] as const;

/** The payment that was typed, or one sentence on what is missing. `payer` is that of the claim. */
export function paymentForm(typed: TypedPaymentForm, payer: string | null, client = ''): ReadForm {
  const received = parseIso(typed.received);
  if (typed.account === '') return refused('Choose the claim that the payment is for.');
  const isAhead = typed.account === PAID_AHEAD;
  if (isAhead && typed.who !== 'client')
    return refused('Only a client pays ahead: choose the claim that the payer’s money is for.');
  if (received === null) return refused('Say on which day the money came.');
  if (typed.paid.trim() === '') return refused('Type the amount paid; 0 for a denial.');
  const cents: Partial<Record<(typeof AMOUNTS)[number][0], Cents | null>> = {};
  for (const [key, name] of AMOUNTS) {
    const written = typed[key].trim();
    const amount = written === '' ? null : centsOf(written);
    if (written !== '' && amount === null) {
      return refused(`${name}, "${written}", is not an amount: type it as 95.00.`);
    }
    cents[key] = amount;
  }
  const isClient = typed.who === 'client';
  const text = (written: string): string | null => (written.trim() === '' ? null : written.trim());
  return {
    ok: true,
    form: {
      received,
      from: isAhead ? client : isClient ? 'Client' : (text(typed.from) ?? payer),
      reference: text(typed.reference),
      account: isAhead ? null : typed.account,
      control: text(typed.control),
      paid: cents.paid ?? null,
      allowed: isClient ? null : (cents.allowed ?? null),
      adjusted: isClient ? null : (cents.adjusted ?? null),
      clientOwes: isClient ? null : (cents.clientOwes ?? null),
      reasons: isClient ? null : text(typed.reasons),
      notes: text(typed.notes),
    },
  };
}

function refused(words: string): ReadForm {
  return { ok: false, words };
}
