import type { LineAccount } from '../payments/line-account';
import { sum, ZERO, type Cents } from '../values/cents';
import { byDay, type Day } from '../values/day';
import { caseInterest, type InterestAgreement } from './case-interest';

export interface CaseRow {
  date: Day;
  code: string;
  modifiers: string[];
  units: number;
  diagnoses: string[];
  charge: Cents;
  insurerPaid: Cents;
  clientPaid: Cents;
  adjusted: Cents;
  /** charge - insurer paid - client paid - adjusted. */
  balance: Cents;
  /** Null where no interest was agreed. */
  interest: Cents | null;
}

export interface ItemizedCase {
  rows: CaseRow[];
  /** With the dot, in the order of first use. */
  diagnoses: string[];
  visits: number;
  balance: Cents;
  interest: { total: Cents; words: string } | null;
}

export interface ItemizedCaseInput {
  /** All lines of the case, as of the day. */
  accounts: readonly LineAccount[];
  asOf: Day;
  /** Null: no interest. */
  agreement: InterestAgreement | null;
  /** Two letters, of the practice. */
  state: string | null;
}

/** Everything that was billed for a case, line by line. The answer is a sentence where interest is not allowed. */
export function itemizedCase(
  input: ItemizedCaseInput,
): { ok: true; value: ItemizedCase } | { ok: false; words: string } {
  const accounts = [...input.accounts].sort(
    (a, b) => byDay(a.line.date, b.line.date) || a.line.control.localeCompare(b.line.control, 'en'),
  );
  const interest = input.agreement && caseInterest(accounts, input.agreement, input);
  if (interest && !interest.ok) return interest;
  const rows = accounts.map(({ line, paidByPayers, paidByClient, adjusted, balance }): CaseRow => ({
    date: line.date,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    diagnoses: line.diagnoses,
    charge: line.charge,
    insurerPaid: paidByPayers,
    clientPaid: paidByClient,
    adjusted,
    balance,
    interest: interest === null ? null : (interest.ofLines.get(line.control) ?? ZERO),
  }));
  return {
    ok: true,
    value: {
      rows,
      diagnoses: [...new Set(rows.flatMap(({ diagnoses }) => diagnoses))],
      visits: new Set(rows.map(({ date }) => date)).size,
      balance: sum(rows.map(({ balance }) => balance)),
      interest: interest && { total: interest.total, words: interest.words },
    },
  };
}
