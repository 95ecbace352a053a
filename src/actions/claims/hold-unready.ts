import { checkReadiness } from '../../billing/readiness/check-readiness';
import { patientName, type Claim } from '../../billing/claims/claim';
import type { ClaimsDecision, ClaimHold } from '../../billing/claims/decision';
import type { CellPlace, Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import { byDay } from '../../billing/values/day';
import { fitsPaper } from '../../forms/cms1500/overlay/overlay-findings';
import type { PracticeBook } from '../../practice/practice-book';

/** The decision without the claims that a clearinghouse would send back: their sessions are held back instead. */
export function holdUnready(decision: ClaimsDecision, book: PracticeBook): ClaimsDecision {
  const { practice, payers, clients } = book.records;
  const { holds, findings } = checkReadiness(decision.claims, {
    today: book.today,
    billedBefore: book.register.lines.filter(({ isSuperbill }) => !isSuperbill),
    practice,
    payers,
    clients,
    electronic: true,
  });
  return without(decision, holds, findings, book);
}

/** The decision without the claims that the red form has no room for. */
export function holdUnprintable(decision: ClaimsDecision, book: PracticeBook): ClaimsDecision {
  const { leftOut } = fitsPaper(decision.claims);
  return without(
    decision,
    leftOut,
    leftOut.flatMap(({ findings }) => findings),
    book,
  );
}

function without(
  decision: ClaimsDecision,
  holds: readonly { claim: Claim; findings: Finding[] }[],
  findings: readonly Finding[],
  book: PracticeBook,
): ClaimsDecision {
  const held = new Set(holds.map(({ claim }) => claim));
  const sessions = new Map(book.fresh.map((session) => [keyOf(session.place), session]));
  return {
    ...decision,
    claims: decision.claims.filter((claim) => !held.has(claim)),
    holds: [...decision.holds, ...holds.map(({ claim, findings: own }) => holdOf(claim, own, sessions))],
    findings: [...decision.findings, ...findings.filter((finding) => isNew(finding, decision.findings))],
  };
}

function holdOf(
  claim: Claim,
  findings: readonly Finding[],
  sessions: ReadonlyMap<string, Session>,
): ClaimHold {
  const places = claim.lines.flatMap((line) => line.sessions.map(({ place }) => keyOf(place)));
  return {
    client: patientName(claim),
    payer: claim.payer.name,
    dates: [...new Set(claim.lines.map(({ date }) => date))].sort(byDay),
    sessions: [...new Set(places)].flatMap((place) => sessions.get(place) ?? []),
    charges: claim.total,
    findings: findings.filter(({ severity }) => severity === 'STOP'),
  };
}

/** A remark on a cell that the decision has remarked on already is not made twice. */
function isNew(finding: Finding, told: readonly Finding[]): boolean {
  if (finding.severity === 'STOP' || finding.place === null) return true;
  const place = keyOf(finding.place);
  return !told.some((other) => other.place !== null && keyOf(other.place) === place);
}

function keyOf({ sheet, row, column }: CellPlace): string {
  return `${sheet} ${String(row)} ${String(column)}`;
}
