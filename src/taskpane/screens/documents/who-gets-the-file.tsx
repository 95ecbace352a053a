import type { SubmitterAndReceiver } from '../../../actions/claims/submitter-and-receiver';
import { addressWords } from '../../model/documents';
import { usePane } from '../../pane-context';
import { SheetLinks } from '../../parts/sheet-links';

/** Who gets the 837P and from whom, with the way to say otherwise. */
export function WhoGetsTheFile({
  submitterAndReceiver,
  again,
}: {
  submitterAndReceiver: SubmitterAndReceiver;
  again: () => Promise<void>;
}) {
  return (
    <div class="group" role="group" aria-label="Who gets the 837P">
      <p dir="auto">{addressWords(submitterAndReceiver)}</p>
      {submitterAndReceiver.byTable ? <SheetLinks sheets={['Clearinghouse']} /> : <SayWho after={again} />}
    </div>
  );
}

/** Makes the Clearinghouse sheet, unless it is there, and shows it. */
export function SayWho({ after }: { after?: () => Promise<void> }) {
  const { act, actions, reload } = usePane();

  async function say(): Promise<void> {
    const made = await act('Making the sheet…', 'writing', (progress) => actions.makeClearinghouse(progress));
    if (!made) return;
    await reload();
    await after?.();
  }

  return (
    <button type="button" onClick={() => void say()}>
      Say who takes the 837P
    </button>
  );
}
