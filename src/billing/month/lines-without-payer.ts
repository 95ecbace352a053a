import type { LineVerdict } from '../payments/classify-line';
import { isCreditControl } from '../payments/client-credit';
import type { LineAccount } from '../payments/line-account';
import { absolute, formatDollars, minus, negated, ZERO, type Cents } from '../values/cents';
import type { Day } from '../values/day';

/**
 * How lines stand that no payer is expected to answer: superbills, lines that count no longer (`without` charge), and
 * what was paid before its date of service. Null for all others.
 */
export function verdictWithoutPayer(
  { line, balance, paidByPayers, paidByClient }: LineAccount,
  { to, without }: { to: Day; without: ReadonlySet<string> },
): LineVerdict | null {
  if (isCreditControl(line.control)) return verdictOfCredit(balance);
  if (without.has(line.control)) {
    if (balance === ZERO) {
      return { word: 'good', why: 'Its claim counts no longer, and nothing is left on it.', amount: ZERO };
    }
    const why =
      balance < ZERO
        ? paidWords(paidByPayers, paidByClient)
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

/** Whose money lies on a claim that counts no longer. */
function paidWords(byPayers: Cents, byClient: Cents): string {
  const where = 'on a claim that was replaced, voided or undone';
  const payers = `Paid ${where}: $${formatDollars(byPayers)} by the payer, who may take it back`;
  const client = `$${formatDollars(byClient)} by the client, whose credit it is`;
  if (byClient === ZERO) return `${payers}.`;
  return byPayers === ZERO ? `Paid ${where}: ${client}.` : `${payers}; ${client}.`;
}

function verdictOfCredit(balance: Cents): LineVerdict {
  if (balance <= ZERO) {
    const why = balance === ZERO ? 'What was paid ahead was used.' : 'Paid ahead: a credit of the client.';
    return { word: 'good', why, amount: ZERO };
  }
  const why = 'More of this credit was used or given back than was paid ahead.';
  return { word: 'unexpected', why, amount: balance };
}
