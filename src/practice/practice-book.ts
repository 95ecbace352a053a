import type { ClaimHold } from '../billing/claims/decision';
import type { Finding } from '../billing/findings';
import { allowedFindings } from '../billing/payments/agreed-allowed';
import { monthNotBilledWords, monthsNotBilled, seenNotBilled } from '../billing/month/seen';
import type { BilledLine } from '../billing/records/billed-line';
import type { Session } from '../billing/records/session';
import type { Cents } from '../billing/values/cents';
import { localDay, monthOf, type Day } from '../billing/values/day';
import { withAnsweredNames } from '../billing/people/same-person';
import { withAnsweredPayers } from '../billing/visits/no-payer';
import { directoryOf } from '../billing/visits/directory';
import type { WorkbookReading } from '../workbook/reading';
import { Refusal } from '../workbook/refusal';
import { unreadRows, type SheetAccount } from '../workbook/sessions/account/account';
import { hasTable } from '../workbook/tables/own-table';
import { readSessionSheets, type SessionSheets } from '../workbook/sessions/session-sheets';
import { yieldToEventLoop } from './yield-to-event-loop';
import { browserStore } from './browser-store';
import { readClearinghouse, type ClearinghouseRecord } from './clearinghouse';
import { restoreEditionsOnce } from './code-tables/restore-once';
import { withAnswers } from './memory/answers';
import { lostClaims, lostFindings, stillLost, type LostClaims } from './memory/lost-claims';
import type { Memory } from './memory/memory';
import { memoryDamaged, memoryOf } from './memory/read-memory';
import { standingClaims } from './memory/standing-claims';
import { olderCopy } from './memory/later-runs';
import { Vanished } from './memory/vanished';
import type { ActionOptions } from './options';
import { readRecords, type Records } from './records';
import { readRegister, type Register } from './register/register';
import { askAbout, asAnswered } from './questions/ask-about';
import { datesAnswer } from './questions/dates';
import { serviceNotes, withServices } from './questions/services';
import { timeZone, timeZoneQuestions } from './questions/time-zone';
import { billedTwice } from './sessions/billed-twice';
import { claimHoldsOf, clientOf, sortSessions } from './sessions/billed-once';
import { rowsGone } from './sessions/rows-gone';
import { sessionMatches } from './sessions/session-filter';
import { personQuestions } from './set-up/persons-found';
import { asRemembered } from './set-up/as-remembered';
import { askRemembered } from './set-up/remembered';
import { readSettled } from './writing/settle-unfinished';
import { unknownRunFindings } from './writing/unknown-run-findings';

/** Everything an action decides from: the workbook read once, and one month of its sessions. */
export interface PracticeBook {
  reading: WorkbookReading;
  records: Records;
  register: Register;
  /** With the answers that were given with this click. */
  memory: Memory;
  clearinghouse: ClearinghouseRecord;
  /** Whether the Practice table is there; without it nothing can be billed. */
  isSetUp: boolean;
  /** Every readable session of the workbook. */
  sessions: Session[];
  /** Those of the month that may be billed, and all others. */
  fresh: Session[];
  history: Session[];
  /** Lines that stand and whose sessions are no longer in the workbook. */
  earlierVisits: BilledLine[];
  /** Rows of the month that may have been billed before. */
  holds: ClaimHold[];
  /** Claims that were made and are no longer in the register: those that the memory knows, and others. */
  vanished: Vanished;
  lost: readonly LostClaims[];
  /** Sessions that stand on two claims. */
  billedTwice: Finding[];
  /** Sessions of the month that the register holds. */
  billedBefore: number;
  /** Of each sheet of sessions: every row and column, and what became of it. */
  accounts: SheetAccount[];
  /** Rows that could not be read, as far as they are of the month or of no month that can be told. */
  unread: { row: string; charge: Cents | null }[];
  /** From reading the sheets: what concerns the month, or no month at all. */
  findings: Finding[];
  today: Day;
  /** `YYYY-MM-DD HH:MM`, for the Activity sheet. */
  when: string;
}

/** Reads the workbook once. Without a month every month counts as the one asked for. */
export async function readPracticeBook(
  context: Excel.RequestContext,
  options: Omit<ActionOptions, 'month'> & { month: string | null },
): Promise<PracticeBook> {
  restoreEditionsOnce();
  const isInMonth = (date: Day) => options.month === null || monthOf(date) === options.month;
  const remembered = askRemembered(context);
  const { reading, notes } = await readSettled(context, options.now);
  await yieldToEventLoop();
  const records = readRecords(reading);
  const register = readRegister(reading, records.clients);
  const today = localDay(options.now);
  const remembers = memoryOf(reading);
  const isStanding = standingClaims(remembers.made, register);
  const when = localTime(options.now);
  const unregistered = lostClaims(reading, { claims: register.claims, made: remembers.made });
  const memory = withAnswers(remembers, options.answers ?? new Map(), {
    isStanding,
    lost: unregistered,
    month: options.month,
    when,
  });
  const lost = stillLost(unregistered, memory.answers);
  const { practice } = records;
  const zone = practice === null ? undefined : timeZone(practice, memory.answers);
  const read = readSessionSheets(reading, {
    ...asRemembered(options, remembered(), reading, memory.answers),
    today,
    zone,
    dates: datesAnswer(memory.answers),
  });
  await yieldToEventLoop();
  if (options.month !== null && !read.sessions.some(({ date }) => isInMonth(date)))
    throw new Refusal('month-without-sessions', monthWords(options.month, read));

  const services = withServices(asAnswered(read.sessions, memory.answers), records.fees, memory.answers);
  const { sessions } = services;
  records.clients = withAnsweredNames(
    withAnsweredPayers(records.clients, memory.answers),
    sessions.map(({ client }) => client),
    memory.answers,
  );
  const vanished = new Vanished(memory.made, isStanding, sessions);
  const directory = directoryOf(records.clients, records.payers);
  const older = olderCopy(browserStore('runs'), memory);
  const sorted = sortSessions(sessions, { register, directory, memory, vanished, lost, older });
  const matches = sessionMatches(options.filter ?? {}, records);
  const isAsked = (session: Session) => isInMonth(session.date) && matches(session);
  const asked = askAbout(sorted.fresh.filter(isAsked), {
    answers: memory.answers,
    directory,
    fees: records.fees,
    practice,
    services,
    therapists: records.therapists,
  });
  const gone = rowsGone(sorted.goneAlone, asked.clear, {
    clientOf: (name) => clientOf(directory, name),
    answers: memory.answers,
  });
  const fresh = gone.clear;
  const held = [...sorted.held.filter(({ session }) => isAsked(session)), ...asked.held, ...gone.held];
  const isFresh = new Set(fresh);
  const twice = billedTwice(register.lines, sessions, memory.answers);
  return {
    reading,
    records,
    register,
    memory,
    clearinghouse: readClearinghouse(reading),
    isSetUp: records.practice !== null,
    sessions,
    fresh,
    history: sessions.filter((session) => !isFresh.has(session)),
    earlierVisits: sorted.withoutSessions,
    holds: claimHoldsOf(held),
    vanished,
    lost,
    billedTwice: twice,
    billedBefore: sorted.billedBefore.filter(isAsked).length + asked.billedBefore.length,
    accounts: read.accounts,
    unread: read.accounts.flatMap(unreadRows).filter(({ date }) => date === null || isInMonth(date)),
    findings: [
      ...new Set([
        ...notes,
        ...read.findings.filter(({ date }) => date === undefined || isInMonth(date)),
        ...(practice === null ? [] : timeZoneQuestions(practice, memory.answers, read.findings)),
        ...records.findings,
        ...allowedFindings(records.fees),
        ...register.findings,
        ...(hasTable(reading, 'Clients') ? [] : personQuestions(sessions, memory.answers)),
        ...(older ? [older] : []),
        ...unknownRunFindings(reading, memory),
        ...vanished.findings(options.month),
        ...lostFindings(lost),
        ...twice,
        ...memoryDamaged(reading),
        ...gone.notes,
        ...held.map(({ finding }) => finding),
        ...serviceNotes(services.read, isAsked),
        ...hiddenRows(fresh),
        ...earlierMonths(options.month, {
          records,
          register,
          today,
          unbilled: [...sorted.fresh, ...sorted.held.map(({ session }) => session)],
        }),
      ]),
    ],
    today,
    when,
  };
}

/** Rows that the user does not see are sessions as all others. */
function hiddenRows(fresh: readonly Session[]): Finding[] {
  const hidden = fresh.filter(({ isHidden, status }) => isHidden && status === 'kept');
  const [first] = hidden;
  if (!first) return [];
  const isOne = hidden.length === 1;
  return [
    {
      rule: 'session-rows-hidden',
      severity: 'NOTE',
      place: first.place,
      message: `${isOne ? '1 session stands in a row that is' : `${String(hidden.length)} sessions stand in rows that are`} hidden, by a filter or by hand: ${isOne ? 'it is' : 'they are'} billed as all others.`,
      fix: 'Nothing, if they took place. What a filter hides is still in the sheet.',
      source: 'Claimsheet: nothing of the sheet is passed over',
    },
  ];
}

/** Months before the one asked for, from the first billed one on, of which something was seen and never billed. */
function earlierMonths(
  month: string | null,
  {
    records: { payers, clients },
    register: { lines },
    today,
    unbilled,
  }: Pick<PracticeBook, 'records' | 'register' | 'today'> & { unbilled: readonly Session[] },
): Finding[] {
  if (month === null || lines.length === 0) return [];
  const seen = seenNotBilled({ month, today, lines, payers, clients, unbilled });
  const earlier = seen.filter(({ visit }) => monthOf(visit.date) < month);
  if (earlier.length === 0) return [];
  return [
    {
      rule: 'earlier-month-not-billed',
      severity: 'WARN',
      place: earlier[0]?.visit.sessions[0]?.place ?? null,
      message: monthsNotBilled(earlier)
        .map((one) => monthNotBilledWords(one, today))
        .join(' '),
      fix: 'Run Check for each of these months, mend what it says, and make its claims.',
      source: 'Claimsheet: nothing that was seen is forgotten',
    },
  ];
}

function monthWords(month: string, { sessions, findings }: SessionSheets): string {
  const months = [...new Set(sessions.map((session) => monthOf(session.date)))].sort();
  const [first] = months;
  const last = months[months.length - 1];
  return first === undefined || last === undefined
    ? [
        `There are no sessions in ${month}, and none in any other month that could be read.`,
        ...findings.slice(0, 1).map(({ message, fix: fix }) => `${message} ${fix}`),
      ].join(' ')
    : `There are no sessions in ${month}. The sheet has sessions from ${first} to ${last}.`;
}

export function localTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())} ${two(now.getHours())}:${two(now.getMinutes())}`;
}
