import type { DocumentsView } from '../../model/documents';
import { FindingList } from '../../parts/finding-item';

/** What is held back and why, by client; and what belongs on no document. */
export function ClaimHolds({ view }: { view: DocumentsView }) {
  return (
    <>
      {view.held.length > 0 && (
        <div class="group">
          <h3>Held back</h3>
          <p class="sum">{view.holdSummary}</p>
          {view.held.map(({ client, payers, amount, findings }) => (
            <details key={`${client} ${payers}`} class="person">
              <summary>
                <span class="grow">
                  <strong dir="auto">{client}</strong>
                  <span class="quiet block" dir="auto">
                    {payers === '' ? amount : `${payers}, ${amount}`}
                  </span>
                </span>
              </summary>
              <FindingList findings={findings} />
            </details>
          ))}
        </div>
      )}
      {view.left.length > 0 && (
        <details class="group">
          <summary>{view.leftSummary ?? 'Sessions made before'}</summary>
          <ul class="bullets">
            {view.left.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
