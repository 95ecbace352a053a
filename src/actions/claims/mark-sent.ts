import { readSettled } from '../../practice/writing/settle-unfinished';
import { finishPlan } from '../../practice/finish-plan';
import { changesOf, type Plan } from '../../workbook/plan/plan';
import type { ClaimRow } from '../../workbook/tables/claims';
import { readTable } from '../../workbook/tables/read-table';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { nextRun } from '../../practice/numbers';

/** Claims of one run, as its files have them. */
export interface SentClaims {
  accounts: readonly string[];
  /** Number of the 837P that carried them; null without one. */
  file: number | null;
}

export interface MarkedSent {
  /** How many claims are marked now. */
  marked: number;
  /** Claims that are not Made any more (answered, marked before), are gone, or went into another file since. */
  others: number;
}

/**
 * Plans to mark claims as sent, so that neither Undo nor a second run sends them twice: status Made becomes Sent, and
 * no other status is touched. A run of its own, which Undo takes back.
 */
export async function prepareMarkSent(
  context: Excel.RequestContext,
  { accounts, file }: SentClaims,
  now: Date,
): Promise<Prepared<MarkedSent>> {
  const { reading } = await readSettled(context, now);
  const wanted = new Set(accounts);
  const { rows } = readTable(reading, 'Claims');
  const isMade = ({ account, status, file: last }: ClaimRow) =>
    wanted.has(account) && status.toLowerCase() === 'made' && (file === null || last === file);
  const made = [...new Set(rows.filter(isMade).map(({ account }) => account))];
  const report = { marked: made.length, others: wanted.size - made.length };
  if (made.length === 0) return { reading, plan: null, report };
  const when = localTime(now);
  const plan: Plan = {
    run: {
      id: nextRun(reading, 'sent', when.slice(0, 7)).id,
      when,
      what: `Marked as sent: ${String(made.length)} ${made.length === 1 ? 'claim' : 'claims'}`,
    },
    documents: [],
    rows: [],
    changes: made.flatMap((account) => changesOf('Claims', account, { status: 'Sent' })),
  };
  return { reading, plan: finishPlan(plan, reading), report };
}
