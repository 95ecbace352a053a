import { answering, forgetting, type Memory } from './memory';
import { FORGET, VANISHED_CLAIMS } from './vanished';

/** Answers by the keys of their questions; null takes an answer back. */
export type AnswerChanges = ReadonlyMap<string, string | null>;

/**
 * The memory with answers, given at `when` (`YYYY-MM-DD HH:MM`). What became of claims that vanished is no answer to be
 * remembered: it is asked again of the next ones. `accounts` are those of the register.
 */
export function withAnswers(
  memory: Memory,
  answers: AnswerChanges,
  { accounts, when }: { accounts: ReadonlySet<string>; when: string },
): Memory {
  const lasting = [...answers].filter(([key]) => key !== VANISHED_CLAIMS);
  const before = lasting.length === 0 ? memory : answering(memory, lasting, when);
  return answers.get(VANISHED_CLAIMS) === FORGET
    ? forgetting(before, (account) => !accounts.has(account))
    : before;
}
