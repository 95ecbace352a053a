import { readWorkbook } from '../../workbook/excel/read-workbook';
import { withActivity } from '../../workbook/plan/activity';
import type { CellChange, Plan } from '../../workbook/plan/plan';
import { recordsOf } from '../../workbook/tables/cells';
import { findOwnTable } from '../../workbook/tables/own-table';
import { isOwnDocument, localTime } from '../practice-book';
import type { Prepared } from '../prepare';
import { nextRun, readRegister } from '../register';
import { claimOf, type RegisterClaim } from '../register-claims';

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
  const reading = await readWorkbook(context, isOwnDocument);
  const claims = findOwnTable(reading, 'Claims');
  const activity = findOwnTable(reading, 'Activity');
  const wanted = new Set(accounts);
  const rows = (claims ? recordsOf(claims) : []).map(claimOf);
  const isMade = ({ account, status, file: last }: RegisterClaim) =>
    wanted.has(account) && status.toLowerCase() === 'made' && (file === null || last === file);
  const made = [...new Set(rows.filter(isMade).map(({ account }) => account))];
  const report = { marked: made.length, others: wanted.size - made.length };
  if (made.length === 0) return { reading, plan: null, report };
  const when = localTime(now);
  const register = readRegister({ claims: null, claimLines: null, activity });
  const plan: Plan = {
    run: {
      id: nextRun(register, 'sent', when.slice(0, 7)).id,
      when,
      what: `Marked as sent: ${String(made.length)} ${made.length === 1 ? 'claim' : 'claims'}`,
    },
    documents: [],
    rows: [],
    changes: made.map((row): CellChange => ({ table: 'Claims', row, column: 'status', to: 'Sent' })),
  };
  return { reading, plan: withActivity(plan, reading), report };
}
