import { patientName, type Claim } from '../../billing/claims/claim';
import { decideClaims } from '../../billing/claims/decide-claims';
import type { ClaimHold } from '../../billing/claims/decision';
import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { ZERO } from '../../billing/values/cents';
import type { Directory } from '../../billing/visits/directory';
import type { NotBilled } from '../../billing/visits/not-billed';
import type { PracticeBook } from '../../practice/practice-book';
import type { BilledLine } from '../../billing/records/billed-line';
import type { ClaimRow } from '../../workbook/tables/claims';
import { BILLED_RULES } from '../../practice/sessions/billed-findings';
import { sessionRow } from '../../practice/sessions/billed-once';
import { asSent, claimOfRegister, lineSays, sentLines } from './claim-of-register';
import * as findings from './correction-findings';
import type { HowToCorrect } from './correction-findings';
import { sessionsOfAccount } from './sessions-of-account';

/** What becomes of one claim of the register. */
export interface Correction {
  before: ClaimRow;
  how: HowToCorrect;
  /** The claim that takes its place; null when it is held back. */
  claim: Claim | null;
  /** Sessions that it is made of. */
  sessions: Session[];
  holds: ClaimHold[];
  notBilled: NotBilled[];
  findings: Finding[];
}

export interface CorrectionContext {
  book: PracticeBook;
  directory: Directory;
  nextAccount: () => string;
}

export function correctedClaim(before: ClaimRow, how: HowToCorrect, context: CorrectionContext): Correction {
  const objection = findings.objection(before, how);
  if (objection) return held(before, how, [objection]);
  return how === 'void' ? voided(before, context) : ofSessions(before, how, context);
}

function voided(before: ClaimRow, { book, nextAccount }: CorrectionContext): Correction {
  const lines = sentLines(book.register, before);
  if (!lines) return held(before, 'void', [findings.linesUnreadable(before)]);
  const { claim, findings: own } = claimOfRegister(before, lines, book.records);
  if (!claim) return held(before, 'void', own);
  const again = findings.offeredAgain(before);
  return {
    ...held(before, 'void', []),
    claim: referring(withAccount(claim, nextAccount()), '8', before),
    holds: [],
    findings: [...own, again],
  };
}

/** The claim of the sessions as they are now: an original where it is only sent again, else a corrected one. */
function ofSessions(
  before: ClaimRow,
  how: 'correct' | 'resend',
  { book, directory, nextAccount }: CorrectionContext,
): Correction {
  const { records, register, today } = book;
  const { sessions, missing } = sessionsOfAccount(before.account, book.sessions, register, directory);
  const unreadable = findingsAt(missing, book);
  if (unreadable.length > 0) return held(before, how, unreadable);
  const isOwn = new Set(sessions);
  const decision = decideClaims({
    ...records,
    tableFindings: records.findings,
    sessions,
    today,
    nextAccount: () => before.account,
    history: book.sessions.filter((session) => !isOwn.has(session)),
    earlierVisits: book.earlierVisits.filter(({ account }) => account !== before.account),
  });
  const told = [...decision.findings, ...missing.map((line) => findings.lineLeftOut(before, line))];
  const [claim, ...more] = decision.claims;
  const { holds, notBilled } = decision;
  const base = { before, how, sessions, notBilled, findings: told };
  if (holds.length > 0) return { ...base, claim: null, holds };
  const problem = !claim
    ? findings.nothingLeft(before, how)
    : more.length > 0 || patientName(claim) !== before.client || claim.payer.name !== before.payer
      ? findings.notOneClaim(before)
      : null;
  if (!claim || problem) {
    const stops = problem ? [problem] : [];
    return { ...base, ...held(before, how, stops, sessions), findings: [...told, ...stops] };
  }
  const sent = sentLines(book.register, before);
  const isSame = sent !== null && saysOf(sent) === saysOf(claim.lines.map((line) => asSent(claim, line)));
  if (how === 'resend' && isSame) return { ...base, claim, holds: [] };
  const renamed = withAccount(claim, nextAccount());
  return {
    ...base,
    claim: how === 'correct' ? referring(renamed, '7', before) : renamed,
    holds: [],
    findings: isSame ? [...told, findings.nothingChanged(before)] : told,
  };
}

/** A row that cannot be read is no session, but it is not gone: what is wrong with it holds the claim back. */
function findingsAt(missing: readonly BilledLine[], book: PracticeBook): Finding[] {
  const rows = new Set(missing.flatMap(({ sources }) => sources.map(({ row }) => row)));
  return book.findings.filter(
    ({ rule, severity, place }) =>
      !BILLED_RULES.has(rule) && severity === 'STOP' && place !== null && rows.has(sessionRow({ place })),
  );
}

function saysOf(lines: readonly Parameters<typeof lineSays>[0][]): string {
  return lines.map(lineSays).join('\n');
}

/** The claim under another account; its lines are numbered anew, since no two lines may have one number. */
function withAccount(claim: Claim, account: string): Claim {
  return {
    ...claim,
    account,
    lines: claim.lines.map((line, index) => ({ ...line, control: `${account}L${String(index + 1)}` })),
  };
}

function referring(claim: Claim, frequency: '7' | '8', { payerClaimNumber }: ClaimRow): Claim {
  return { ...claim, frequency, originalReference: payerClaimNumber };
}

function held(
  before: ClaimRow,
  how: HowToCorrect,
  stops: readonly Finding[],
  sessions: Session[] = [],
): Correction {
  const { client, payer, from, to, billed } = before;
  const dates = [from, to].flatMap((date) => date ?? []);
  const hold: ClaimHold = {
    client,
    payer,
    dates: [...new Set(dates)],
    sessions,
    charges: billed ?? ZERO,
    findings: stops.filter(({ severity }) => severity === 'STOP'),
  };
  return { before, how, claim: null, sessions, holds: [hold], notBilled: [], findings: [...stops] };
}
