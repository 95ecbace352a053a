import type { Cents } from '../billing/values/cents';
import type { Day } from '../billing/values/day';
import type { RecordCells } from '../workbook/tables/cells';

/** A row of the Claims table: what is known of a claim or superbill that was made. */
export interface RegisterClaim {
  account: string;
  kind: string;
  month: string;
  client: string;
  payer: string;
  from: Day | null;
  to: Day | null;
  billed: Cents | null;
  clientPaid: Cents | null;
  /** As written: Made, Sent, Received, Accepted, Rejected, Paid, Denied, Replaced, Voided … */
  status: string;
  frequency: string;
  payerClaimNumber: string | null;
  authorization: string | null;
  /** Account of the claim that this one took the place of. */
  replaces: string | null;
  /** Number of the 837P file that carried it last. */
  file: number | null;
  answeredOn: Day | null;
}

/** A later claim took its place, or it was voided. */
export const REPLACED = 'Replaced';
export const VOIDED = 'Voided';

/** Frequency of a claim that takes another one back (CLM05-3). */
const VOID = '8';

/** Its lines are not billed, or no longer: it was replaced or voided, or is itself what voids another. */
export function isSuperseded({ status, frequency }: Pick<RegisterClaim, 'status' | 'frequency'>): boolean {
  return frequency === VOID || [REPLACED, VOIDED].some((word) => word.toLowerCase() === status.toLowerCase());
}

export function claimOf(row: RecordCells): RegisterClaim {
  return {
    account: row.text('account') ?? '',
    kind: row.text('kind') ?? '',
    month: row.text('month') ?? '',
    client: row.text('client') ?? '',
    payer: row.text('payer') ?? '',
    from: row.date('from'),
    to: row.date('to'),
    billed: row.money('billed'),
    clientPaid: row.money('clientPaid'),
    status: row.text('status') ?? '',
    frequency: row.text('frequency') ?? '',
    payerClaimNumber: row.text('payerClaimNumber'),
    authorization: row.text('authorization'),
    replaces: row.text('replaces'),
    file: fileNumber(row.text('file')),
    answeredOn: row.date('answeredOn'),
  };
}

/** Every number that a file of claims was given, as the rows of a table with a column `file` tell. */
export function fileNumbers(rows: readonly RecordCells[]): Set<number> {
  return new Set(rows.flatMap((row) => fileNumber(row.text('file')) ?? []));
}

/** ISA13 is written with leading zeros in a file and without them by people. */
function fileNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
