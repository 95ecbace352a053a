import type { MonthView } from '../../../billing/month/month-view';
import { usDollars } from '../../../billing/values/cents';

export interface GlanceRow {
  sign: '' | '+' | '−' | '=';
  label: string;
  amount: string;
}

/** The month in one sum, and whether it adds up. */
export interface Glance {
  rows: GlanceRow[];
  outOfBalance: boolean;
  words: string;
  /** What does not add up, a sentence each. */
  faults: readonly string[];
}

export function glanceOf({ balances, outOfBalance }: Pick<MonthView, 'balances' | 'outOfBalance'>): Glance {
  const { opening, charges, paidByPayers, paidByClients, adjustments, closing } = balances.total;
  return {
    rows: [
      { sign: '', label: 'Owed at the start', amount: usDollars(opening) },
      { sign: '+', label: 'Charges', amount: usDollars(charges) },
      { sign: '−', label: 'Paid by payers', amount: usDollars(paidByPayers) },
      { sign: '−', label: 'Paid by clients', amount: usDollars(paidByClients) },
      { sign: '−', label: 'Written off', amount: usDollars(adjustments) },
      { sign: '=', label: 'Owed at the end', amount: usDollars(closing) },
    ],
    outOfBalance: outOfBalance.length === 0,
    words: outOfBalance.length === 0 ? 'The month balances.' : 'The month does not balance. Mend this first:',
    faults: outOfBalance,
  };
}
