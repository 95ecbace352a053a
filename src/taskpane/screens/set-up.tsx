import { useEffect, useState } from 'preact/hooks';
import { firstOpen, isFirstRun, steps, type StepId } from '../model/set-up';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import { ClientsStep } from './set-up/clients-step';
import { FirstRun } from './set-up/first-run';
import { MyAnswers } from './set-up/my-answers';
import { PayersStep } from './set-up/payers-step';
import { PracticeStep } from './set-up/practice-step';
import { SessionsStep } from './set-up/sessions-step';
import { StepCard } from './set-up/step-card';
import { TablesStep } from './set-up/tables-step';

const BODIES = {
  sessions: SessionsStep,
  tables: TablesStep,
  practice: PracticeStep,
  payers: PayersStep,
  clients: ClientsStep,
} as const;

/** Set up: five steps, each of which may be skipped and taken up again. */
export function SetUpScreen({ isShown }: { isShown: boolean }) {
  const { overview, edits, reload, go } = usePane();
  const all = steps(overview);
  const [open, setOpen] = useState<StepId | null>(() => firstOpen(all));
  const [seen, setSeen] = useState(edits);

  useEffect(() => {
    if (!isShown || seen === edits) return;
    setSeen(edits);
    void reload();
  }, [isShown]);

  const left = all.filter(({ state }) => state !== 'done' && state !== 'skipped').length;
  return (
    <>
      <h2>Set up</h2>
      {overview.obstacles.map((words) => (
        <Notice key={words} tone="warn">
          <p dir="auto">{words}</p>
        </Notice>
      ))}
      {isFirstRun(overview) ? (
        <FirstRun />
      ) : (
        <>
          <p class="quiet">
            {left === 0
              ? 'All set. Check your month, then make its claims.'
              : 'Once, and in any order. You can skip a step and come back.'}
          </p>
          {all.map((step) => {
            const Body = BODIES[step.id];
            return (
              <StepCard
                key={step.id}
                step={step}
                isOpen={open === step.id}
                toggle={(isOpen) => setOpen(isOpen ? step.id : open === step.id ? null : open)}
              >
                <Body done={() => setOpen(nextOf(step.id, all))} />
              </StepCard>
            );
          })}
          <MyAnswers isShown={isShown} />
          <p class="row">
            <button type="button" class={left === 0 ? 'primary' : ''} onClick={() => go('check')}>
              Check the month
            </button>
            <button type="button" onClick={() => void reload()}>
              Look again
            </button>
          </p>
        </>
      )}
    </>
  );
}

function nextOf(id: StepId, all: ReturnType<typeof steps>): StepId | null {
  const after = all.slice(all.findIndex((step) => step.id === id) + 1);
  return after.find(({ state }) => state !== 'done' && state !== 'skipped')?.id ?? null;
}
