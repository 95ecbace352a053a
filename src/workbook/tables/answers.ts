import type { Day } from '../../billing/values/day';
import type { MatchedAnswer } from '../../x12/acknowledgements/match-answers';
import type { Verdict } from '../../x12/acknowledgements/answer';
import { recordsOf } from './cells';
import type { OwnTable } from './own-table';

/** A row of the Answers table: one answer about one claim. */
export interface KeptAnswer {
  account: string;
  kind: MatchedAnswer['kind'];
  file: number | null;
  verdict: Verdict;
  from: string;
  payerClaimNumber: string | null;
  on: Day | null;
  key: string;
  /** Words of our own with the codes as they came; empty where none were given. */
  reasons: string;
}

const KINDS = ['TA1', '999', '277CA'] as const;
const VERDICTS = ['accepted', 'received', 'rejected'] as const;

/** Rows that say nothing of a claim, or nothing that is an answer, are left out. */
export function readAnswers(table: OwnTable | null): KeptAnswer[] {
  return (table ? recordsOf(table) : []).flatMap((row): KeptAnswer[] => {
    const [account, kind] = [row.text('account'), row.text('kind')];
    const verdict = row.choice('verdict', VERDICTS);
    const known = KINDS.find((one) => one === kind);
    if (account === null || verdict === null || !known) return [];
    const file = Number(row.text('file') ?? '');
    return [
      {
        account,
        kind: known,
        file: Number.isInteger(file) && file > 0 ? file : null,
        verdict,
        from: row.text('from') ?? '',
        payerClaimNumber: row.text('payerClaimNumber'),
        on: row.date('on'),
        key: row.text('key') ?? '',
        reasons: row.text('reasons') ?? '',
      },
    ];
  });
}
