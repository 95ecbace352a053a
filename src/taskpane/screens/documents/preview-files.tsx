import { useState } from 'preact/hooks';
import type { ClaimsOut } from '../../../actions/files/claims-out';
import { usePane } from '../../pane-context';
import { HandOut } from '../../parts/hand-out';
import type { RunRequest } from '../../office/pane-actions';
import { ClaimPdfs } from './claim-pdfs';

/** A look at the claims on paper before they are made. The 837P comes with the claims, since its number is kept. */
export function PreviewFiles({ request }: { request: RunRequest | null }) {
  const { act, actions } = usePane();
  const [out, setOut] = useState<ClaimsOut | null>(null);
  const csv = out?.csv;

  async function open(): Promise<void> {
    if (!request || out) return;
    const found = await act('Looking at the claims…', 'reading', () => actions.previewClaims(request));
    if (found) setOut(found.value);
  }

  return (
    <details
      class="group"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) void open();
      }}
    >
      <summary>See them on paper first</summary>
      <p class="quiet">Nothing is in the register yet. The 837P file comes with the claims.</p>
      {out && (
        <ul class="plain">
          {csv && <HandOut label="CSV" type={csv.type} make={() => csv} />}
          <ClaimPdfs out={out} />
        </ul>
      )}
    </details>
  );
}
