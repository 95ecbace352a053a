import { sessionKey } from '../../billing/visits/session-key';
import type { ClaimHold } from '../../billing/claims/decision';
import type { Finding } from '../../billing/findings';
import type { BilledLine } from '../../billing/records/billed-line';
import type { Session } from '../../billing/records/session';
import { ZERO } from '../../billing/values/cents';
import { monthOf } from '../../billing/values/day';
import { nameKey } from '../../billing/values/name-key';
import type { Directory } from '../../billing/visits/directory';
import { lostFinding, type LostClaims } from '../memory/lost-claims';
import type { Memory } from '../memory/memory';
import type { Vanished } from '../memory/vanished';
import type { Register } from '../register/register';
import * as findings from './billed-findings';
import { ANOTHER_VISIT } from './billed-findings';

/** Which sessions were billed before, which are free to be billed, and which wait for an answer. */
export interface SortedSessions {
  fresh: Session[];
  billedBefore: Session[];
  held: { session: Session; finding: Finding }[];
  /** Lines that stand and whose sessions are no longer in the workbook: they still use up limits. */
  withoutSessions: BilledLine[];
  /** Those whose month still has other rows that were billed: one was changed or deleted, not a month put away. */
  goneAlone: BilledLine[];
}

/** Where a session stands, as the register writes it: `Sessions!12`. */
export function sessionRow(session: Pick<Session, 'place'>): string {
  return `${session.place.sheet}!${String(session.place.row)}`;
}

/**
 * Decides alone what was billed. A row that says what a billed row said is that row, wherever it is now. Any other row
 * that may be one that was billed waits: it is where a billed row was; or it has client, date and code of a line that
 * stands; or a billed row is gone and this one has its client and month, or its date. So do all rows of a client
 * whose claims do not agree with their lines, and those of claims that vanished from the register. Takes all sessions
 * of the workbook, since a billed row is only gone where no sheet has it.
 */
export function sortSessions(
  sessions: readonly Session[],
  {
    register,
    directory,
    memory,
    vanished,
    lost: unregistered,
    older,
  }: {
    register: Pick<Register, 'lines' | 'mistrusted' | 'findings'>;
    directory: Directory;
    memory: Pick<Memory, 'answers'>;
    vanished: Vanished;
    lost: readonly LostClaims[];
    /** Why nothing of this workbook is billed; null where it is no older copy. */
    older: Finding | null;
  },
): SortedSessions {
  const billed = new BilledSessions(register.lines, directory, memory.answers);
  const sorted: SortedSessions = {
    fresh: [],
    billedBefore: [],
    held: [],
    withoutSessions: [],
    goneAlone: [],
  };
  const open = sessions.filter((session) => {
    const isBilled = billed.take(session);
    if (isBilled) sorted.billedBefore.push(session);
    return !isBilled;
  });
  const mistrust = mistrustOf(register, directory);
  const likeness = new Likeness(billed, directory);
  for (const session of open) {
    const finding = session.status === 'kept' ? whyHeld(session) : null;
    if (finding) sorted.held.push({ session, finding });
    else sorted.fresh.push(session);
  }
  sorted.withoutSessions = billed.withoutSessions(open);
  sorted.goneAlone = sorted.withoutSessions.filter(
    ({ date, sources }) => sources.length > 0 && billed.hasRowsOf(monthOf(date)),
  );
  return sorted;

  function whyHeld(session: Session): Finding | null {
    const lost =
      older ?? mistrust(session) ?? vanished.finding(session) ?? lostFinding(unregistered, session);
    if (lost) return lost;
    const isOpen = ({ line }: Alike) =>
      memory.answers.get(findings.visitKey(session, line)) !== ANOTHER_VISIT;
    const alike = likeness.of(session).find(isOpen);
    return alike ? alike.finding(session, alike.line) : null;
  }
}

/** A line that a row may be, and what is said of it. */
interface Alike {
  line: BilledLine;
  finding: (session: Session, line: BilledLine) => Finding;
}

/** Lines that stand and whose sessions are no longer in the workbook. */
export function linesWithoutSessions(
  { lines }: Pick<Register, 'lines'>,
  sessions: readonly Session[],
  { directory, answers }: { directory: Directory; answers: ReadonlyMap<string, string> },
): BilledLine[] {
  if (lines.length === 0) return [];
  const billed = new BilledSessions(lines, directory, answers);
  return billed.withoutSessions(sessions.filter((session) => !billed.take(session)));
}

/** Holds with the same finding, put together by client. */
export function claimHoldsOf(held: SortedSessions['held']): ClaimHold[] {
  return held.map(({ session, finding }) => ({
    client: session.client,
    payer: session.payer,
    dates: [session.date],
    sessions: [session],
    charges: session.charge ?? ZERO,
    findings: [finding],
  }));
}

/** The lines that stand, with the sessions that each came from. */
class BilledSessions {
  /** By fingerprint: how many rows that said so were billed and were not found yet. */
  private readonly left = new Map<string, number>();
  private readonly found = new Set<string>();
  private readonly months = new Set<string>();
  /** By the fingerprint of a row that the user said is the billed visit: the line that billed it. */
  private readonly same = new Map<string, BilledLine>();
  private readonly byRow = new Map<string, { line: BilledLine; key: string }>();
  private readonly byVisit = new Map<string, BilledLine[]>();

  constructor(
    private readonly lines: readonly BilledLine[],
    private readonly directory: Directory,
    answers: ReadonlyMap<string, string>,
  ) {
    const byControl = new Map(lines.map((line) => [line.control, line]));
    for (const { key, control } of findings.visitsSaidToBeBilled(answers)) {
      const line = byControl.get(control);
      if (line) this.same.set(key, line);
    }
    const rows = new Map<string, Set<string>>();
    for (const line of lines) {
      add(this.byVisit, visitOf(directory, line, line.code), line);
      for (const { row, key } of line.sources) {
        rows.set(key, (rows.get(key) ?? new Set()).add(row));
        this.byRow.set(row, { line, key });
      }
    }
    for (const [key, places] of rows) this.left.set(key, places.size);
  }

  take(session: Session): boolean {
    const key = sessionKey(session);
    const line = this.same.get(key);
    if (line || (this.left.get(key) ?? 0) > 0) this.months.add(monthOf(session.date));
    if (line) {
      // Once: another row that says so may be another visit.
      this.same.delete(key);
      for (const source of line.sources) this.left.set(source.key, 0);
      for (const source of line.sources) this.found.add(source.key);
      return true;
    }
    const left = this.left.get(key) ?? 0;
    if (left === 0) return false;
    this.left.set(key, left - 1);
    this.found.add(key);
    return true;
  }

  /** Lines of the client, the day and the code of a session. */
  ofVisit(session: Session, code: string): readonly BilledLine[] {
    return this.byVisit.get(visitOf(this.directory, session, code)) ?? [];
  }

  /**
   * The line whose row was here, where what that row said is nowhere any more. A sheet that was begun anew has other
   * rows there: then the whole month of the line is gone, and neither its client nor its day is here.
   */
  changedAt(session: Session): BilledLine | null {
    const before = this.byRow.get(sessionRow(session));
    if (!before || (this.left.get(before.key) ?? 0) === 0) return null;
    const { client, date } = before.line;
    const isPutAway = monthOf(date) !== monthOf(session.date) && !this.hasRowsOf(monthOf(date));
    const isClient = clientOf(this.directory, client) === clientOf(this.directory, session.client);
    return !isPutAway && (isClient || date === session.date) ? before.line : null;
  }

  /** Whether a row of the month (`YYYY-MM`) that was billed is still there. */
  hasRowsOf(month: string): boolean {
    return this.months.has(month);
  }

  /** Lines of which no session is found. */
  lost(): BilledLine[] {
    return this.lines.filter(({ sources }) => !sources.some(({ key }) => this.found.has(key)));
  }

  /** The same, less those whose row was only corrected: the client still has an unbilled one there. */
  withoutSessions(open: readonly Session[]): BilledLine[] {
    const corrected = new Map(
      open.map((session) => [sessionRow(session), clientOf(this.directory, session.client)]),
    );
    return this.lost().filter(
      ({ client, sources }) =>
        !sources.some(({ row }) => corrected.get(row) === clientOf(this.directory, client)),
    );
  }
}

/** What an unbilled row has in common with what was billed. */
class Likeness {
  /** Lines whose row is gone, by what a row may still have in common with them. */
  private readonly lost = new Map<string, BilledLine[]>();

  constructor(
    private readonly billed: BilledSessions,
    private readonly directory: Directory,
  ) {
    for (const line of billed.lost()) {
      if (line.sources.length === 0) continue;
      for (const key of this.keysOf(line)) add(this.lost, key, line);
    }
  }

  /** The likeliest first. */
  of(session: Session): Alike[] {
    const changed = this.billed.changedAt(session);
    const codes = session.procedures.map(({ code }) => code);
    const same = codes.flatMap((code) => this.billed.ofVisit(session, code));
    const gone = this.keysOf(session).flatMap((key) => this.lost.get(key) ?? []);
    return [
      ...(changed ? [{ line: changed, finding: findings.changedSinceBilled }] : []),
      ...same.map((line) => ({ line, finding: findings.billedOtherwise })),
      ...gone.map((line) => ({ line, finding: findings.perhapsBilled })),
    ];
  }

  /** A correction may change the code, the fee and one of date and client at once, and the row may move besides. */
  private keysOf({ client, date }: Pick<Session, 'client' | 'date'>): string[] {
    return [
      JSON.stringify(['of the month', clientOf(this.directory, client), monthOf(date)]),
      JSON.stringify(['of the day', date]),
    ];
  }
}

function add<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Who a name is, whichever of the client's names it is. */
export function clientOf(directory: Directory, name: string): string {
  const [client, second] = directory.clients(name);
  return nameKey(client && !second ? client.name : name);
}

function visitOf(
  directory: Directory,
  { client, date }: Pick<Session, 'client' | 'date'>,
  code: string,
): string {
  return JSON.stringify([clientOf(directory, client), date, code.trim().toUpperCase()]);
}

function mistrustOf(
  { mistrusted, findings: all }: Pick<Register, 'mistrusted' | 'findings'>,
  directory: Directory,
): (session: Session) => Finding | null {
  if (mistrusted.size === 0) return () => null;
  const byClient = new Map<string, Finding>();
  for (const finding of all) {
    if (finding.client !== undefined) byClient.set(clientOf(directory, finding.client), finding);
  }
  const keys = new Set([...mistrusted].map((name) => clientOf(directory, name)));
  return ({ client }) => {
    const who = clientOf(directory, client);
    return keys.has(who) ? (byClient.get(who) ?? findings.registerMistrusted(client)) : null;
  };
}
