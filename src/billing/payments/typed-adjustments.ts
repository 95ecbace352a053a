import { absolute, formatDollars, minus, negated, sum, ZERO, type Cents } from '../values/cents';
import type { PostedAdjustment } from './posting';
import { parseReasons } from './reasons';
import { lacks, type Trouble, type TypedPayment } from './typed-row';

/** The adjustments of the row as a remittance would write them, or why they cannot be known or do not balance. */
export function adjustmentsOf(row: TypedPayment, charge: Cents, paid: Cents): PostedAdjustment[] | Trouble {
  const { adjusted, clientOwes } = row;
  const written = parseReasons(row.reasons ?? '');
  if (!written) {
    return lacks(
      'payment-reasons-unreadable',
      `has reasons that cannot be read: ${row.reasons ?? ''}`,
      'Write them as CO-45 40.00; PR-1 80.00.',
    );
  }
  if (written.length === 0 && adjusted === null && clientOwes === null) return [];
  const isShare = ({ group }: { group: string }) => group === 'PR';
  const sides = [
    { reasons: written.filter((one) => !isShare(one)), typed: adjusted, group: 'CO', what: 'the adjustment' },
    { reasons: written.filter(isShare), typed: clientOwes, group: 'PR', what: 'what the client owes' },
  ];
  const adjustments: PostedAdjustment[] = [];
  for (const { reasons, typed, group, what } of sides) {
    const open = reasons.filter(({ amount }) => amount === null);
    const told = sum(reasons.map(({ amount }) => amount ?? ZERO));
    // Nothing paid for one reason: it is for the whole charge.
    const isForAll = paid === ZERO && written.length === 1 && adjusted === null && clientOwes === null;
    const whole = isForAll && open.length === 1 ? charge : typed;
    const rest = whole === null ? null : minus(whole, told);
    if (open.length > 1 || (open.length === 1 && rest === null)) {
      return lacks(
        'payment-reason-amount-missing',
        'has reasons without amounts',
        'Write each with its amount: CO-45 40.00; PR-1 80.00.',
      );
    }
    if (open.length === 0 && reasons.length > 0 && rest !== null && rest !== ZERO) {
      return lacks(
        'payment-reasons-differ',
        `has reasons of $${formatDollars(told)}, and ${what} is $${formatDollars(typed ?? ZERO)}`,
        'Correct one of the two.',
      );
    }
    for (const { group: said, reason, amount } of reasons)
      adjustments.push({ group: said, reason, amount: amount ?? rest ?? ZERO });
    if (reasons.length === 0 && rest !== null && rest !== ZERO)
      adjustments.push({ group, reason: '', amount: rest });
  }
  if (paid === ZERO && adjustments.some(({ amount }) => amount < ZERO)) {
    return lacks(
      'payment-negative-denial',
      'pays nothing and takes less than nothing off',
      'Type what was denied without a minus; money that the payer took back goes into "Paid", with a minus.',
    );
  }
  const signed = paid < ZERO ? negated(charge) : charge;
  const gap = minus(signed, sum(adjustments.map(({ amount }) => amount)), paid);
  if (gap === ZERO) return adjustments;
  return lacks(
    'payment-typed-out-of-balance',
    `is out of balance by $${formatDollars(absolute(gap))}: $${formatDollars(signed)} was charged, and paid, adjusted and owed by the client come to $${formatDollars(minus(signed, gap))}`,
    'It was not posted. Correct the row from the paper statement.',
  );
}
