import { answering, forgetting, type Memory, type RememberedClaim } from './memory';
import { FORGET, VANISHED_CLAIMS } from './vanished';

/**
 * The memory with answers. What became of claims that vanished is no answer to be remembered: it is asked again of the
 * next ones. `isStanding`: whether a claim is in the register.
 */
export function withAnswers(
  memory: Memory,
  answers: ReadonlyMap<string, string>,
  isStanding: (claim: RememberedClaim) => boolean,
): Memory {
  const lasting = [...answers].filter(([key]) => key !== VANISHED_CLAIMS);
  const before = lasting.length === 0 ? memory : answering(memory, lasting);
  return answers.get(VANISHED_CLAIMS) === FORGET ? forgetting(before, (claim) => !isStanding(claim)) : before;
}
