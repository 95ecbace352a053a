import { latestOf } from '../../billing/values/day';
import { changesOf, type CellChange } from '../../workbook/plan/plan';
import type { KeptAnswer } from '../../practice/register/kept-answers';
import type { ClaimRow } from '../../workbook/tables/claims';
import { decidingAnswer, isUndecided, statusOf } from './claim-status';

/** Whether the answer is about the claim as it was sent last; an answer that names no file is taken for one. */
export function ofThisFile({ file }: Pick<KeptAnswer, 'file'>, claim: Pick<ClaimRow, 'file'>): boolean {
  return file === null || claim.file === null || file === claim.file;
}

/**
 * New cells of the register for the claims that `fresh` answers, by all answers that are known. What a later stage
 * wrote (Paid, Denied …) stays, and so does a claim number of the payer that is there already.
 */
export function claimChanges(
  claims: readonly ClaimRow[],
  fresh: readonly Pick<KeptAnswer, 'account'>[],
  all: readonly KeptAnswer[],
): CellChange[] {
  const answered = new Set(fresh.map(({ account }) => account));
  return claims
    .filter(({ account }) => answered.has(account))
    .flatMap((claim): CellChange[] => {
      const own = all.filter((answer) => answer.account === claim.account && ofThisFile(answer, claim));
      const deciding = decidingAnswer(own);
      if (!deciding) return [];
      const days = own.flatMap(({ on }) => on ?? []);
      const last = days.length === 0 ? null : latestOf(days);
      const number = own.flatMap(({ payerClaimNumber }) => payerClaimNumber ?? []).at(-1) ?? null;
      const status = statusOf(deciding);
      return changesOf(
        'Claims',
        claim.account,
        {
          ...(isUndecided(claim.status) ? { status } : {}),
          ...(last !== null ? { answeredOn: last } : {}),
          ...(claim.payerClaimNumber === null ? { payerClaimNumber: number } : {}),
        },
        claim,
      );
    });
}
