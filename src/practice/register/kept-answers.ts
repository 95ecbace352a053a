import type { AnswerRow } from '../../workbook/tables/answers';

/** One answer about one claim (999, 277CA, TA1), as the Answers table keeps it. */
export type KeptAnswer = Pick<
  AnswerRow,
  'account' | 'file' | 'from' | 'payerClaimNumber' | 'on' | 'key' | 'reasons'
> & {
  kind: NonNullable<AnswerRow['kind']>;
  verdict: NonNullable<AnswerRow['verdict']>;
};

/** Rows that are no answer of a kind that is known are left out. */
export function keptAnswers(rows: readonly AnswerRow[]): KeptAnswer[] {
  return rows.flatMap(({ kind, verdict, ...row }) =>
    kind === null || verdict === null ? [] : [{ ...row, kind, verdict }],
  );
}
