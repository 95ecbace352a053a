import { forgettingAlso, runId, type LostClaims } from './lost-claims';
import { answering, forgetting, type Memory, type RememberedClaim } from './memory';
import { FORGET, isOfMonth, VANISHED_CLAIMS } from './vanished';

/** Answers by the keys of their questions; null takes an answer back. */
export type AnswerChanges = ReadonlyMap<string, string | null>;

/**
 * The memory with answers, given at `when` (`YYYY-MM-DD HH:MM`). What became of claims that vanished is asked again of
 * the next ones: it is remembered of these alone. `isStanding`: whether a claim is in the register. `lost`: claims of
 * which only Activity or their pages tell.
 */
export function withAnswers(
  memory: Memory,
  answers: AnswerChanges,
  {
    isStanding,
    lost,
    month,
    when,
  }: {
    isStanding: (claim: RememberedClaim) => boolean;
    lost: readonly LostClaims[];
    /** Whose claims the answer is about; null: all. */
    month: string | null;
    when: string;
  },
): Memory {
  const lasting = [...answers].filter(([key]) => key !== VANISHED_CLAIMS);
  const before = lasting.length === 0 ? memory : answering(memory, lasting, when);
  if (answers.get(VANISHED_CLAIMS) !== FORGET) return before;
  const isForgotten = (claim: RememberedClaim) =>
    !isStanding(claim) && (month === null || isOfMonth(claim, month));
  const vanished = before.made.flatMap(({ id, claims }) => {
    const gone = claims.filter(isForgotten).map(({ account }) => account);
    return gone.length === 0 ? [] : [...gone, runId(id)];
  });
  const asked = lost.filter((each) => month === null || each.month === null || each.month === month);
  const ids = [...vanished, ...asked.flatMap((each) => each.ids)];
  const forgotten = answering(before, [forgettingAlso(before.answers, ids)], when);
  return forgetting(forgotten, isForgotten);
}
