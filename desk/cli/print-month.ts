import type { MonthEndReport } from '../../src/actions/month-end/reported-month';

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

/** Exceptions that are told; the sheet has all of them. */
const MOST_EXCEPTIONS = 40;

export function monthWords(report: MonthEndReport): string[] {
  const { month, totals, outOfBalance, toLookAt, calls, ageing, unmatched, sheet } = report;
  const told = toLookAt.slice(0, MOST_EXCEPTIONS);
  const more = toLookAt.length - told.length;
  return [
    `${month}${sheet === null ? '' : ` on the sheet "${sheet}"`}. ${report.judgedWords}`,
    `  ${money.format(totals.opening)} opening + ${money.format(totals.charges)} charges - ${money.format(totals.paidByPayers + totals.paidByClients)} payments - ${money.format(totals.adjustments)} written off = ${money.format(totals.closing)} closing`,
    ...(outOfBalance.length === 0
      ? ['  The month balances.']
      : ['  The month does not balance:', ...outOfBalance.map((tie) => `    ${tie}`)]),
    `  Still owed: ${money.format(sumOf(ageing.byPayer))} by payers, ${money.format(sumOf(ageing.waitingForSettlement))} waiting for a settlement, ${money.format(ageing.clients.total)} by clients; ${money.format(0 - ageing.credits)} paid too much.`,
    ...(unmatched.length === 0
      ? []
      : [
          `  Unmatched payments to settle: ${String(unmatched.length)}, ${money.format(unmatched.reduce((sum, { paid }) => sum + paid, 0))}.`,
        ]),
    ...calls.map(
      ({ payer, claims, amount }) =>
        `  Call ${payer} about ${String(claims)} ${claims === 1 ? 'claim' : 'claims'}, ${money.format(amount)}.`,
    ),
    toLookAt.length === 0
      ? '  Nothing to look at: every line is good or waits its time.'
      : `To look at, ${String(toLookAt.length)}:`,
    ...told.map(exceptionWords),
    ...(more > 0 ? [`  And ${String(more)} more on the sheet.`] : []),
  ];
}

function exceptionWords(exception: MonthEndReport['toLookAt'][number]): string {
  const { word, amount, client, payer, date, to, lines, account, why, toDo } = exception;
  const when = lines === 1 ? date : `${date === to ? date : `${date} to ${to}`} (${String(lines)} lines)`;
  const about = [client, payer, when, account].filter((part) => part !== null).join(', ');
  return `  ${word}: ${money.format(amount)}, ${about}. ${why} ${toDo}`;
}

function sumOf(rows: readonly { total: number }[]): number {
  return rows.reduce((sum, { total }) => sum + total, 0);
}
