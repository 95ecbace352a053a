import { useState } from 'preact/hooks';
import type { PdfOut } from '../../../actions/files/claim-pdf';
import type { ClaimsOut } from '../../../actions/files/claims-out';
import type { FileToDeliver } from '../../../actions/files/deliver-file';
import type { PaperKind } from '../../../forms/cms1500/overlay/overlay-pdf';
import { usePane } from '../../pane-context';
import { HandOut } from '../../parts/hand-out';

/** The claims on paper: for the red form, and with an outline of our own to keep. Drawn when they are asked for. */
export function ClaimPdfs({ out }: { out: Pick<ClaimsOut, 'name' | 'claims'> }) {
  const { actions, overview } = usePane();
  const [leftOut, setLeftOut] = useState<PdfOut['leftOut']>([]);

  async function draw(kind: PaperKind): Promise<FileToDeliver | null> {
    const made = await actions.claimPdf(out, kind, overview.remembered.sending.offset);
    setLeftOut(made.leftOut);
    return made.file;
  }

  return (
    <>
      <HandOut
        label="PDF for the red form"
        about="Print it on CMS-1500 forms at 100 %"
        type="application/pdf"
        make={() => draw('overlay')}
      />
      <HandOut
        label="PDF copy"
        about="With the outline of the form, to keep"
        type="application/pdf"
        make={() => draw('copy')}
      />
      {leftOut.map(({ client, words }) => (
        <li key={client} role="status">
          <p dir="auto">
            Not on paper: {client}. {words.join(' ')}
          </p>
        </li>
      ))}
    </>
  );
}
