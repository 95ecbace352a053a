import { denialQueue } from '../../billing/denials/denial-queue';
import { followUpsOf, lastCalls, type CallRow } from '../../billing/month/follow-ups';
import { monthEntries } from '../../billing/month/month-lines';
import { lineAccounts } from '../../billing/payments/line-account';
import { sum } from '../../billing/values/cents';
import { byDay, FIRST_DAY, isoOf } from '../../billing/values/day';
import { readCalls } from '../month-end/read-month';
import { reportDenial, type ReportedDenial } from '../month-end/reported-month';
import { preparePayments, type PaymentOptions } from '../../practice/payments/prepare-payments';
import { dollars } from '../report';

/** Everything that payers refused and that is still open, of all months; money in dollars, dates as ISO text. */
export interface DenialsReport {
  action: 'denials';
  asOf: string;
  open: number;
  /** The nearest last day to appeal first. */
  denials: (ReportedDenial & { calls: ReportedCall[] })[];
}

export interface ReportedCall {
  on: string | null;
  kind: string | null;
  spokeWith: string | null;
  reference: string | null;
  said: string | null;
  followUp: string | null;
}

/** The queue of denials as of today, each with what was said about its claim, the latest first; writes nothing. */
export async function prepareDenials(
  context: Excel.RequestContext,
  options: PaymentOptions,
): Promise<DenialsReport> {
  const { report } = await preparePayments(context, options, 'denials', ({ book, payments }) => {
    const { records, today } = book;
    const { lines, postings } = monthEntries(payments, records.clients);
    const calls = readCalls(book);
    const followUps = followUpsOf(lastCalls(calls));
    const accounts = lineAccounts(lines, postings, today);
    const denials = denialQueue(accounts, { payers: records.payers, today, followUps });
    return {
      plan: null,
      report: {
        action: 'denials' as const,
        asOf: isoOf(today),
        open: dollars(sum(denials.map(({ amount }) => amount))),
        denials: denials.map((denial) => ({
          ...reportDenial(denial),
          calls: callsAbout(denial.line.account, calls),
        })),
      },
    };
  });
  return report;
}

function callsAbout(account: string, calls: readonly CallRow[]): ReportedCall[] {
  return calls
    .filter((call) => call.account === account)
    .sort((a, b) => byDay(b.on ?? FIRST_DAY, a.on ?? FIRST_DAY))
    .map(({ on, kind, spokeWith, reference, said, followUp }) => ({
      on: on === null ? null : isoOf(on),
      kind,
      spokeWith,
      reference,
      said,
      followUp: followUp === null ? null : isoOf(followUp),
    }));
}
