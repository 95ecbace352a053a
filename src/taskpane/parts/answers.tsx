import { createContext, type ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Answer } from '../../billing/findings';
import { usePane } from '../pane-context';
import { Icon } from './icon';
import { Notice } from './notice';

/** An answer as it is given: null forgets the one that was given before. */
export interface GivenNow {
  key: string;
  value: string | null;
  /** What the answer is called. */
  words: string;
  /** What was answered before; null where nothing was. */
  before: string | null;
}

const AnswerContext = createContext<((given: GivenNow) => void) | null>(null);

/** Keeps the answers that are given inside, says which one it was, and takes it back when told to. */
export function Answers(props: {
  /** Looks again at what the answer changes. */
  after: () => Promise<void>;
  /** Takes an answer that is not to be kept; false for every other one. */
  take?: (answer: GivenNow) => boolean;
  children: ComponentChildren;
}) {
  const { after, take, children } = props;
  const { act, actions } = usePane();
  const [given, setGiven] = useState<GivenNow | null>(null);

  async function keep(answer: GivenNow): Promise<void> {
    if (take?.(answer)) return;
    const { key, value } = answer;
    const what = value === null ? 'Forgetting the answer…' : 'Keeping the answer…';
    if (!(await act(what, 'writing', () => actions.answer(new Map([[key, value]]))))) return;
    setGiven(answer);
    await after();
  }

  async function undo({ key, before }: GivenNow): Promise<void> {
    const done = await act('Taking back…', 'writing', () => actions.answer(new Map([[key, before]])));
    if (!done) return;
    setGiven(null);
    await after();
  }

  return (
    <AnswerContext.Provider value={(answer) => void keep(answer)}>
      {given && (
        <Notice key={`${given.key} ${given.value ?? ''}`} tone="good" title="Answered" takesFocus>
          <p dir="auto">
            {given.value === null
              ? 'The answer is forgotten: the question is asked again where it matters.'
              : `${given.words}. Set up > My answers has all of them.`}
          </p>
          <button type="button" onClick={() => void undo(given)}>
            <Icon name="undo" /> {given.value === null ? 'Undo: keep it' : 'Undo this answer'}
          </button>
        </Notice>
      )}
      {children}
    </AnswerContext.Provider>
  );
}

/** How an answer is given inside of `Answers`; null where none can be. */
export function useAnswering(): ((given: GivenNow) => void) | null {
  return useContext(AnswerContext);
}

/** A button for each answer that a finding asks for. */
export function AnswerButtons({ answers }: { answers: readonly Answer[] }) {
  const give = useAnswering();
  if (!give) return null;
  return (
    <>
      {answers.map((answer) => (
        <button
          key={`${answer.key} ${answer.value}`}
          type="button"
          onClick={() => give({ ...answer, before: null })}
        >
          <span dir="auto">{answer.words}</span>
        </button>
      ))}
    </>
  );
}
