import { patientName, type Claim } from '../../billing/claims/claim';
import type { ClaimsDecision, HeldBack } from '../../billing/claims/decision';
import type { Finding } from '../../billing/findings';
import { sum, ZERO } from '../../billing/values/cents';
import { earliest, isoOf, latest } from '../../billing/values/day';
import { NOT_BILLED_WORDS, type NotBilled } from '../../billing/visits/not-billed';
import { linePages } from '../../forms/cms1500/claim-form';
import { dollars, reportFinding, type ReportedFinding } from '../report';
import type { Addressed } from './addressed';

/** What a month's claims came to, ready to print or to show; money in dollars, dates as ISO text. */
export interface ClaimsReport {
  action: 'claims';
  month: string;
  /** The sheet with the claim pages; null when there is nothing new to make. */
  sheet: string | null;
  claims: ReportedClaim[];
  billed: number;
  heldBack: ReportedHold[];
  notBilled: { why: string; words: string; sessions: number; charges: number }[];
  /** Sessions of the month that are in the register already. */
  billedBefore: number;
  /** Reference tables made in the same click, to be filled in. */
  tablesMade: string[];
  /** Who gets the 837P; null where none is wanted. */
  addressed: Addressed | null;
  findings: ReportedFinding[];
}

export interface ReportedClaim {
  account: string;
  client: string;
  payer: string;
  authorization: string | null;
  from: string;
  to: string;
  diagnoses: string[];
  lines: ReportedLine[];
  billed: number;
  clientPaid: number;
  pages: number;
}

export interface ReportedLine {
  control: string;
  date: string;
  code: string;
  modifiers: string[];
  pointers: number[];
  units: number;
  charge: number;
  sessions: string[];
}

export interface ReportedHold {
  client: string;
  payer: string | null;
  dates: string[];
  sessions: string[];
  charges: number;
  findings: ReportedFinding[];
}

export function claimsReport(
  decision: ClaimsDecision,
  month: string,
  sheet: string | null,
  book: { findings: Finding[]; heldBack: HeldBack[]; billedBefore: number },
): ClaimsReport {
  return {
    action: 'claims',
    month,
    sheet,
    claims: decision.claims.map(reportClaim),
    billed: dollars(sum(decision.claims.map(({ total }) => total))),
    heldBack: [...decision.heldBack, ...book.heldBack].map(reportHold),
    notBilled: notBilledByReason(decision.notBilled),
    billedBefore: book.billedBefore,
    tablesMade: [],
    addressed: null,
    findings: [...book.findings, ...decision.findings].map(reportFinding),
  };
}

function reportClaim(claim: Claim): ReportedClaim {
  const dates = claim.lines.map((line) => line.date);
  return {
    account: claim.account,
    client: patientName(claim),
    payer: claim.payer.name,
    authorization: claim.priorAuthorization,
    from: isoOf(earliest(...dates)),
    to: isoOf(latest(...dates)),
    diagnoses: claim.diagnoses,
    lines: claim.lines.map((line) => ({
      control: line.control,
      date: isoOf(line.date),
      code: line.code,
      modifiers: line.modifiers,
      pointers: line.pointers,
      units: line.units,
      charge: dollars(line.charge),
      sessions: line.sessions.map(({ place }) => `${place.sheet}!${String(place.row)}`),
    })),
    billed: dollars(claim.total),
    clientPaid: dollars(claim.amountPaid),
    pages: linePages(claim).length,
  };
}

export function reportHold(hold: HeldBack): ReportedHold {
  return {
    client: hold.client,
    payer: hold.payer,
    dates: hold.dates.map(isoOf),
    sessions: hold.sessions.map(({ place }) => `${place.sheet}!${String(place.row)}`),
    charges: dollars(hold.charges),
    findings: hold.findings.map(reportFinding),
  };
}

function notBilledByReason(notBilled: readonly NotBilled[]): ClaimsReport['notBilled'] {
  const reasons = new Map<NotBilled['why'], NotBilled[]>();
  for (const each of notBilled) reasons.set(each.why, [...(reasons.get(each.why) ?? []), each]);
  return [...reasons].map(([why, all]) => ({
    why,
    words: NOT_BILLED_WORDS[why],
    sessions: all.length,
    charges: dollars(sum(all.map(({ session }) => session.charge ?? ZERO))),
  }));
}
