import type {
  PaymentFinding,
  PostedPayment,
  PostingResult,
  UnmatchedPayment,
} from '../../billing/payments/posting';
import { moneyReceived } from '../../billing/month/money-received';
import { cents, minus, sum, ZERO, type Cents } from '../../billing/values/cents';
import { isoOf, type Day } from '../../billing/values/day';
import { dollars, reportFinding, type ReportedFinding } from '../report';
import type { ClaimAfter } from './claim-changes';
import { NOT_OURS, type StoredUnmatched } from '../../practice/payments/unmatched-rows';

/** What an import of remittances came to; money in dollars, dates as ISO text. */
export interface ImportReport {
  action: 'import-remittances';
  files: ReportedFile[];
  /** Of all files: what was posted now, and what newly needs somebody. */
  posted: number;
  unmatched: number;
  held: number;
  /** Claims of the register that say something else now. */
  claims: ReportedClaimAfter[];
  /** Nothing is held, unmatched or unreadable. */
  isComplete: boolean;
  /** What cannot be read in the workbook itself. */
  findings: ReportedFinding[];
}

export interface ReportedFile {
  name: string;
  payments: ReportedPayment[];
  unmatched: ReportedUnmatched[];
  held: ReportedHeld[];
  findings: ReportedPlace[];
}

/** A check and where each cent of it went: the parts less `takenBack` are the amount, but for what is `unexplained`. */
export interface ReportedPayment {
  key: string;
  reference: string;
  from: string;
  received: string;
  amount: number;
  /** Posted to claims by this import. */
  posted: number;
  /** By an earlier one. */
  postedBefore: number;
  /** Found no line, and waits to be settled by hand from now on. */
  unmatched: number;
  /** Waits since an earlier import. */
  unmatchedBefore: number;
  /** Was set aside by hand as not ours. */
  notOurs: number;
  held: number;
  /** Of claims that are not decided yet. */
  notDecided: number;
  /** Taken off the check by the payer; less than zero where it added something, such as interest. */
  takenBack: number;
  /** Not 0 only where the payment is held because its own numbers do not add up. */
  unexplained: number;
  isRepeated: boolean;
  isHeld: boolean;
  claims: ReportedPosting[];
  adjustments: { reason: string; reference: string; amount: number }[];
}

export interface ReportedPosting {
  account: string;
  client: string;
  lines: number;
  paid: number;
  adjusted: number;
  clientOwes: number;
}

export interface ReportedUnmatched {
  key: string;
  reference: string;
  client: string;
  account: string;
  service: string | null;
  code: string | null;
  paid: number;
  why: string;
  line: number;
  /** Kept by an earlier import. */
  isBefore: boolean;
}

export interface ReportedHeld {
  reference: string;
  /** Null when the whole payment is held. */
  account: string | null;
  paid: number;
  why: string[];
}

/** A finding with its place in the file. */
export interface ReportedPlace extends Omit<ReportedFinding, 'sheet' | 'cell' | 'client' | 'date'> {
  line: number | null;
  segment: number | null;
  account: string | null;
  amount: number | null;
}

export interface ReportedClaimAfter {
  account: string;
  client: string;
  status: string | null;
  allowed: number | null;
  insurerPaid: number | null;
  adjusted: number | null;
  clientOwes: number | null;
  balance: number | null;
}

export function reportFile(
  name: string,
  result: PostingResult,
  stored: ReadonlyMap<string, StoredUnmatched>,
): ReportedFile {
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
      const known = { setAside: paidOf(setAside), before: paidOf(waiting) };
      return reportPayment(each, (isFirst ? postingsOf.get(key) : null) ?? [], known);
    }),
    unmatched: open.map(({ key, payment, claim, line, paid, why }) => ({
      key,
      reference: payment.reference,
      client: claim.patient ? `${claim.patient.first} ${claim.patient.last}`.trim() : '',
      account: claim.account,
      service: isoOrNull(line?.from ?? claim.from),
      code: line?.code ?? null,
      paid: dollars(paid),
      why,
      line: (line ?? claim).at.line,
      isBefore: isBefore(key),
    })),
    held: result.held.map(({ payment, claim, paid, findings }) => ({
      reference: payment.reference,
      account: claim?.account ?? null,
      paid: dollars(paid),
      why: findings.map(({ words }) => words),
    })),
    findings: result.findings.filter((one) => !isKnown(one, fresh)).map(reportPlace),
  };
}

/** What was set aside as not ours, or waits already, is found again in the file, and told no second time. */
function isKnown({ rule, at }: PaymentFinding, fresh: readonly UnmatchedPayment[]): boolean {
  return rule === 'payment-unmatched' && !fresh.some(({ claim }) => claim.at.segment === at?.segment);
}

function reportPayment(
  told: PostedPayment,
  postings: PostingResult['postings'],
  { setAside, before }: { setAside: Cents; before: Cents },
): ReportedPayment {
  const { payment } = told;
  const [money] = moneyReceived([told]);
  return {
    key: payment.key,
    reference: payment.reference,
    from: payment.from,
    received: isoOf(payment.received),
    amount: dollars(payment.amount),
    posted: dollars(told.posted),
    postedBefore: dollars(told.postedBefore),
    unmatched: dollars(minus(told.unmatched, setAside, before)),
    unmatchedBefore: dollars(before),
    notOurs: dollars(setAside),
    held: dollars(told.held),
    notDecided: dollars(told.notDecided),
    takenBack: dollars(money?.providerAdjustments ?? ZERO),
    unexplained: dollars(money?.unexplained ?? ZERO),
    isRepeated: told.isRepeated,
    isHeld: told.isHeld,
    claims: [...grouped(postings, ({ account }) => account)].map(([account, own]) => ({
      account,
      client: own[0]?.client ?? '',
      lines: own.length,
      paid: dollars(sum(own.map(({ paid }) => paid))),
      adjusted: dollars(sum(own.map(({ adjusted }) => adjusted))),
      clientOwes: dollars(sum(own.map(({ clientShare }) => clientShare))),
    })),
    adjustments: told.providerAdjustments.map(({ reason, reference, amount }) => ({
      reason,
      reference,
      amount: dollars(amount),
    })),
  };
}

export function reportPlace(finding: PaymentFinding): ReportedPlace {
  const { rule, severity, words, toDo, source } = reportFinding(finding);
  const { at, account, amount } = finding;
  return {
    rule,
    severity,
    words,
    toDo,
    source,
    line: at?.line ?? null,
    segment: at?.segment ?? null,
    account: account ?? null,
    amount: amount === undefined ? null : dollars(amount),
  };
}

export function reportClaimAfter({ account, client, cells }: ClaimAfter): ReportedClaimAfter {
  const orNull = (amount: Cents | null) => (amount === null ? null : dollars(amount));
  return {
    account,
    client,
    status: cells.status,
    allowed: orNull(cells.allowed),
    insurerPaid: orNull(cells.insurerPaid),
    adjusted: orNull(cells.adjusted),
    clientOwes: orNull(cells.clientOwes),
    balance: orNull(cells.balance),
  };
}

export function importReport(
  files: ReportedFile[],
  after: readonly ClaimAfter[],
  findings: ImportReport['findings'],
): ImportReport {
  const payments = files.flatMap((file) => file.payments);
  // The same remittance twice waits only once.
  const once = [...new Map(payments.map((payment) => [payment.key, payment])).values()];
  const total = (amounts: readonly number[]) =>
    dollars(sum(amounts.map((amount) => cents(Math.round(amount * 100)))));
  return {
    action: 'import-remittances',
    files,
    posted: total(payments.map(({ posted }) => posted)),
    unmatched: total(once.map(({ unmatched }) => unmatched)),
    held: total(once.map(({ held }) => held)),
    claims: after.map(reportClaimAfter),
    isComplete: files.every(
      ({ unmatched, held, findings: found }) =>
        unmatched.length === 0 &&
        held.length === 0 &&
        found.every(({ rule, severity }) => severity !== 'STOP' && rule !== 'remittance-file'),
    ),
    findings,
  };
}

function isoOrNull(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
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
