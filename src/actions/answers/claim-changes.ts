import type { CellChange } from '../../workbook/plan/plan';
import type { KeptAnswer } from '../../workbook/tables/answers';
import type { RegisterClaim } from '../register-claims';
import { decidingAnswer, isUndecided, statusOf } from './claim-status';

/** Whether the answer is about the claim as it was sent last; an answer that names no file is taken for one. */
export function ofThisFile({ file }: Pick<KeptAnswer, 'file'>, claim: Pick<RegisterClaim, 'file'>): boolean {
  return file === null || claim.file === null || file === claim.file;
}

/**
 * New cells of the register for the claims that `fresh` answers, by all answers that are known. What a later stage
 * wrote (Paid, Denied …) stays, and so does a claim number of the payer that is there already.
 */
export function claimChanges(
  claims: readonly RegisterClaim[],
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
      const last = Math.max(...own.map(({ on }) => on ?? 0));
      const number = own.flatMap(({ payerClaimNumber }) => payerClaimNumber ?? []).at(-1) ?? null;
      const change = (column: string, to: CellChange['to']): CellChange => {
        return { table: 'Claims', row: claim.account, column, to };
      };
      const status = statusOf(deciding);
      return [
        ...(isUndecided(claim.status) && status !== claim.status ? [change('status', status)] : []),
        ...(last > 0 && last !== claim.answeredOn ? [change('answeredOn', last)] : []),
        ...(number !== null && claim.payerClaimNumber === null ? [change('payerClaimNumber', number)] : []),
      ];
    });
}
