import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePane } from '../pane-context';
import type { MonthActions } from '../office/month-actions';
import type { MonthScreenProps } from './month-end/month-screen';

interface Loaded {
  Screen: ComponentType<MonthScreenProps>;
  months: MonthActions;
}

/** The month end, whose code is loaded when it is first seen. */
export function MonthEndScreen({ isShown }: { isShown: boolean }) {
  const { act, actions, busy } = usePane();
  const [loaded, setLoaded] = useState<Loaded | null>(null);

  async function load(): Promise<void> {
    const found = await act('Opening the month end…', 'looking', async (): Promise<Loaded> => {
      const [{ MonthScreenView }, months] = await Promise.all([
        import(/* webpackChunkName: "month-end" */ './month-end/month-screen'),
        actions.month(),
      ]);
      return { Screen: MonthScreenView, months };
    });
    if (found) setLoaded(found.value);
  }

  useEffect(() => {
    if (isShown && !loaded) void load();
  }, [isShown]);

  return (
    <>
      <h2>Month end</h2>
      <p class="quiet">What was billed, paid and is still owed; and what needs a call.</p>
      {loaded && <loaded.Screen isShown={isShown} months={loaded.months} />}
      {!loaded && busy === null && (
        <button type="button" onClick={() => void load()}>
          Open the month end
        </button>
      )}
    </>
  );
}
