import { answerWords } from './print';
import {
  namedBy,
  type ImportedFile,
  type ImportedPayment,
  type ImportedUnmatched,
  type ImportReport,
} from '../../src/actions/payments/import-report';
import { interestOf, type PaymentFinding } from '../../src/billing/payments/posting';
import { absolute, negated, plus, usDollars, ZERO, type Cents } from '../../src/billing/values/cents';
import { isoOf } from '../../src/billing/values/day';

/** Claims of one check that are named; the JSON has all of them. */
const MAX_CLAIMS = 40;
/** Findings of one file that are told in full. */
const MAX_FINDINGS = 40;

export function importWords(report: ImportReport): string[] {
  if (report.files.length === 0) return [];
  const { posted, unmatched, held } = report;
  return [
    ...report.files.flatMap(fileWords),
    `In all: ${usDollars(posted)} posted, ${usDollars(unmatched)} unmatched, ${usDollars(held)} held; ${count(report.claims.length, 'claim')} of the register brought up to date.`,
    ...report.findings.map(({ severity, message, fix: fix }) => `${severity}: ${message} ${fix}`),
  ];
}

function fileWords(file: ImportedFile): string[] {
  const { name, payments, unmatched, held, findings } = file;
  const told = findings.slice(0, MAX_FINDINGS);
  const more = findings.length - told.length;
  return [
    `${name}: ${count(payments.length, 'payment')}`,
    ...payments.flatMap(paymentWords),
    ...unmatched.map(unmatchedWords),
    ...held.map(
      ({ payment, claim, paid }) =>
        `  Held: ${usDollars(paid)} of ${payment.reference || 'a payment without a number'}${claim ? `, claim ${claim.account}` : ''}`,
    ),
    ...told.map(placeWords),
    ...(more > 0 ? [`  And ${String(more)} more like these.`] : []),
  ];
}

function unmatchedWords(unmatched: ImportedUnmatched): string {
  const { claim, line, paid, isBefore } = unmatched;
  const { client, service } = namedBy(unmatched);
  const about = [client, service && isoOf(service), line?.code].filter(Boolean).join(', ');
  return `  Unmatched${isBefore ? ' before' : ''}: ${usDollars(paid)} for ${about}, claim ${claim.account || 'without a number'} (line ${String((line ?? claim).at.line)})`;
}

/** A check, where each cent of it went, and the claims it was posted to. */
function paymentWords(payment: ImportedPayment): string[] {
  const { reference, from, received, amount } = payment.payment;
  const { claims, takenBack } = payment;
  const interest = takenBack === ZERO ? ZERO : interestOf(payment.providerAdjustments);
  const back = plus(takenBack, interest);
  const parts: [Cents, string][] = [
    [payment.posted, 'posted'],
    [payment.postedBefore, 'posted before'],
    [payment.unmatched, 'unmatched'],
    [payment.unmatchedBefore, 'unmatched before'],
    [payment.notOurs, 'not ours'],
    [payment.held, 'held'],
    [payment.notDecided, 'not decided yet'],
    [negated(back), back > ZERO ? 'taken back by the payer' : 'added by the payer'],
    [interest, 'interest'],
    [payment.unexplained, 'that nothing in it explains'],
  ];
  const where = parts
    .filter(([part]) => part !== ZERO)
    .map(([part, what], index) => `${signOf(part, index === 0)}${usDollars(absolute(part))} ${what}`);
  const more = claims.length - MAX_CLAIMS;
  return [
    `  ${reference || 'without a number'}, ${from}, ${isoOf(received)}: ${usDollars(amount)} = ${where.join('') || 'nothing to post'}`,
    ...claims
      .slice(0, MAX_CLAIMS)
      .map(
        ({ account, client, lines, paid, adjusted, clientOwes }) =>
          `    ${account}  ${client}: ${count(lines, 'line')}, ${usDollars(paid)} paid, ${usDollars(adjusted)} written off, ${usDollars(clientOwes)} to the client`,
      ),
    ...(more > 0 ? [`    and ${count(more, 'more claim')}`] : []),
    ...payment.providerAdjustments.map(
      ({ reason, reference: what, amount: each }) =>
        `    ${reason}${what === '' ? '' : ` ${what}`}: ${usDollars(negated(each))}`,
    ),
  ];
}

function signOf(part: Cents, isFirst: boolean): string {
  if (isFirst) return part < ZERO ? '-' : '';
  return part < ZERO ? ' - ' : ' + ';
}

function placeWords(finding: PaymentFinding): string {
  const { severity, message, fix: fix, at } = finding;
  const where = at ? ` (line ${String(at.line)}, segment ${String(at.segment)})` : '';
  return `  ${severity}: ${message}${where} ${fix}${answerWords(finding)}`;
}

function count(number: number, thing: string): string {
  return `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
}
