import type { AnswersReport } from '../../../actions/answers/prepare-answers';
import { answersView, type AnswerItem } from '../../model/month/answers-view';
import { FindingList } from '../../parts/finding-item';
import { Icon } from '../../parts/icon';
import { ShortList } from '../../parts/short-list';
import type { Previewed } from '../../office/month-actions';

const ICONS = { rejected: 'stop', accepted: 'done', received: 'note' } as const;

/** What answers say of the claims: what was refused and why, and proof of filing for the rest. */
export function AnswersPreview({ shown, keep }: { shown: Previewed<AnswersReport>; keep: () => void }) {
  const { groups, findings, keepLabel, note } = answersView(shown);
  return (
    <div class="preview" role="group" aria-label="Answers in these files">
      {groups.length > 0 && <h4>Answers in these files</h4>}
      {groups.map(({ verdict, title, claims }) => (
        <details key={verdict} class="person" open={verdict === 'rejected'}>
          <summary>
            <span class={`grow verdict ${verdict}`}>
              <Icon name={ICONS[verdict]} /> <strong>{title}</strong>
            </span>
          </summary>
          <ShortList
            class="lines"
            items={claims}
            keyOf={({ key }) => key}
            show={(claim) => <Answer claim={claim} />}
          />
        </details>
      ))}
      {findings.length > 0 && (
        <>
          <h4>To know before you keep them</h4>
          <FindingList findings={findings} />
        </>
      )}
      {keepLabel !== null && (
        <button type="button" class="primary wide" onClick={keep}>
          {keepLabel}
        </button>
      )}
      {note !== null && <p class="note">{note}</p>}
    </div>
  );
}

function Answer({ claim }: { claim: AnswerItem }) {
  const { client, detail, reasons, words } = claim;
  return (
    <div class="line">
      <div class="grow">
        <strong dir="auto">{client}</strong>
        <span class="quiet block" dir="auto">
          {detail}
        </span>
        {reasons.map(({ code, words: why }) => (
          <span key={code} class="block" dir="auto">
            {why} <span class="quiet">({code})</span>
          </span>
        ))}
        {words !== '' && (
          <span class="block" dir="auto">
            {words}
          </span>
        )}
      </div>
    </div>
  );
}
