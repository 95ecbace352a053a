import { useState } from 'preact/hooks';
import { usePane } from '../../pane-context';
import { Field } from '../../parts/field';
import { Refused } from './done-here';
import { tried, useMonth } from './month-context';

const EMPTY = { on: '', spokeWith: '', reference: '', said: '', followUp: '' };

/** What was said about a claim. What was typed stays until it is written. */
export function CallForm({ account, close }: { account: string; close: () => void }) {
  const { act, reload } = usePane();
  const { months, request, done } = useMonth();
  const [typed, setTyped] = useState(EMPTY);
  const [refused, setRefused] = useState<string | null>(null);
  const id = `call-${account}`;
  const field = (key: keyof typeof EMPTY) => ({
    id: `${id}-${key}`,
    value: typed[key],
    type: (value: string) => setTyped({ ...typed, [key]: value }),
  });

  async function log(event: Event): Promise<void> {
    event.preventDefault();
    const written = await act(
      'Writing the call…',
      'writing',
      tried((progress) => months.logCall({ account, kind: 'Call', ...typed }, request, progress)),
    );
    if (!written) return;
    if (!written.value.ok) return setRefused(written.value.words);
    const { payer, client } = written.value.value;
    close();
    await reload();
    await done({
      at: 'look',
      title: 'Call logged',
      words: [`${account}, ${client}, ${payer}: it stands in the Calls sheet.`],
    });
  }

  return (
    <form
      class="inline-form"
      aria-label={`Log a call about ${account}`}
      onSubmit={(event) => void log(event)}
    >
      <Field {...field('on')} label="Date" kind="date" help="Empty: today." />
      <Field {...field('spokeWith')} label="Spoke with" />
      <Field {...field('reference')} label="Call reference number" />
      <Field {...field('said')} label="What was said" kind="long" />
      <Field {...field('followUp')} label="Follow up on" kind="date" />
      <Refused words={refused} />
      <div class="row">
        <button type="submit" class="primary">
          Save the call
        </button>
        <button type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
