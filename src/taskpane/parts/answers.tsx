import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Answer } from '../../billing/findings';

/** Takes the answer to a question of a finding; null where none can be given. */
export const AnswerContext = createContext<((answer: Answer) => void) | null>(null);

/** A button for each answer that a finding asks for. */
export function AnswerButtons({ answers }: { answers: readonly Answer[] }) {
  const give = useContext(AnswerContext);
  if (!give) return null;
  return (
    <>
      {answers.map((answer) => (
        <button key={answer.value} type="button" onClick={() => give(answer)}>
          {answer.words}
        </button>
      ))}
    </>
  );
}
