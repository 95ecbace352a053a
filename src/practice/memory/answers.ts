import { answering, forgetting, type Memory } from './memory';
import { FORGET, VANISHED_CLAIMS } from './vanished';

/**
 * The memory with answers. What became of claims that vanished is no answer to be remembered: it is asked again of the
 * next ones. `accounts` are those of the register.
 */
export function withAnswers(
  memory: Memory,
  answers: ReadonlyMap<string, string>,
  accounts: ReadonlySet<string>,
): Memory {
  const lasting = [...answers].filter(([key]) => key !== VANISHED_CLAIMS);
  const before = lasting.length === 0 ? memory : answering(memory, lasting);
  return answers.get(VANISHED_CLAIMS) === FORGET
    ? forgetting(before, (account) => !accounts.has(account))
    : before;
}
