import type { SubmitterAndReceiver } from '../../actions/claims/submitter-and-receiver';
import type { ClaimsReport } from '../../actions/claims/claims-report';
import type { MarkedSent } from '../../actions/claims/mark-sent';
import type { SuperbillsReport } from '../../actions/superbills/make-superbills';
import { patientName, serviceSpan, type ServiceLine } from '../../billing/claims/claim';
import type { Finding } from '../../billing/findings';
import { sum, usDollars } from '../../billing/values/cents';
import { counted, daySpan, listed, monthName } from './words';

export type DocumentsReport = ClaimsReport | SuperbillsReport;

/** What Claims or Superbills would make of a month, ready to show. */
export interface DocumentsView {
  /** "8 claims, $1,240.00"; null when nothing would be made. */
  summary: string | null;
  items: { key: string; title: string; detail: string; amount: string }[];
  held: ClientOnHold[];
  holdSummary: string | null;
  /** What was left out in one sentence, with its money; null where nothing was. */
  leftSummary: string | null;
  /** Why, and what was made before. */
  left: string[];
  /** Words of the button; null when there is nothing to make. */
  makeLabel: string | null;
  /** Reference sheets that would be made instead, because nothing can be billed without them. */
  tables: string[];
}

export interface ClientOnHold {
  client: string;
  payers: string;
  /** "2 visits, $190.00". */
  amount: string;
  findings: Finding[];
}

export function documentsView(report: DocumentsReport): DocumentsView {
  const items = report.action === 'claims' ? claimItems(report) : superbillItems(report);
  const total = report.action === 'claims' ? report.billed : report.charged;
  const made = counted(items.length, report.action === 'claims' ? 'claim' : 'superbill');
  const isFirst = report.tablesMade.length > 0;
  const nothing = items.length === 0;
  return {
    summary: nothing ? null : `${made}, ${usDollars(total)}`,
    items,
    held: holdsByClient(report),
    holdSummary: holdSummary(report),
    leftSummary: report.leftOut,
    left: leftOut(report),
    makeLabel: isFirst ? 'Make these sheets' : nothing ? null : `Make ${made}, ${usDollars(total)}`,
    tables: report.tablesMade,
  };
}

/** What was done, once it is done. */
export function madeWords(report: DocumentsReport): string {
  if (report.tablesMade.length > 0) {
    return 'The reference sheets are there, filled with what your sessions tell. Fill in their blanks under Set up.';
  }
  const month = monthName(report.month);
  return report.action === 'claims'
    ? `${counted(report.claims.length, 'claim')} made for ${month}, ${usDollars(report.billed)} in all.`
    : `${counted(report.superbills.length, 'superbill')} made for ${month}, ${usDollars(report.charged)} in all.`;
}

/** Sheets worth a look after the click. */
export function madeSheets(report: DocumentsReport): string[] {
  if (report.tablesMade.length > 0) return report.tablesMade;
  const pages =
    report.action === 'claims'
      ? report.sheet === null
        ? []
        : [report.sheet]
      : report.superbills.map(({ sheet }) => sheet);
  return [...pages, 'Claims'];
}

/** Who gets the 837P, and who it says it is from. */
export function addressWords({ to, from, isTaxId, byTable, missing }: SubmitterAndReceiver): string {
  if (to === null || from === null) {
    return ['The 837P cannot be addressed yet.', ...new Set(missing)].join(' ');
  }
  const sender = isTaxId ? `${from}, your tax ID` : from;
  return byTable
    ? `The 837P is addressed to ${to}, from ${sender}, as the Clearinghouse sheet says.`
    : `The 837P is addressed to ${to} (preset), from ${sender}. Another clearinghouse?`;
}

/** What became of "Mark as sent". */
export function sentWords({ marked, others }: MarkedSent): string {
  const kept = `${counted(others, 'claim')} ${others === 1 ? 'was' : 'were'} not marked: the register does not say Made any more.`;
  if (marked === 0) return `Nothing was marked. ${kept}`;
  return `${counted(marked, 'claim')} marked as Sent in the register. Undo gives Made back.${others > 0 ? ` ${kept}` : ''}`;
}

function claimItems({ claims }: ClaimsReport): DocumentsView['items'] {
  return claims.map((claim) => ({
    key: claim.account,
    title: patientName(claim),
    detail: `${claim.payer.name}, ${linesAndSpan(claim.lines)}`,
    amount: usDollars(claim.total),
  }));
}

function superbillItems({ superbills }: SuperbillsReport): DocumentsView['items'] {
  return superbills.map(({ account, kind, client, rows, charged }) => {
    const what = kind === 'receipt' ? 'Receipt without diagnosis' : (client.payer ?? 'Superbill');
    return {
      key: account,
      title: client.name,
      detail: `${what}, ${linesAndSpan(rows)}`,
      amount: usDollars(charged),
    };
  });
}

function linesAndSpan(lines: readonly Pick<ServiceLine, 'date'>[]): string {
  const { from, to } = serviceSpan(lines);
  return `${counted(lines.length, 'line')}, ${daySpan(from, to)}`;
}

function holdsByClient({ holds }: DocumentsReport): ClientOnHold[] {
  const clients = new Map<string, DocumentsReport['holds']>();
  for (const hold of holds) clients.set(hold.client, [...(clients.get(hold.client) ?? []), hold]);
  return [...clients].map(([client, holds]) => ({
    client,
    payers: listed([...new Set(holds.flatMap(({ payer }) => payer ?? []))]),
    amount: visitsAndMoney(holds),
    findings: unique(holds.flatMap(({ findings }) => findings)),
  }));
}

function holdSummary({ holds }: DocumentsReport): string | null {
  return holds.length === 0 ? null : visitsAndMoney(holds);
}

function visitsAndMoney(holds: DocumentsReport['holds']): string {
  const visits = holds.reduce((total, { dates }) => total + dates.length, 0);
  return `${counted(visits, 'visit')}, ${usDollars(sum(holds.map(({ charges }) => charges)))}`;
}

function unique(findings: readonly Finding[]): Finding[] {
  const seen = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...seen.values()];
}

function leftOut(report: DocumentsReport): string[] {
  const reasons = report.action === 'claims' ? report.notBilled : report.notIncluded;
  const before =
    report.billedBefore === 0
      ? []
      : [`${counted(report.billedBefore, 'session')}: made before, and not made again.`];
  return [...reasons.map(({ words, sessions }) => `${counted(sessions, 'session')}: ${words}`), ...before];
}
