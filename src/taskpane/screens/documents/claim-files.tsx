import type { ClaimsOut } from '../../../actions/files/claims-out';
import { usePane } from '../../pane-context';
import { FindingList } from '../../parts/finding-item';
import { HandOut } from '../../parts/hand-out';
import { SayWho } from './who-gets-the-file';
import { ClaimPdfs } from './claim-pdfs';
import { MarkSent } from './mark-sent';

/** The files of the claims just made. They are made once: the number in the 837P is the one in the register. */
export function ClaimFiles({ out }: { out: ClaimsOut }) {
  const { overview } = usePane();
  const { edi, csv, control, findings } = out;
  const isWanted = overview.remembered.sending.edi;

  return (
    <section class="card" aria-labelledby="files-title">
      <h3 id="files-title">Files of these claims</h3>
      <p class="quiet">
        Take along what you need now. To get a file later, undo these claims and make them again.
      </p>
      <ul class="plain">
        {edi && (
          <HandOut
            label="837P file"
            about={`For the clearinghouse; file number ${String(control)}`}
            type={edi.type}
            make={() => edi}
          />
        )}
        {csv && (
          <HandOut label="CSV" about="A row for each line of a claim" type={csv.type} make={() => csv} />
        )}
        <ClaimPdfs out={out} />
      </ul>
      <MarkSent out={out} />
      {isWanted && !edi && (
        <p>
          <SayWho />
        </p>
      )}
      {findings.length > 0 && (
        <details open={!edi && isWanted}>
          <summary>Before sending</summary>
          <FindingList findings={findings} />
        </details>
      )}
    </section>
  );
}
