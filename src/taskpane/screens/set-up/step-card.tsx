import type { ComponentChildren } from 'preact';
import { STATE_WORDS, type Step } from '../../model/set-up';
import { usePane } from '../../pane-context';
import { Icon } from '../../parts/icon';

const ICONS = { done: 'done', open: 'open', ask: 'ask', skipped: 'skipped', later: 'open' } as const;

/** A step of the set-up: its state in a word, its work inside, and a way past it. */
export function StepCard(props: {
  step: Step;
  isOpen: boolean;
  toggle: (isOpen: boolean) => void;
  children: ComponentChildren;
}) {
  const { step, isOpen, toggle, children } = props;
  const { act, actions, overview, reload } = usePane();
  const { remembered } = overview;

  async function skip(skipped: string[]): Promise<void> {
    const told = { ...remembered, skipped };
    if (await act('Remembering…', 'writing', () => actions.remember(told, remembered))) await reload();
  }

  return (
    <details
      class={`step ${step.state}`}
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open !== isOpen) toggle(currentTarget.open);
      }}
    >
      <summary>
        <Icon name={ICONS[step.state]} class={`state-${step.state}`} />
        <span class="grow">
          <strong>{step.title}</strong>
          <span class="quiet block">
            {STATE_WORDS[step.state]}: {step.words}
          </span>
        </span>
      </summary>
      {isOpen && (
        <div class="step-body">
          {children}
          {(step.state === 'open' || step.state === 'ask') && (
            <p class="foot">
              <button
                type="button"
                class="subtle"
                onClick={() => {
                  toggle(false);
                  void skip([...remembered.skipped, step.id]);
                }}
              >
                Skip for now
              </button>
            </p>
          )}
          {step.state === 'skipped' && (
            <p class="foot">
              <button
                type="button"
                class="subtle"
                onClick={() => void skip(remembered.skipped.filter((id) => id !== step.id))}
              >
                Take it up again
              </button>
            </p>
          )}
        </div>
      )}
    </details>
  );
}
