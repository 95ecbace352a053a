import { moneyReceived } from '../../billing/month/money-received';
import type {
  HeldPayment,
  PaymentFinding,
  PostedPayment,
  Posting,
  PostingResult,
  UnmatchedPayment,
} from '../../billing/payments/posting';
import type { Finding } from '../../billing/findings';
import { minus, sum, ZERO, type Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';
import type { ClaimAfter } from './claim-changes';
import { NOT_OURS, type StoredUnmatched } from '../../practice/payments/unmatched-rows';

/** What an import of remittances came to. */
export interface ImportReport {
  action: 'import-remittances';
  files: ImportedFile[];
  /** Of all files: what was posted now, and what newly needs somebody. */
  posted: Cents;
  unmatched: Cents;
  held: Cents;
  /** Claims of the register that say something else now. */
  claims: readonly ClaimAfter[];
  /** Nothing is held, unmatched or unreadable. */
  isComplete: boolean;
  /** What cannot be read in the workbook itself. */
  findings: readonly Finding[];
}

export interface ImportedFile {
  name: string;
  payments: ImportedPayment[];
  unmatched: ImportedUnmatched[];
  held: HeldPayment[];
  findings: PaymentFinding[];
}

/** A check and where each cent of it went: the parts less `takenBack` are the amount, but for what is `unexplained`. */
export interface ImportedPayment extends PostedPayment {
  /** Found no line, and waits to be settled by hand from now on. */
  unmatched: Cents;
  /** Waits since an earlier import. */
  unmatchedBefore: Cents;
  /** Was set aside by hand as not ours. */
  notOurs: Cents;
  /** Taken off the check by the payer; less than zero where it added something, such as interest. */
  takenBack: Cents;
  /** Not 0 only where the payment is held because its own numbers do not add up. */
  unexplained: Cents;
  claims: PostedClaim[];
}

/** What a check does to the lines of one claim. */
export interface PostedClaim {
  account: string;
  client: string;
  lines: number;
  paid: Cents;
  adjusted: Cents;
  clientOwes: Cents;
}

export interface ImportedUnmatched extends UnmatchedPayment {
  /** Kept by an earlier import. */
  isBefore: boolean;
}

export function importedFile(
  name: string,
  result: PostingResult,
  stored: ReadonlyMap<string, StoredUnmatched>,
): ImportedFile {
  const isNotOurs = (key: string) => stored.get(key)?.settledWith === NOT_OURS;
  const open = result.unmatched.filter(({ key }) => !isNotOurs(key));
  const isBefore = (key: string) => stored.has(key);
  const fresh = open.filter(({ key }) => !isBefore(key));
  const postingsOf = grouped(result.postings, ({ payment }) => payment);
  const ofPayment = (all: readonly UnmatchedPayment[]) => grouped(all, ({ payment }) => payment.key);
  const setAside = ofPayment(result.unmatched.filter(({ key }) => isNotOurs(key)));
  const waiting = ofPayment(open.filter(({ key }) => isBefore(key)));
  const seen = new Set<string>();
  return {
    name,
    payments: result.payments.map((each) => {
      const { key } = each.payment;
      const isFirst = !seen.has(key);
      seen.add(key);
      const paidOf = (some: typeof waiting) =>
        isFirst ? sum((some.get(key) ?? []).map(({ paid }) => paid)) : ZERO;
      const known = { notOurs: paidOf(setAside), unmatchedBefore: paidOf(waiting) };
      return importedPayment(each, (isFirst ? postingsOf.get(key) : null) ?? [], known);
    }),
    unmatched: open.map((each) => ({ ...each, isBefore: isBefore(each.key) })),
    held: result.held,
    findings: result.findings.filter((one) => !isKnown(one, fresh)),
  };
}

/** Whom and which day of service a payment without a line names. */
export function namedBy({ claim, line }: UnmatchedPayment): { client: string; service: Day | null } {
  const { patient } = claim;
  return {
    client: patient ? `${patient.first} ${patient.last}`.trim() : '',
    service: line?.from ?? claim.from,
  };
}

/** What was set aside as not ours, or waits already, is found again in the file, and told no second time. */
function isKnown({ rule, at }: PaymentFinding, fresh: readonly UnmatchedPayment[]): boolean {
  return rule === 'payment-unmatched' && !fresh.some(({ claim }) => claim.at.segment === at?.segment);
}

function importedPayment(
  told: PostedPayment,
  postings: readonly Posting[],
  known: Pick<ImportedPayment, 'notOurs' | 'unmatchedBefore'>,
): ImportedPayment {
  const [money] = moneyReceived([told]);
  return {
    ...told,
    ...known,
    unmatched: minus(told.unmatched, known.notOurs, known.unmatchedBefore),
    takenBack: money?.providerAdjustments ?? ZERO,
    unexplained: money?.unexplained ?? ZERO,
    claims: [...grouped(postings, ({ account }) => account)].map(([account, own]) => ({
      account,
      client: own[0]?.client ?? '',
      lines: own.length,
      paid: sum(own.map(({ paid }) => paid)),
      adjusted: sum(own.map(({ adjusted }) => adjusted)),
      clientOwes: sum(own.map(({ clientShare }) => clientShare)),
    })),
  };
}

export function importReport(
  files: ImportedFile[],
  claims: readonly ClaimAfter[],
  findings: readonly Finding[],
): ImportReport {
  const payments = files.flatMap((file) => file.payments);
  // The same remittance twice waits only once.
  const once = [...new Map(payments.map((each) => [each.payment.key, each])).values()];
  return {
    action: 'import-remittances',
    files,
    posted: sum(payments.map(({ posted }) => posted)),
    unmatched: sum(once.map(({ unmatched }) => unmatched)),
    held: sum(once.map(({ held }) => held)),
    claims,
    isComplete: files.every(
      ({ unmatched, held, findings: found }) =>
        unmatched.length === 0 &&
        held.length === 0 &&
        found.every(({ rule, severity }) => severity !== 'STOP' && rule !== 'remittance-file'),
    ),
    findings,
  };
}

function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
