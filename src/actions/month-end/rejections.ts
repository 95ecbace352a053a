import type { Rejection } from '../../billing/month/rejected';
import type { Payer } from '../../billing/records/practice';
import { labelKey } from '../../billing/values/name-key';
import { keptAnswers } from '../../practice/register/kept-answers';
import { ofThisFile } from '../answers/claim-changes';
import { decidingAnswer } from '../answers/claim-status';
import type { PracticeBook } from '../../practice/practice-book';

/** Claims that stand as Rejected in the register, with what the Answers table knows of it. */
export function standingAsRejected({
  register,
  records,
}: Pick<PracticeBook, 'register' | 'records'>): Rejection[] {
  const claims = register.claims.filter(({ status }) => status.trim().toLowerCase() === 'rejected');
  if (claims.length === 0) return [];
  const answers = keptAnswers(register.answers).filter(({ verdict }) => verdict === 'rejected');
  return claims.map((claim): Rejection => {
    const { account, answeredOn } = claim;
    const own = answers.filter((answer) => answer.account === account && ofThisFile(answer, claim));
    const answer = decidingAnswer(own);
    return {
      account,
      on: answer?.on ?? answeredOn,
      by: refuser(answer?.from ?? '', records.payers),
      reasons: answer?.reasons ?? '',
    };
  });
}

/** A 277CA may come from the payer itself; what else answers a file is the clearinghouse. */
function refuser(from: string, payers: readonly Payer[]): string {
  const key = labelKey(from);
  const payer = payers.find(({ name, aliases }) => [name, ...aliases].some((one) => labelKey(one) === key));
  return payer && key !== '' ? payer.name : 'the clearinghouse';
}
