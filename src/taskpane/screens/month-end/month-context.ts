import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClaimsOut } from '../../../actions/files/claims-out';
import type { MonthScreen } from '../../../actions/month-end/month-screen';
import type { Progress } from '../../../workbook/excel/payload';
import { Refusal } from '../../../workbook/refusal';
import type { MonthActions, MonthRequest } from '../../office/month-actions';

export type Place = 'bring-in' | 'look' | 'unmatched' | 'type' | 'sheet' | 'documents' | 'correct' | 'credit';

/** What was done, told where it was done. */
export interface News {
  at: Place;
  title: string;
  words: readonly string[];
  /** To look at before it goes on. */
  warnings?: readonly string[];
  sheets?: readonly string[];
  /** Files of claims that were made. */
  out?: ClaimsOut | null;
}

/** What all parts of the month end share. */
export interface Month {
  months: MonthActions;
  shown: MonthScreen;
  request: MonthRequest;
  news: News | null;
  /** Tells what was written, and reads the month again. */
  done(news: News): Promise<void>;
  choose(month: string): void;
}

export const MonthContext = createContext<Month | null>(null);

export function useMonth(): Month {
  const month = useContext(MonthContext);
  if (!month) throw new Error('a part of the month end stands outside of it');
  return month;
}

export type Tried<T> = { ok: true; value: T } | { ok: false; words: string };

/** A refusal as an answer, so that a form can show it beside what was typed. */
export function tried<T>(job: (progress: Progress) => Promise<T>): (progress: Progress) => Promise<Tried<T>> {
  return async (progress) => {
    try {
      return { ok: true, value: await job(progress) };
    } catch (problem) {
      if (problem instanceof Refusal) return { ok: false, words: problem.message };
      throw problem;
    }
  };
}
