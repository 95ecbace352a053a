import { useEffect, useState } from 'preact/hooks';
import type { MyAnswer } from '../../../practice/questions/my-answers';
import { counted } from '../../model/words';
import { usePane } from '../../pane-context';
import { Answers, useAnswering } from '../../parts/answers';
import { CellButton } from '../../parts/finding-item';

/** Every answer that was given, each of which can be changed or forgotten. */
export function MyAnswers({ isShown }: { isShown: boolean }) {
  const { act, actions, reload, undone } = usePane();
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState<readonly MyAnswer[] | null>(null);

  async function look(): Promise<void> {
    const found = await act('Looking at your answers…', 'looking', () => actions.myAnswers());
    if (found) setGiven(found.value);
  }
  useEffect(() => {
    if (isShown && isOpen) void look();
  }, [isShown, isOpen, undone]);

  return (
    <details class="section" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h3 class="grow">My answers</h3>
        {given !== null && given.length > 0 && <span class="quiet">{counted(given.length, 'answer')}</span>}
      </summary>
      {isOpen && (
        <div class="section-body">
          <Answers
            after={async () => {
              await look();
              await reload();
            }}
          >
            {given?.length === 0 && (
              <p class="quiet">
                No question was answered yet. Check and Claims ask where a row of your sessions is not clear.
              </p>
            )}
            {given?.map((answer) => (
              <Given key={answer.key} answer={answer} />
            ))}
          </Answers>
        </div>
      )}
    </details>
  );
}

function Given({ answer }: { answer: MyAnswer }) {
  const give = useAnswering();
  const { key, value, question, place, words, when, answers } = answer;
  const id = `answer-${key}`;
  return (
    <div class="field">
      <label for={id} dir="auto">
        {question}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = answers.find((each) => each.value === currentTarget.value);
          if (chosen) give?.({ ...chosen, before: value });
        }}
      >
        {answers.map((each) => (
          <option key={each.value} value={each.value}>
            {each.words}
          </option>
        ))}
      </select>
      <div class="row">
        {when !== null && <span class="quiet">Answered {dayWords(when)}.</span>}
        {place && <CellButton place={place} />}
        <button
          type="button"
          class="subtle"
          onClick={() => give?.({ key, value: null, words, before: value })}
        >
          Forget<span class="hidden"> this answer: {words}</span>
        </button>
      </div>
    </div>
  );
}

/** "10/31/2026 14:05" of "2026-10-31 14:05". */
function dayWords(when: string): string {
  const [, year = '', month = '', day = '', time = ''] = /^(\d{4})-(\d\d)-(\d\d) ?(.*)$/.exec(when) ?? [];
  return `${month}/${day}/${year} ${time}`.trim();
}
