import type { LeftOut } from '../../src/actions/left-out';
import type { ClaimsReport } from '../../src/actions/claims/claims-report';
import type { SuperbillsReport } from '../../src/actions/superbills/make-superbills';
import type { UndoReport } from '../../src/actions/undo/undo';
import { patientName } from '../../src/billing/claims/claim';
import type { ClaimHold } from '../../src/billing/claims/decision';
import { cellAddress } from '../../src/billing/cell-name';
import type { Finding } from '../../src/billing/findings';
import { sum, usDollars } from '../../src/billing/values/cents';

export function claimsWords(report: ClaimsReport): string[] {
  const { claims, month } = report;
  return [
    claims.length === 0
      ? `No new claims for ${month}.`
      : `${count(claims.length, 'claim')} for ${month} on the sheet "${report.sheet ?? ''}", ${usDollars(report.billed)} in all:`,
    ...claims.map(
      (claim) =>
        `  ${claim.account}  ${patientName(claim)}, ${claim.payer.name}: ${count(claim.lines.length, 'line')}, ${usDollars(claim.total)}`,
    ),
    ...holdWords(report.holds),
    ...leftOutLines(report.leftOut, report.notBilled),
    ...alreadyWords(report.billedBefore),
    ...tablesWords(report.tablesMade),
    ...otherFindings(report),
  ];
}

export function superbillsWords(report: SuperbillsReport): string[] {
  const { superbills, month } = report;
  return [
    superbills.length === 0
      ? `No new superbills for ${month}.`
      : `${count(superbills.length, 'superbill')} for ${month}, ${usDollars(report.charged)} in all:`,
    ...superbills.map(
      (each) =>
        `  ${each.account}  ${each.client.name}: ${count(each.rows.length, 'line')}, ${usDollars(each.charged)}, sheet "${each.sheet}"`,
    ),
    ...holdWords(report.holds),
    ...leftOutLines(report.leftOut, report.notIncluded),
    ...alreadyWords(report.billedBefore),
    ...tablesWords(report.tablesMade),
    ...otherFindings(report),
  ];
}

export function undoWords(report: UndoReport): string[] {
  return [
    `Taken back: ${report.what} (${report.when}${report.isElsewhere ? ', made in another Excel' : ''}).`,
    ...(report.sheetsRemoved.length > 0 ? [`Sheets removed: ${report.sheetsRemoved.join(', ')}.`] : []),
    ...report.rowsRemoved.map(({ table, rows }) => `Rows removed from ${table}: ${String(rows)}.`),
    ...report.cellsGivenBack.map(
      ({ table, cells }) => `Cells of ${table} that have their former values back: ${String(cells)}.`,
    ),
    ...(report.passedOver === null ? [] : [report.passedOver]),
    ...(report.left.length > 0 ? [`Left as they are: ${report.left.join(', ')}.`] : []),
  ];
}

/** What was left out with its money, and why. */
function leftOutLines(sentence: string | null, reasons: readonly LeftOut[]): string[] {
  if (sentence === null) return [];
  return [sentence, ...reasons.map(({ sessions, words }) => `  ${count(sessions, 'row')}: ${words}`)];
}

/** By client and payer; what is found again in further cells is told once. */
function holdWords(held: readonly ClaimHold[]): string[] {
  const groups = new Map<string, ClaimHold[]>();
  for (const hold of held) {
    const key = `${hold.client}|${hold.payer ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), hold]);
  }
  if (groups.size === 0) return [];
  return [
    `Held back, ${count(groups.size, 'client')}:`,
    ...[...groups.values()].flatMap((holds) => {
      const [{ client, payer } = { client: '', payer: null }] = holds;
      const visits = holds.reduce((total, hold) => total + hold.dates.length, 0);
      const charges = sum(holds.map((hold) => hold.charges));
      return [
        `  ${client}${payer === null ? '' : `, ${payer}`}: ${count(visits, 'visit')}, ${usDollars(charges)}`,
        ...onceByRule(holds.flatMap((hold) => hold.findings)).map((words) => `    ${words}`),
      ];
    }),
  ];
}

function onceByRule(findings: readonly Finding[]): string[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  return [...byRule.values()].flatMap(([first, ...more]) =>
    first ? [findingWords(first) + (more.length > 0 ? ` And ${String(more.length)} more like it.` : '')] : [],
  );
}

function findingWords(finding: Finding): string {
  return `${finding.severity}: ${finding.message}${whereOf(finding)} ${finding.fix}${answerWords(finding)}`;
}

/** ` (Sessions!C12)`; nothing where no cell is at fault. */
export function whereOf({ place }: Finding): string {
  return place ? ` (${place.sheet}!${cellAddress(place)})` : '';
}

/** How a question is answered on the command line. */
export function answerWords({ answers = [] }: Pick<Finding, 'answers'>): string {
  const ways = answers.map(({ key, value, words }) => `--answer ${key}=${value} (${words})`);
  return ways.length === 0 ? '' : ` ${ways.join(', ')}.`;
}

/** What was found and holds no claim back. */
function otherFindings(report: Pick<ClaimsReport, 'holds' | 'findings'>): string[] {
  const told = new Set(report.holds.flatMap((hold) => hold.findings.map(findingWords)));
  const others = report.findings.filter((finding) => !told.has(findingWords(finding)));
  if (others.length === 0) return [];
  return ['Look at:', ...onceByRule(others).map((words) => `  ${words}`)];
}

function alreadyWords(sessions: number): string[] {
  return sessions === 0 ? [] : [`Made before, and not made again: ${count(sessions, 'session')}.`];
}

function tablesWords(tables: readonly string[]): string[] {
  return tables.length === 0
    ? []
    : [`Made the sheets ${tables.join(', ')} from your sessions. Fill in their blanks, then run again.`];
}

function count(number: number, thing: string): string {
  return `${String(number)} ${thing}${number === 1 ? '' : 's'}`;
}
