import type { MonthEndReport } from '../../../actions/month-end/reported-month';
import { money } from '../words';

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

export function glanceOf({ totals, outOfBalance }: Pick<MonthEndReport, 'totals' | 'outOfBalance'>): Glance {
  const { opening, charges, paidByPayers, paidByClients, adjustments, closing } = totals;
  return {
    rows: [
      { sign: '', label: 'Owed at the start', amount: money(opening) },
      { sign: '+', label: 'Charges', amount: money(charges) },
      { sign: '−', label: 'Paid by payers', amount: money(paidByPayers) },
      { sign: '−', label: 'Paid by clients', amount: money(paidByClients) },
      { sign: '−', label: 'Written off', amount: money(adjustments) },
      { sign: '=', label: 'Owed at the end', amount: money(closing) },
    ],
    outOfBalance: outOfBalance.length === 0,
    words: outOfBalance.length === 0 ? 'The month balances.' : 'The month does not balance. Mend this first:',
    faults: outOfBalance,
  };
}
