import type { Claim } from '../../billing/claims/claim';
import type { ClaimsDecision, HeldBack } from '../../billing/claims/decision';
import type { Finding } from '../../billing/findings';
import { sum, type Cents } from '../../billing/values/cents';
import { NOT_BILLED_WORDS, type NotBilledReason } from '../../billing/visits/not-billed';
import type { PracticeBook } from '../../practice/practice-book';
import { leftOutByReason, leftOutWords, type LeftOut } from '../left-out';
import type { Addressed } from './addressed';

/** What a month's claims came to. */
export interface ClaimsReport {
  action: 'claims';
  month: string;
  /** The sheet with the claim pages; null when there is nothing new to make. */
  sheet: string | null;
  claims: readonly Claim[];
  billed: Cents;
  heldBack: readonly HeldBack[];
  notBilled: LeftOut<NotBilledReason | 'unread'>[];
  /** The same in one sentence; null where nothing was left out. */
  leftOut: string | null;
  /** Sessions of the month that are in the register already. */
  billedBefore: number;
  /** Reference tables made in the same click, to be filled in. */
  tablesMade: string[];
  /** Who gets the 837P; null where none is wanted. */
  addressed: Addressed | null;
  findings: readonly Finding[];
}

export function claimsReport(
  { claims, heldBack, notBilled, findings }: ClaimsDecision,
  month: string,
  sheet: string | null,
  book: Pick<PracticeBook, 'findings' | 'heldBack' | 'billedBefore' | 'unread'>,
): ClaimsReport {
  const left = leftOutByReason(notBilled, NOT_BILLED_WORDS, book);
  return {
    action: 'claims',
    month,
    sheet,
    claims,
    billed: sum(claims.map(({ total }) => total)),
    heldBack: [...heldBack, ...book.heldBack],
    notBilled: left,
    leftOut: leftOutWords(left),
    billedBefore: book.billedBefore,
    tablesMade: [],
    addressed: null,
    findings: [...book.findings, ...findings],
  };
}
