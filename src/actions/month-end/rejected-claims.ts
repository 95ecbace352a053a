import { isoOf, usDate } from '../../billing/values/day';
import { lastDayOf } from '../answers/filed-on';
import type { PracticeBook } from '../practice-book';
import { dollars } from '../report';
import type { MonthEndReport } from './reported-month';

/** What has to be looked at, in one row; `rejected` is no word of the month's sheet. */
export type ToLookAt = Omit<MonthEndReport['toLookAt'][number], 'word'> & { word: string };

/**
 * Claims up to the end of a month (`YYYY-MM`) that a clearinghouse or payer refused to take (999, 277CA), and that
 * were not sent again since. The payer never had them, so no payment and no denial will ever tell of them.
 */
export function rejectedClaims({ register, records, today }: PracticeBook, month: string): ToLookAt[] {
  return register.claims.flatMap((claim): ToLookAt[] => {
    const { account, client, payer, from, status } = claim;
    if (status.trim().toLowerCase() !== 'rejected' || from === null || claim.month > month) return [];
    const last = lastDayOf(claim, records.payers);
    const until = last === null ? '' : ` by ${usDate(last)}, its last day to file`;
    const late = last !== null && last < today;
    return [
      {
        word: 'rejected',
        amount: dollars(claim.billed ?? 0),
        why: 'Rejected, so it was never filed. The Answers sheet says why.',
        toDo: late
          ? `Its last day to file was ${usDate(last)}. Mend what is wrong, send it again, and ask the payer to take it late.`
          : `Mend what is wrong and send it again${until}.`,
        needsCall: false,
        client,
        payer,
        date: isoOf(from),
        to: isoOf(claim.to ?? from),
        lines: 1,
        code: null,
        account,
        control: null,
        lastDay: last === null ? null : isoOf(last),
        followUp: null,
      },
    ];
  });
}
