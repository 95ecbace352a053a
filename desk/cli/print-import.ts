import type {
  ImportReport,
  ReportedFile,
  ReportedPayment,
  ReportedPlace,
} from '../../src/actions/payments/import-report';

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** Claims of one check that are named; the JSON has all of them. */
const MOST_CLAIMS = 40;
/** Findings of one file that are told in full. */
const MOST_FINDINGS = 40;

export function importWords(report: ImportReport): string[] {
  if (report.files.length === 0) return [];
  const { posted, unmatched, held } = report;
  return [
    ...report.files.flatMap(fileWords),
    `In all: ${money.format(posted)} posted, ${money.format(unmatched)} unmatched, ${money.format(held)} held; ${count(report.claims.length, 'claim')} of the register brought up to date.`,
    ...report.findings.map(({ severity, words, toDo }) => `${severity}: ${words} ${toDo}`),
  ];
}

function fileWords(file: ReportedFile): string[] {
  const { name, payments, unmatched, held, findings } = file;
  const told = findings.slice(0, MOST_FINDINGS);
  const more = findings.length - told.length;
  return [
    `${name}: ${count(payments.length, 'payment')}`,
    ...payments.flatMap(paymentWords),
    ...unmatched.map(
      ({ client, account, service, code, paid, line, isBefore }) =>
        `  Unmatched${isBefore ? ' before' : ''}: ${money.format(paid)} for ${[client, service, code].filter(Boolean).join(', ')}, claim ${account || 'without a number'} (line ${String(line)})`,
    ),
    ...held.map(
      ({ reference, account, paid }) =>
        `  Held: ${money.format(paid)} of ${reference || 'a payment without a number'}${account === null ? '' : `, claim ${account}`}`,
    ),
    ...told.map(placeWords),
    ...(more > 0 ? [`  And ${String(more)} more like these.`] : []),
  ];
}

/** A check, where each cent of it went, and the claims it was posted to. */
function paymentWords(payment: ReportedPayment): string[] {
  const { reference, from, received, amount, claims } = payment;
  const parts: [number, string][] = [
    [payment.posted, 'posted'],
    [payment.postedBefore, 'posted before'],
    [payment.unmatched, 'unmatched'],
    [payment.unmatchedBefore, 'unmatched before'],
    [payment.notOurs, 'not ours'],
    [payment.held, 'held'],
    [payment.notDecided, 'not decided yet'],
    [-payment.takenBack, payment.takenBack > 0 ? 'taken back by the payer' : 'added by the payer'],
    [payment.unexplained, 'that nothing in it explains'],
  ];
  const where = parts
    .filter(([part]) => part !== 0)
    .map(([part, what], index) => `${signOf(part, index === 0)}${money.format(Math.abs(part))} ${what}`);
  const more = claims.length - MOST_CLAIMS;
  return [
    `  ${reference || 'without a number'}, ${from}, ${received}: ${money.format(amount)} = ${where.join('') || 'nothing to post'}`,
    ...claims
      .slice(0, MOST_CLAIMS)
      .map(
        ({ account, client, lines, paid, adjusted, clientOwes }) =>
          `    ${account}  ${client}: ${count(lines, 'line')}, ${money.format(paid)} paid, ${money.format(adjusted)} written off, ${money.format(clientOwes)} to the client`,
      ),
    ...(more > 0 ? [`    and ${count(more, 'more claim')}`] : []),
    ...payment.adjustments.map(
      ({ reason, reference: what, amount: each }) =>
        `    ${reason}${what === '' ? '' : ` ${what}`}: ${money.format(-each)}`,
    ),
  ];
}

function signOf(part: number, isFirst: boolean): string {
  if (isFirst) return part < 0 ? '-' : '';
  return part < 0 ? ' - ' : ' + ';
}

function placeWords({ severity, words, toDo, line, segment }: ReportedPlace): string {
  const where = line === null ? '' : ` (line ${String(line)}, segment ${String(segment)})`;
  return `  ${severity}: ${words}${where} ${toDo}`;
}

function count(number: number, thing: string): string {
  return `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
}
