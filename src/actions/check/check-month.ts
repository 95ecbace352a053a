import { decideClaims } from '../../billing/claims/decide-claims';
import type { Finding } from '../../billing/findings';
import { checkSessions } from '../../billing/rules/check-sessions';
import { decideSuperbills } from '../../billing/superbills/decide-superbills';
import { byDay, type Day } from '../../billing/values/day';
import { nameKey } from '../../billing/values/name-key';
import { directoryOf } from '../../billing/visits/directory';
import { FindingLog } from '../../billing/visits/finding-log';
import { yieldToEventLoop } from '../../practice/yield-to-event-loop';
import type { ActionOptions } from '../../practice/options';
import { readPracticeBook, type PracticeBook } from '../../practice/practice-book';
import { accountToJson, type AccountJson } from '../../workbook/sessions/account/account-json';

/** Everything found in a month, by client and date of service. */
export interface CheckReport {
  action: 'check';
  /** Null: all months were asked for. */
  month: string | null;
  /** Sessions looked at: those of the month that are not yet billed. */
  sessions: number;
  billedBefore: number;
  stops: number;
  warnings: number;
  notes: number;
  /** Of each sheet of sessions, whatever the month: every row and column, and what became of it. */
  accounts: AccountJson[];
  /** About the practice, a payer, or a cell that belongs to no client. */
  general: Finding[];
  /** By name. */
  clients: CheckedClient[];
}

export interface CheckedClient {
  client: string;
  /** About the client whatever the date. */
  findings: Finding[];
  visits: { date: Day; findings: Finding[] }[];
}

/** Looks at everything a month would bill, without deciding or writing anything. */
export async function checkMonth(
  context: Excel.RequestContext,
  options: Omit<ActionOptions, 'month'> & { month: string | null },
): Promise<CheckReport> {
  const book = await readPracticeBook(context, options);
  const found = book.isSetUp ? await findingsOf(book) : [notSetUp(), ...codesOnly(book)];
  return checkReport([...book.findings, ...found], options.month, book);
}

async function findingsOf(book: PracticeBook): Promise<Finding[]> {
  const { records, today, fresh } = book;
  const account = () => '';
  const input = { ...records, tableFindings: records.findings, sessions: fresh, today, nextAccount: account };
  const claims = decideClaims({ ...input, history: book.history, earlierVisits: book.earlierVisits });
  await yieldToEventLoop();
  const superbills = decideSuperbills(input);
  await yieldToEventLoop();
  const billed = new Set([
    ...claims.claims.flatMap(({ lines }) =>
      lines.flatMap(({ sessions }) => sessions.map(({ place }) => place)),
    ),
    ...claims.holds.flatMap(({ sessions, payer }) =>
      payer === null ? [] : sessions.map(({ place }) => place),
    ),
    ...claims.notBilled.flatMap(({ session, why }) => (why === 'cash' ? [] : [session.place])),
    ...superbills.superbills.flatMap(({ rows }) =>
      rows.flatMap(({ sessions }) => sessions.map(({ place }) => place)),
    ),
    ...superbills.holds.flatMap(({ sessions }) => sessions.map(({ place }) => place)),
  ]);
  const log = new FindingLog();
  log.addAll([...claims.findings, ...superbills.findings]);
  log.addAll(
    codesOnly(
      book,
      fresh.filter(({ place }) => !billed.has(place)),
    ),
  );
  return log.all();
}

/** The rules alone, where no claim or superbill can be made of a session. */
function codesOnly(book: PracticeBook, sessions = book.fresh): Finding[] {
  const { records, today } = book;
  const directory = directoryOf(records.clients, records.payers);
  const all = { ...records, sessions: book.sessions, earlierVisits: book.earlierVisits, today };
  return checkSessions(sessions, all, directory);
}

function notSetUp(): Finding {
  return {
    rule: 'not-set-up',
    severity: 'STOP',
    place: null,
    message: 'There is no Practice table yet, so only the codes are checked, and nothing can be billed.',
    fix: 'Run Set up and fill in the tables that it makes.',
    source: 'Claimsheet: nothing that goes on a claim is guessed',
  };
}

const WORST_FIRST: readonly Finding['severity'][] = ['STOP', 'WARN', 'NOTE'];

function checkReport(findings: readonly Finding[], month: string | null, book: PracticeBook): CheckReport {
  const ordered = WORST_FIRST.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  const clients = new Map<string, { client: string; findings: Finding[] }>();
  for (const finding of ordered) {
    if (finding.client === undefined) continue;
    const key = nameKey(finding.client);
    const known = clients.get(key) ?? { client: finding.client, findings: [] };
    known.findings.push(finding);
    clients.set(key, known);
  }
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    action: 'check',
    month,
    sessions: book.fresh.length,
    billedBefore: book.billedBefore,
    stops: count('STOP'),
    warnings: count('WARN'),
    notes: count('NOTE'),
    accounts: book.accounts.map(accountToJson),
    general: ordered.filter(({ client }) => client === undefined),
    clients: [...clients]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { client, findings: own }]) => checkedClient(client, own)),
  };
}

function checkedClient(client: string, findings: readonly Finding[]): CheckedClient {
  const dates = [...new Set(findings.flatMap(({ date }) => date ?? []))].sort(byDay);
  return {
    client,
    findings: findings.filter(({ date }) => date === undefined),
    visits: dates.map((date) => ({
      date,
      findings: findings.filter((finding) => finding.date === date),
    })),
  };
}
