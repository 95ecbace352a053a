import type { ImportReport, ReportedPayment, ReportedPlace } from '../../../actions/payments/import-report';
import type { Previewed } from '../../office/month-actions';
import { counted, dayName, listed, money, monthName } from '../words';

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
  ReportedPlace,
  'rule' | 'severity' | 'words' | 'toDo' | 'source'
> {
  /** `november.835, line 12`. */
  where: string;
}

export function paymentsView({ report, isNew }: Previewed<ImportReport>): PaymentsView {
  const checks = report.files.flatMap(({ payments }) => payments);
  return {
    checks: report.files.flatMap(({ name, payments }) =>
      payments.map((check, index) => checkView(check, `${name} ${String(index)} ${check.key}`)),
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
  const open = report.unmatched === 0 ? [] : [`${money(report.unmatched)} waits under Unmatched payments.`];
  return [`${counted(fresh.length, 'payment')} read, ${money(report.posted)} posted.`, ...open];
}

/** Months in which the new payments came, the earliest first. */
export function monthsReceived({ files }: ImportReport): string[] {
  const fresh = files.flatMap(({ payments }) => payments).filter((one) => !one.isRepeated && !one.isHeld);
  return [...new Set(fresh.map(({ received }) => received.slice(0, 7)))].sort();
}

function postLabel({ posted, unmatched }: ImportReport, checks: readonly ReportedPayment[]): string {
  const own = checks.filter(({ claims }) => claims.length > 0).length;
  if (own > 0) return `Post ${counted(own, 'payment')}, ${money(posted)}`;
  return unmatched === 0 ? 'Keep what is new' : `Keep ${money(unmatched)} as unmatched`;
}

function leftOpen({ unmatched, held }: ImportReport): string | null {
  const parts = [
    ...(unmatched === 0
      ? []
      : [`${money(unmatched)} finds no line and waits for you under Unmatched payments`]),
    ...(held === 0 ? [] : [`${money(held)} is held and not posted`]),
  ];
  return parts.length === 0 ? null : `${listed(parts)}.`;
}

function nothingNew(checks: readonly ReportedPayment[]): string {
  return checks.length > 0 && checks.every(({ isRepeated }) => isRepeated)
    ? 'These payments were posted before. Nothing is posted twice.'
    : 'There is nothing to post in these files.';
}

function checkView(check: ReportedPayment, key: string): CheckView {
  const claims = check.claims.length;
  const parts: [string, number][] = [
    [`posted to ${counted(claims, 'claim')}`, check.posted],
    ['posted before', check.postedBefore],
    ['unmatched: you say what it is for', check.unmatched],
    ['unmatched before, and still waiting', check.unmatchedBefore],
    ['set aside before as not ours', check.notOurs],
    ['held: does not balance', check.held],
    ['of claims that are not decided yet', check.notDecided],
    [
      check.takenBack > 0 ? 'taken back by the payer' : 'added by the payer, such as interest',
      -check.takenBack,
    ],
    ['that the file does not explain', check.unexplained],
  ];
  return {
    key,
    title: check.from,
    detail: `${check.reference === '' ? 'no number' : check.reference}, ${dayName(check.received)} ${check.received.slice(0, 4)}`,
    amount: money(check.amount),
    state: check.isHeld ? 'Held: nothing of it is posted' : check.isRepeated ? 'Posted before' : null,
    parts: parts.flatMap(([words, amount], index) =>
      amount === 0 && !(index === 0 && claims > 0) ? [] : [{ words, amount: money(amount) }],
    ),
    claims: check.claims.map(({ account, client, lines, paid, adjusted, clientOwes }) => ({
      key: account,
      words: client,
      detail: [
        `${account}, ${counted(lines, 'line')}`,
        ...(adjusted === 0 ? [] : [`${money(adjusted)} written off`]),
        ...(clientOwes === 0 ? [] : [`client owes ${money(clientOwes)}`]),
      ].join(', '),
      amount: money(paid),
    })),
  };
}

function placed(file: string, { rule, severity, words, toDo, source, line }: ReportedPlace): PlacedFinding {
  const where = line === null ? file : `${file}, line ${String(line)}`;
  return { rule, severity, words, toDo, source, where };
}

/** `November 2026 and December 2026`. */
export const monthNames = (months: readonly string[]): string => listed(months.map(monthName));
