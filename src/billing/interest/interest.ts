import { interestCap } from './interest-caps';
import { portion, ZERO, type Cents } from '../values/cents';

/** Interest on what a client or insurer owes, or why there is none. */
export type Interest =
  { ok: true; amount: Cents; words: string } | { ok: false; words: string; source: string };

export interface InterestTerms {
  /** Percent a year; null when none was entered. */
  ratePercent: number | null;
  /** A signed written agreement about the rate. */
  isAgreed: boolean;
  /** Two letters, of the practice. */
  state: string | null;
  compounding: 'simple' | 'compound';
}

/**
 * Simple interest for whole days of a year of 365, half a cent up. Nothing without a rate and a written agreement;
 * refused over a state's cap for medical debt, and always refused when compounded. `words` say so where the cap of the
 * state is not known, so that the rate was not checked.
 */
export function interestOn(principal: Cents, days: number, terms: InterestTerms): Interest {
  const { ratePercent, isAgreed, state, compounding } = terms;
  if (compounding === 'compound') {
    const source = 'RCW 19.52.020';
    return {
      ok: false,
      words: 'Interest is never compounded: 1 % a month would come to 12.68 % a year.',
      source,
    };
  }
  if (!isAgreed || ratePercent === null || ratePercent === 0) {
    return { ok: true, amount: ZERO, words: 'No interest: no rate was agreed in writing.' };
  }
  const cap = interestCap(state);
  if (cap && ratePercent > cap.percent) {
    const words = `${String(ratePercent)} % is more than the ${String(cap.percent)} % a year allowed on medical debt.`;
    return { ok: false, words, source: cap.source };
  }
  if (principal <= ZERO || days <= 0) return { ok: true, amount: ZERO, words: 'No interest is due yet.' };
  const amount = portion(principal, ratePercent * days, 36_500);
  const words = `${String(ratePercent)} % a year, simple, for ${String(days)} days.`;
  return { ok: true, amount, words: cap ? words : `${words} ${notChecked(state)}` };
}

/** Said wherever a rate is used that no cap was held against. */
export function notChecked(state: string | null): string {
  const whose = state?.trim() ? `of ${state.trim().toUpperCase()}` : 'of a state that is not told';
  return `The rate was not checked: the most ${whose} on medical debt is not in the table.`;
}
