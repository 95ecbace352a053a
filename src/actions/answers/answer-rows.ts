import { textHash } from '../../billing/values/text-hash';
import type { Day } from '../../billing/values/day';
import type { RowOf } from '../../workbook/tables/define-table';
import type { answersTable } from '../../workbook/tables/answers';
import type { KeptAnswer } from '../../practice/register/kept-answers';
import type { MatchedAnswer } from '../../x12/acknowledgements/match-answers';

/** A cell of Excel holds 32,767 characters. */
const MAX_CELL_LENGTH = 30_000;

/** An answer with the name of the file it was read from, and its key. */
export interface OpenedAnswer extends MatchedAnswer {
  source: string;
  key: string;
}

/** The key is what the answer says, so that the same answer in another envelope or file name is the same. */
export function asOpened(answer: MatchedAnswer, source: string): OpenedAnswer {
  const { account, kind, file, verdict, reasons, from, payerClaimNumber, traceNumber, on } = answer;
  const codes = reasons.map(({ code, words }) => `${code} ${words}`);
  const says = JSON.stringify([file, verdict, codes, from, payerClaimNumber, traceNumber, on]);
  return { ...answer, source, key: `${account} ${kind} ${textHash(says).toString(36)}` };
}

export function asKept(answer: OpenedAnswer): KeptAnswer {
  const { account, kind, file, verdict, from, payerClaimNumber, on, key } = answer;
  return { account, kind, file, verdict, from, payerClaimNumber, on, key, reasons: reasonsOf(answer) };
}

export function answerRow(answer: OpenedAnswer, today: Day, run: string): RowOf<typeof answersTable> {
  const { on, kind, file, account, verdict, from, payerClaimNumber, traceNumber, source, key } = answer;
  return {
    on,
    kind,
    file,
    account,
    verdict,
    reasons: reasonsOf(answer),
    from,
    payerClaimNumber,
    traceNumber,
    source,
    readOn: today,
    key,
    run,
  };
}

function reasonsOf({ reasons }: OpenedAnswer): string {
  return reasons
    .map(({ code, words }) => `${words} (${code})`)
    .join(' ')
    .slice(0, MAX_CELL_LENGTH);
}
