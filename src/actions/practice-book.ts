import type { EarlierVisit, HeldBack } from '../billing/claims/decision';
import type { Finding } from '../billing/findings';
import type { Session } from '../billing/records/session';
import { dayOf, monthOf, type Day } from '../billing/values/day';
import { readWorkbook } from '../workbook/excel/read-workbook';
import type { WorkbookReading } from '../workbook/reading';
import { isOwnDocument } from '../workbook/plan/own-sheets';
import { Refusal } from '../workbook/refusal';
import { readSessionSheets } from '../workbook/sessions/session-sheets';
import { readClearinghouse, type ClearinghouseRecord } from '../workbook/tables/clearinghouse';
import { findOwnTable } from '../workbook/tables/own-table';
import { readRecords, type Records } from '../workbook/tables/records';
import { breathe } from './breathe';
import { restoreEditionsOnce } from './code-tables/restore-once';
import type { ActionOptions } from './context';
import { readRegister, type Register } from './register';
import { linesWithoutSessions } from './sessions/lines-without-sessions';
import { notYetBilled } from './sessions/not-yet-billed';
import { isWanted } from './sessions/only';
import { asRemembered } from './set-up/as-remembered';
import { askRemembered } from './set-up/remembered';

/** Everything an action decides from: the workbook read once, and one month of its sessions. */
export interface PracticeBook {
  reading: WorkbookReading;
  records: Records;
  register: Register;
  clearinghouse: ClearinghouseRecord;
  /** Whether the Practice table is there; without it nothing can be billed. */
  isSetUp: boolean;
  /** Every readable session of the workbook. */
  sessions: Session[];
  /** Those of the month that nothing holds yet, and all others. */
  fresh: Session[];
  history: Session[];
  /** Lines of the register whose sessions are no longer in the workbook. */
  earlierVisits: EarlierVisit[];
  /** Rows of the month that were changed after they were billed. */
  corrected: HeldBack[];
  /** Sessions of the month that the register holds. */
  billedBefore: number;
  /** From reading the sheets: what concerns the month, or no month at all. */
  findings: Finding[];
  today: Day;
  /** `YYYY-MM-DD HH:MM`, for the Activity sheet. */
  when: string;
}

export { isOwnDocument };

/** Reads the workbook once. Without a month every month counts as the one asked for. */
export async function readPracticeBook(
  context: Excel.RequestContext,
  options: Omit<ActionOptions, 'month'> & { month: string | null },
): Promise<PracticeBook> {
  restoreEditionsOnce();
  const isInMonth = (date: Day) => options.month === null || monthOf(date) === options.month;
  const remembered = askRemembered(context);
  const reading = await readWorkbook(context, isOwnDocument);
  await breathe();
  const table = (name: Parameters<typeof findOwnTable>[1]) => findOwnTable(reading, name);
  const records = readRecords({
    practice: table('Practice'),
    payers: table('Payers'),
    clients: table('Clients'),
    authorizations: table('Authorizations'),
    fees: table('Fees'),
    benefits: table('Benefits'),
  });
  const register = readRegister({
    claims: table('Claims'),
    claimLines: table('ClaimLines'),
    answers: table('Answers'),
    activity: table('Activity'),
  });
  const today = dayOf(options.now.getFullYear(), options.now.getMonth() + 1, options.now.getDate()) ?? 0;
  const read = readSessionSheets(reading, { ...asRemembered(options, remembered(), reading), today });
  await breathe();
  const ofMonth = read.sessions.filter(({ date }) => isInMonth(date));
  if (options.month !== null && ofMonth.length === 0)
    throw new Refusal('month-without-sessions', monthWords(options.month, read.sessions));
  const wanted = isWanted(options.only ?? {}, records);
  const month = notYetBilled(ofMonth, register);
  const { billedBefore, findings } = month;
  const fresh = month.fresh.filter(wanted);
  const isFresh = new Set(fresh);
  return {
    reading,
    records,
    register,
    clearinghouse: readClearinghouse(table('Clearinghouse')),
    isSetUp: records.practice !== null,
    sessions: read.sessions,
    fresh,
    history: read.sessions.filter((session) => !isFresh.has(session)),
    earlierVisits: linesWithoutSessions(register, read.sessions).flatMap(({ visit }) => visit ?? []),
    corrected: month.corrected.flatMap((session, index) =>
      wanted(session) ? [holdOf(session, findings[index])] : [],
    ),
    billedBefore: billedBefore.filter(wanted).length,
    findings: [
      ...read.findings.filter(({ date }) => date === undefined || isInMonth(date)),
      ...records.findings,
      ...findings,
    ],
    today,
    when: localTime(options.now),
  };
}

function holdOf(session: Session, finding: Finding | undefined): HeldBack {
  return {
    client: session.client,
    payer: session.payer,
    dates: [session.date],
    sessions: [session],
    charges: session.charge ?? 0,
    findings: finding ? [finding] : [],
  };
}

function monthWords(month: string, sessions: readonly Session[]): string {
  const months = [...new Set(sessions.map((session) => monthOf(session.date)))].sort();
  const [first] = months;
  const last = months[months.length - 1];
  return first === undefined || last === undefined
    ? `There are no sessions in ${month}, and none in any other month that could be read.`
    : `There are no sessions in ${month}. The sheet has sessions from ${first} to ${last}.`;
}

export function localTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
