import { useState } from 'preact/hooks';
import type { ClaimsOut } from '../../../actions/files/claims-out';
import { sentWords } from '../../model/documents';
import { usePane } from '../../pane-context';

/** Says in the register that the claims of these files went out, so that they are not sent twice. */
export function MarkSent({ out }: { out: Pick<ClaimsOut, 'claims' | 'control'> }) {
  const { act, actions, reload } = usePane();
  const [said, setSaid] = useState<string | null>(null);

  async function mark(): Promise<void> {
    const sent = { accounts: out.claims.map(({ account }) => account), file: out.control };
    const marked = await act('Marking as sent…', 'writing', (progress) => actions.markSent(sent, progress));
    if (!marked) return;
    setSaid(sentWords(marked.value));
    await reload();
  }

  return (
    <div class="group">
      <p class="quiet">Once they are uploaded or in the mail:</p>
      <button type="button" onClick={() => void mark()}>
        Mark as sent
      </button>
      <p class="quiet" role="status">
        {said}
      </p>
    </div>
  );
}
