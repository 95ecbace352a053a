import { parseIso, usDate, type Day } from '../../billing/values/day';
import { numberKey } from '../../billing/payments/billed-line';
import { Refusal } from '../../workbook/refusal';
import type { CallRow } from '../../workbook/tables/calls';
import type { Prepared } from '../../practice/prepare';
import { preparePayments, type PaymentOptions } from '../../practice/payments/prepare-payments';

/** What was said about a claim, with whom, as it was typed; a day as a date field of the pane holds it. */
export interface CallToLog {
  /** Account of a claim in the register. */
  account: string;
  /** Call, Appeal, Letter or Portal. */
  kind: string;
  /** Null: today. */
  on: string | null;
  spokeWith: string | null;
  /** Number the payer gave the call. */
  reference: string | null;
  said: string | null;
  /** When to ask again. */
  followUp: string | null;
}

export interface CallReport {
  action: 'log-call';
  account: string;
  client: string;
  payer: string;
  kind: string;
  on: Day;
  followUp: Day | null;
}

const KINDS = ['Call', 'Appeal', 'Letter', 'Portal'] as const satisfies readonly CallRow['kind'][];

/** Plans a row of the Calls table. Refuses a claim that is not in the register, and days that cannot be. */
export async function prepareCall(
  context: Excel.RequestContext,
  call: CallToLog,
  options: PaymentOptions,
): Promise<Prepared<CallReport>> {
  return preparePayments(context, options, 'calls', ({ book, payments, run }) => {
    const key = numberKey(call.account);
    const line = [...payments.lines, ...payments.retired].find(({ account }) => numberKey(account) === key);
    if (!line || key === '')
      throw unclear(`There is no claim ${call.account.trim() || 'without a number'} in the register.`);
    const kind = KINDS.find((one) => one.toLowerCase() === call.kind.trim().toLowerCase());
    if (kind === undefined) throw unclear(`"${call.kind}" is none of: ${KINDS.join(', ')}.`);
    const on = dayOf(call.on, 'The date') ?? book.today;
    const followUp = dayOf(call.followUp, 'The day to follow up');
    if (on > book.today)
      throw unclear(`${usDate(on)} is yet to come: write what was said after it was said.`);
    if (followUp !== null && followUp <= on) {
      throw unclear(`The day to follow up, ${usDate(followUp)}, is not after ${usDate(on)}.`);
    }
    const said = textOf(call.said);
    if (said === null && followUp === null) {
      throw unclear('Write what was said, or the day on which you follow up.');
    }
    const own = run(`${kind} about a claim noted`);
    const { account, client, payer } = line;
    const row = {
      on,
      account,
      kind,
      spokeWith: textOf(call.spokeWith),
      reference: textOf(call.reference),
      said,
      followUp,
      run: own.id,
    };
    return {
      plan: { run: own, documents: [], rows: [{ table: 'Calls', rows: [row] }] },
      report: { action: 'log-call', account, client, payer, kind, on, followUp },
    };
  });
}

function dayOf(text: string | null, what: string): Day | null {
  const written = textOf(text);
  if (written === null) return null;
  const day = parseIso(written);
  if (day === null) throw unclear(`${what} is "${written}", which is not a date.`);
  return day;
}

function textOf(text: string | null): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function unclear(sentence: string): Refusal {
  return new Refusal('call-unclear', sentence);
}
