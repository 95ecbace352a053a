import type { CheckReport } from '../../src/actions/check/check-month';
import type { Finding } from '../../src/billing/findings';
import { answerWords, whereOf } from './print';

/** The findings by client and date of service, for people to read. */
export function checkWords(report: CheckReport): string[] {
  const { month, sessions, billedBefore, stops, warnings, notes } = report;
  const before = billedBefore > 0 ? `, ${String(billedBefore)} billed before and left out` : '';
  return [
    `Checked ${counted(sessions, 'session')}${month === null ? '' : ` of ${month}`}${before}: ${String(stops)} STOP, ${String(warnings)} WARN, ${String(notes)} NOTE.`,
    ...report.accounts.map(({ sheet, words, unused }) => [`Sheet "${sheet}": ${words}`, ...unused].join(' ')),
    ...section('In general', report.general),
    ...report.clients.flatMap(({ client, findings, visits }) => [
      client,
      ...findings.map((finding) => line(finding, client)),
      ...visits.flatMap((visit) => visit.findings.map((finding) => line(finding, client))),
    ]),
  ];
}

function section(title: string, findings: readonly Finding[]): string[] {
  return findings.length === 0 ? [] : [title, ...findings.map((finding) => line(finding, null))];
}

/** The name of the client stands above; where the sentence begins with it, it is left out. */
function line(finding: Finding, client: string | null): string {
  const { severity, message, fix: fix, source } = finding;
  const own =
    client !== null && message.startsWith(`${client} on `) ? message.slice(client.length + 1) : message;
  const sentence = own.replace(/^on (\d\d\/)/, '$1');
  return `  ${severity}  ${sentence}${whereOf(finding)} ${fix}${answerWords(finding)} [${source}]`;
}

function counted(number: number, thing: string): string {
  return `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
}
