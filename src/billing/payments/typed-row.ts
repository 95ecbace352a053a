import type { Answer, CellPlace, Finding } from '../findings';
import { formatDollars, type Cents } from '../values/cents';
import type { Day } from '../values/day';
import type { PaymentFinding } from './posting';

/** A row of the Payments table, typed from a check or a paper statement. */
export interface TypedPayment {
  /** Stable name of the row. */
  key: string;
  place: CellPlace | null;
  received: Day | null;
  /** A payer, or the client. */
  from: string | null;
  reference: string | null;
  account: string | null;
  control: string | null;
  allowed: Cents | null;
  paid: Cents | null;
  adjusted: Cents | null;
  clientOwes: Cents | null;
  /** `CO-45 40.00; PR-1 80.00`. */
  reasons: string | null;
}

/** Why a row does not count, or what is odd about it; the rest of its sentence, after "The payment … that you typed". */
export interface Trouble {
  rule: string;
  message: string;
  fix: string;
  /** STOP where nothing is said. */
  severity?: Finding['severity'];
  answers?: readonly Answer[];
}

export function lacks(rule: string, message: string, fix: string): Trouble {
  return { rule, message, fix };
}

export function troubleFinding(
  row: TypedPayment,
  { rule, message, fix, severity = 'STOP', answers }: Trouble,
): PaymentFinding {
  const money = row.paid === null ? '' : ` of $${formatDollars(row.paid)}`;
  const what =
    row.reference === null
      ? `A payment${money} that you typed`
      : `The payment ${row.reference}${money} that you typed`;
  return {
    rule,
    severity,
    place: row.place,
    message: `${what} ${message}.`,
    fix,
    source: 'the Payments table; balancing as in 835 005010X221A1, section 1.10.2.1',
    at: null,
    ...(answers ? { answers } : {}),
    ...(row.account === null ? {} : { account: row.account }),
    ...(row.paid === null ? {} : { amount: row.paid }),
  };
}
