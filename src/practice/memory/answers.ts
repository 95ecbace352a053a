import { answering, forgetting, type Memory, type RememberedClaim } from './memory';
import { FORGET, VANISHED_CLAIMS } from './vanished';

/** Answers by the keys of their questions; null takes an answer back. */
export type AnswerChanges = ReadonlyMap<string, string | null>;

/**
 * The memory with answers, given at `when` (`YYYY-MM-DD HH:MM`). What became of claims that vanished is no answer to be
 * remembered: it is asked again of the next ones. `isStanding`: whether a claim is in the register.
 */
export function withAnswers(
  memory: Memory,
  answers: AnswerChanges,
  { isStanding, when }: { isStanding: (claim: RememberedClaim) => boolean; when: string },
): Memory {
  const lasting = [...answers].filter(([key]) => key !== VANISHED_CLAIMS);
  const before = lasting.length === 0 ? memory : answering(memory, lasting, when);
  return answers.get(VANISHED_CLAIMS) === FORGET ? forgetting(before, (claim) => !isStanding(claim)) : before;
}
