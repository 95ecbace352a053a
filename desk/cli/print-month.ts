import { notCounted, type MonthEndReport } from '../../src/actions/month-end/read-month';
import type { Ageing } from '../../src/billing/month/ageing';
import type { LateChange } from '../../src/billing/month/kept-months';
import { whyOf, type ClaimException } from '../../src/billing/month/by-claim';
import { monthNotBilledWords } from '../../src/billing/month/seen';
import { usedBy, type ClientCredit } from '../../src/billing/payments/client-credit';
import { negated, sum, usDollars, ZERO, type Cents } from '../../src/billing/values/cents';
import { isoOf } from '../../src/billing/values/day';
import { answerWords } from './print';

/** Exceptions that are told; the sheet has all of them. */
const MAX_EXCEPTIONS = 40;

/** `- $80.00 payments`; where more was taken back than came, `+ $80.00 payments (taken back)`. */
function lessWords(amount: Cents, what: string): string {
  return amount < ZERO
    ? `+ ${usDollars(negated(amount))} ${what} (taken back)`
    : `- ${usDollars(amount)} ${what}`;
}

export function monthWords(report: MonthEndReport): string[] {
  const { month, balances, outOfBalance, toLookAt, calls, ageing, unmatched, sheet } = report;
  const { total } = balances;
  const told = toLookAt.slice(0, MAX_EXCEPTIONS);
  const more = toLookAt.length - told.length;
  return [
    `${month}${sheet === null ? '' : ` on the sheet "${sheet}"`}. ${report.isClosed ? 'It is closed. ' : ''}${report.asOfWords}`,
    `  ${usDollars(total.opening)} opening + ${usDollars(total.charges)} charges ${lessWords(total.payments, 'payments')} ${lessWords(total.adjustments, 'written off')} = ${usDollars(total.closing)} closing`,
    ...(outOfBalance.length === 0
      ? ['  The month balances.']
      : ['  The month does not balance:', ...outOfBalance.map((tie) => `    ${tie}`)]),
    ...notCounted(report).map((one) => `  Not counted: ${one.message} ${one.fix}${answerWords(one)}`),
    ...report.notBilled.map((one) => `  ${monthNotBilledWords(one, report.asOf)}`),
    ...lateWords('Of this, for months closed before', report.forKeptMonths),
    ...lateWords('Came after the month was closed, and counts later', report.cameLater),
    `  Still owed: ${usDollars(sumOf(ageing.byPayer))} by payers, ${usDollars(sumOf(ageing.waitingForSettlement))} in auto and work injury cases, ${usDollars(ageing.clients.total)} by clients; ${usDollars(negated(ageing.credits))} paid too much.`,
    ...(unmatched.length === 0
      ? []
      : [
          `  Unmatched payments to settle: ${String(unmatched.length)}, ${usDollars(sum(unmatched.map(({ paid }) => paid)))}.`,
        ]),
    ...report.credits.map(creditWords),
    ...calls.map(
      ({ payer, claims, amount }) =>
        `  Call ${payer} about ${String(claims)} ${claims === 1 ? 'claim' : 'claims'}, ${usDollars(amount)}.`,
    ),
    toLookAt.length === 0
      ? '  Nothing to look at: every line is good or waits its time.'
      : `To look at, ${String(toLookAt.length)}:`,
    ...told.map(exceptionWords),
    ...(more > 0 ? [`  And ${String(more)} more on the sheet.`] : []),
  ];
}

function creditWords(credit: ClientCredit): string {
  const [amount, used] = [usDollars(credit.amount), usDollars(usedBy(credit))];
  const use = usedBy(credit) === ZERO ? '' : `; ${used} of it could be used for what the client owes`;
  return `  Credit of ${credit.client}: ${amount}${use}.`;
}

function lateWords(what: string, changes: readonly LateChange[]): string[] {
  return changes.length === 0
    ? []
    : [
        `  ${what}:`,
        ...changes.map(
          ({ account, client, charges, payments, adjustments }) =>
            `    ${account || 'Credit'}  ${client}: ${usDollars(charges)} charges, ${usDollars(payments)} payments, ${usDollars(adjustments)} written off`,
        ),
      ];
}

function exceptionWords(exception: ClaimException): string {
  const { word, amount, client, payer, date, to, lines, account, fix } = exception;
  const [first, last] = [isoOf(date), isoOf(to)];
  const when =
    lines === 1 ? first : `${first === last ? first : `${first} to ${last}`} (${String(lines)} lines)`;
  const about = [client, payer, when, account].filter((part) => part !== null).join(', ');
  return `  ${word}: ${usDollars(amount)}, ${about}. ${whyOf(exception)} ${fix}`;
}

function sumOf(rows: readonly Ageing[]): Cents {
  return sum(rows.map(({ total }) => total));
}
