import type { LineVerdict } from '../payments/judge-line';
import type { LineAccount } from '../payments/line-account';
import { absolute, formatDollars, minus, negated, ZERO } from '../values/cents';
import type { Day } from '../values/day';

/**
 * How lines stand that no payer is expected to answer: superbills, lines that count no longer (`without` charge), and
 * what was paid before its date of service. Null for all others.
 */
export function verdictWithoutPayer(
  { line, balance, paidByPayers }: LineAccount,
  { to, without }: { to: Day; without: ReadonlySet<string> },
): LineVerdict | null {
  if (without.has(line.control)) {
    if (balance === ZERO) {
      return { word: 'good', why: 'Its claim counts no longer, and nothing is left on it.', amount: ZERO };
    }
    const why =
      balance < ZERO
        ? 'Paid on a claim that was replaced, voided or undone; the payer may take it back.'
        : 'More was taken back than was paid, on a claim that was replaced, voided or undone.';
    return { word: 'unexpected', why, amount: absolute(balance) };
  }
  if (line.date > to) {
    const why = 'Something was paid or written off before the date of service.';
    return { word: 'unexpected', why, amount: absolute(minus(line.charge, balance)) };
  }
  if (!line.isSuperbill) return null;
  if (balance > ZERO) {
    return {
      word: 'waiting',
      why: `The client owes $${formatDollars(balance)} of the superbill.`,
      amount: balance,
    };
  }
  if (balance === ZERO) return { word: 'good', why: 'Paid by the client.', amount: ZERO };
  const amount = negated(balance);
  const who = paidByPayers > ZERO ? 'The payer' : 'The client';
  return { word: 'unexpected', why: `${who} paid $${formatDollars(amount)} too much.`, amount };
}
