import type { Session } from '../../billing/records/session';
import type { WhoPays } from '../../billing/visits/who-pays';
import type { RowQuestion } from './row-question';

/** Key of the question what the sheet's own marks of earlier bills mean, and its answers. */
export const BILLED_BEFORE = 'billed-before';
const YES = 'yes';
const NO = 'no';
export const BILLED_ANSWERS = [
  { value: YES, words: 'Billed before Claimsheet: leave them out' },
  { value: NO, words: 'Not billed: the marks mean something else' },
];

/** Whether a session that the register does not know was billed before Claimsheet, as far as the user said so. */
export function wasBilledBefore({ billedMark }: Session, answers: ReadonlyMap<string, string>): boolean {
  return billedMark !== undefined && answers.get(BILLED_BEFORE) === YES;
}

/**
 * Asks once for all rows that the sheet itself marks as billed, sent or claimed. "Paid" says nothing of the kind where
 * the client pays.
 */
export function billedQuestion(
  { billedMark }: Session,
  who: WhoPays['kind'],
  answers: ReadonlyMap<string, string>,
): RowQuestion | null {
  if (billedMark === undefined || answers.get(BILLED_BEFORE) === NO) return null;
  if (who === 'client' && /^paid\b/i.test(billedMark)) return null;
  return {
    rule: 'session-marked-as-billed',
    key: BILLED_BEFORE,
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'is' : 'are'} marked as billed ("${billedMark}"), and Claimsheet did not bill ${isOne ? 'it' : 'them'}: billed before, or not?`,
    fix: 'Say so once for all of them.',
    source: 'CARC 18: a second original claim for the same service is denied as a duplicate',
    answers: BILLED_ANSWERS,
    cell: ({ cells, place }) => cells.billed ?? cells.status ?? place,
  };
}
