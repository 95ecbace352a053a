import type { Claim } from '../../billing/claims/claim';
import type { ClaimsDecision, ClaimHold } from '../../billing/claims/decision';
import type { Finding } from '../../billing/findings';
import { sum, type Cents } from '../../billing/values/cents';
import { NOT_BILLED_WORDS, type NotBilledReason } from '../../billing/visits/not-billed';
import type { PracticeBook } from '../../practice/practice-book';
import type { Plan } from '../../workbook/plan/plan';
import { leftOutByReason, leftOutWords, type LeftOut } from '../left-out';
import type { SubmitterAndReceiver } from './submitter-and-receiver';

/** What a month's claims came to. */
export interface ClaimsReport {
  action: 'claims';
  month: string;
  /** The (first) sheet with the claim pages; null when there is nothing new to make. */
  sheet: string | null;
  claims: readonly Claim[];
  billed: Cents;
  holds: readonly ClaimHold[];
  notBilled: LeftOut<NotBilledReason | 'unread'>[];
  /** The same in one sentence; null where nothing was left out. */
  leftOut: string | null;
  /** Sessions of the month that are in the register already. */
  billedBefore: number;
  /** Reference tables made in the same click, to be filled in. */
  tablesMade: string[];
  /** Who gets the 837P; null where none is wanted. */
  submitterAndReceiver: SubmitterAndReceiver | null;
  findings: readonly Finding[];
}

export function claimsReport(
  { claims, holds, notBilled, findings }: ClaimsDecision,
  month: string,
  plan: Pick<Plan, 'documents'> | null,
  book: Pick<PracticeBook, 'findings' | 'holds' | 'billedBefore' | 'unread'>,
): ClaimsReport {
  const left = leftOutByReason(notBilled, NOT_BILLED_WORDS, book);
  return {
    action: 'claims',
    month,
    sheet: plan?.documents[0]?.name ?? null,
    claims,
    billed: sum(claims.map(({ total }) => total)),
    holds: [...holds, ...book.holds],
    notBilled: left,
    leftOut: leftOutWords(left),
    billedBefore: book.billedBefore,
    tablesMade: [],
    submitterAndReceiver: null,
    findings: [...book.findings, ...findings, ...furtherSheets(plan)],
  };
}

/** Where the pages go on that one sheet cannot hold. */
function furtherSheets(plan: Pick<Plan, 'documents'> | null): Finding[] {
  const [first, ...more] = plan?.documents ?? [];
  if (!first || more.length === 0) return [];
  const names = more.map(({ name }) => `"${name}"`).join(', ');
  return [
    {
      rule: 'pages-on-further-sheets',
      severity: 'NOTE',
      place: null,
      message: `The pages are too many for one sheet: after "${first.name}" they go on on ${names}.`,
      fix: 'Print each of these sheets.',
      source: 'Microsoft Support, "Excel specifications and limits": 1,026 page breaks a sheet',
    },
  ];
}
