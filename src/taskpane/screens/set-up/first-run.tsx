import { usePane } from '../../pane-context';
import { Icon } from '../../parts/icon';

/** What a new user sees: what it is for, and the two ways to begin. */
export function FirstRun() {
  const { act, actions, overview, reload } = usePane();
  const { isEmpty, sessions } = overview;

  async function sample(): Promise<void> {
    const inserted = await act('Writing the sample…', 'writing', (progress) =>
      actions.insertSample(progress),
    );
    if (inserted) await reload();
  }

  return (
    <>
      <p>
        Claims, superbills and checks from the session sheet you already keep. Nothing leaves this workbook.
      </p>
      <div class="card">
        <h3>Your own sessions</h3>
        <p>
          {isEmpty
            ? 'This workbook is empty. Open the one with your sessions, or copy them in: a row for each session, with a date, a client, and minutes or a code.'
            : sessions.words}
        </p>
        <button type="button" class={isEmpty ? '' : 'primary'} onClick={() => void reload()}>
          <Icon name="again" /> Look for my sessions
        </button>
      </div>
      <div class="card">
        <h3>Try it on a sample</h3>
        <p>Adds three months of invented sessions and filled reference sheets. Undo takes them away again.</p>
        <button type="button" class={isEmpty ? 'primary' : ''} onClick={() => void sample()}>
          Use sample sessions
        </button>
      </div>
    </>
  );
}
