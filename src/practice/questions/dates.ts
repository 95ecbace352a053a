import type { Session } from '../../billing/records/session';
import type { DatesAnswer } from '../../workbook/sessions/rows/dates-in-doubt';
import { DATE_ORDER } from '../../workbook/sessions/rows/order-findings';
import type { RowQuestion } from './row-question';

export const DATE_ANSWERS: readonly { value: DatesAnswer; words: string }[] = [
  { value: 'exchanged', words: 'Day first: exchange day and month of the real dates' },
  { value: 'as-shown', words: 'The real dates are right as they show' },
];

/** What the user said of them. */
export function datesAnswer(answers: ReadonlyMap<string, string>): DatesAnswer | undefined {
  const answer = answers.get(DATE_ORDER);
  if (answer === 'day-first' || answer === 'month-first') return answer;
  return DATE_ANSWERS.find(({ value }) => value === answer)?.value;
}

/** Asks once for all rows of such columns. */
export function dateQuestion({ isDateInDoubt }: Session): RowQuestion | null {
  if (isDateInDoubt !== true) return null;
  return {
    rule: 'session-dates-in-doubt',
    key: DATE_ORDER,
    message: (rows) =>
      `The column of ${rows} has real dates beside texts that are written day first: Excel may have exchanged day and month of the real ones.`,
    fix: 'Say whether day and month of the real dates are to be exchanged.',
    source:
      'Excel reads typed dates in the order of the computer, and keeps as text what is no date in that order',
    answers: DATE_ANSWERS,
    cell: ({ cells, place }) => cells.date ?? place,
  };
}
