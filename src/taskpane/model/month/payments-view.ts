import type { ImportedPayment, ImportReport } from '../../../actions/payments/import-report';
import { interestOf, type PaymentFinding } from '../../../billing/payments/posting';
import { negated, plus, usDollars, ZERO, type Cents } from '../../../billing/values/cents';
import { monthOf, partsOf } from '../../../billing/values/day';
import type { Previewed } from '../../office/month-actions';
import { counted, dayName, listed, monthName } from '../words';

/** Remittances before they are posted, ready to show. */
export interface PaymentsView {
  checks: CheckView[];
  findings: PlacedFinding[];
  /** Words of the button; null where nothing is new. */
  postLabel: string | null;
  /** One sentence on what the button leaves open, or why there is none. */
  note: string | null;
}

export interface CheckView {
  key: string;
  title: string;
  detail: string;
  amount: string;
  state: string | null;
  /** Where each cent of it went; together the amount. */
  parts: { words: string; amount: string }[];
  claims: { key: string; words: string; detail: string; amount: string }[];
}

export interface PlacedFinding extends Pick<
  PaymentFinding,
  'rule' | 'severity' | 'message' | 'fix' | 'source' | 'answers'
> {
  /** `november.835, line 12`. */
  where: string;
}

export function paymentsView({ report, isNew }: Previewed<ImportReport>): PaymentsView {
  const checks = report.files.flatMap(({ payments }) => payments);
  return {
    checks: report.files.flatMap(({ name, payments }) =>
      payments.map((check, index) => checkView(check, `${name} ${String(index)} ${check.payment.key}`)),
    ),
    findings: report.files.flatMap(({ name, findings }) => findings.map((each) => placed(name, each))),
    postLabel: isNew ? postLabel(report, checks) : null,
    note: isNew ? leftOpen(report) : nothingNew(checks),
  };
}

/** What was posted, once it is. */
export function postedWords(report: ImportReport): string[] {
  const fresh = report.files
    .flatMap(({ payments }) => payments)
    .filter((one) => !one.isRepeated && !one.isHeld);
  const open =
    report.unmatched === ZERO ? [] : [`${usDollars(report.unmatched)} waits under Unmatched payments.`];
  return [`${counted(fresh.length, 'payment')} read, ${usDollars(report.posted)} posted.`, ...open];
}

/** Months in which the new payments came, the earliest first. */
export function monthsReceived({ files }: ImportReport): string[] {
  const fresh = files.flatMap(({ payments }) => payments).filter((one) => !one.isRepeated && !one.isHeld);
  return [...new Set(fresh.map(({ payment }) => monthOf(payment.received)))].sort();
}

function postLabel({ posted, unmatched }: ImportReport, checks: readonly ImportedPayment[]): string {
  const own = checks.filter(({ claims }) => claims.length > 0).length;
  if (own > 0) return `Post ${counted(own, 'payment')}, ${usDollars(posted)}`;
  return unmatched === ZERO ? 'Keep what is new' : `Keep ${usDollars(unmatched)} as unmatched`;
}

function leftOpen({ unmatched, held }: ImportReport): string | null {
  const parts = [
    ...(unmatched === ZERO
      ? []
      : [`${usDollars(unmatched)} finds no line and waits for you under Unmatched payments`]),
    ...(held === ZERO ? [] : [`${usDollars(held)} is held and not posted`]),
  ];
  return parts.length === 0 ? null : `${listed(parts)}.`;
}

function nothingNew(checks: readonly ImportedPayment[]): string {
  return checks.length > 0 && checks.every(({ isRepeated }) => isRepeated)
    ? 'These payments were posted before. Nothing is posted twice.'
    : 'There is nothing to post in these files.';
}

function checkView(check: ImportedPayment, key: string): CheckView {
  const { reference, from, received, amount: total } = check.payment;
  const claims = check.claims.length;
  const interest = check.takenBack === ZERO ? ZERO : interestOf(check.providerAdjustments);
  const back = plus(check.takenBack, interest);
  const parts: [string, Cents][] = [
    [`posted to ${counted(claims, 'claim')}`, check.posted],
    ['posted before', check.postedBefore],
    ['unmatched: you say what it is for', check.unmatched],
    ['unmatched before, and still waiting', check.unmatchedBefore],
    ['set aside before as not ours', check.notOurs],
    ['held: does not balance', check.held],
    ['of claims that are not decided yet', check.notDecided],
    [back > ZERO ? 'taken back by the payer' : 'added by the payer', negated(back)],
    ['interest from the payer', interest],
    ['that the file does not explain', check.unexplained],
  ];
  return {
    key,
    title: from,
    detail: `${reference === '' ? 'no number' : reference}, ${dayName(received)} ${String(partsOf(received).year)}`,
    amount: usDollars(total),
    state: check.isHeld ? 'Held: nothing of it is posted' : check.isRepeated ? 'Posted before' : null,
    parts: parts.flatMap(([words, amount], index) =>
      amount === ZERO && !(index === 0 && claims > 0) ? [] : [{ words, amount: usDollars(amount) }],
    ),
    claims: check.claims.map(({ account, client, lines, paid, adjusted, clientOwes }) => ({
      key: account,
      words: client,
      detail: [
        `${account}, ${counted(lines, 'line')}`,
        ...(adjusted === ZERO ? [] : [`${usDollars(adjusted)} written off`]),
        ...(clientOwes === ZERO ? [] : [`client owes ${usDollars(clientOwes)}`]),
      ].join(', '),
      amount: usDollars(paid),
    })),
  };
}

function placed(
  file: string,
  { rule, severity, message, fix: fix, source, answers, at }: PaymentFinding,
): PlacedFinding {
  const where = at ? `${file}, line ${String(at.line)}` : file;
  return { rule, severity, message, fix: fix, source, where, ...(answers ? { answers } : {}) };
}

/** `November 2026 and December 2026`. */
export const monthNames = (months: readonly string[]): string => listed(months.map(monthName));
