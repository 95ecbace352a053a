import type { ImportReport } from '../../../actions/payments/import-report';
import { paymentsView, type CheckView, type PlacedFinding } from '../../model/month/payments-view';
import { AnswerButtons } from '../../parts/answers';
import { SeverityMark } from '../../parts/severity-mark';
import { ShortList } from '../../parts/short-list';
import type { Previewed } from '../../office/month-actions';

/** What remittances would do: each check with where its money goes, and what is wrong in the files. */
export function PaymentsPreview({ shown, post }: { shown: Previewed<ImportReport>; post: () => void }) {
  const { checks, findings, postLabel, note } = paymentsView(shown);
  return (
    <div class="preview" role="group" aria-label="Payments in these files">
      {checks.length > 0 && <h4>Payments in these files</h4>}
      <ShortList
        class="lines"
        items={checks}
        keyOf={({ key }) => key}
        show={(check) => <Check check={check} />}
      />
      {findings.length > 0 && <h4>To know before you post</h4>}
      <ShortList
        items={findings}
        keyOf={(one) => `${one.rule} ${one.where} ${one.message}`}
        show={(finding) => <Placed finding={finding} />}
      />
      {postLabel !== null && (
        <button type="button" class="primary wide" onClick={post}>
          {postLabel}
        </button>
      )}
      {note !== null && <p class="note">{note}</p>}
    </div>
  );
}

function Check({ check }: { check: CheckView }) {
  const { title, detail, amount, state, parts, claims } = check;
  return (
    <details class="check-of-payer">
      <summary>
        <span class="grow">
          <strong dir="auto">{title}</strong>
          <span class="quiet block" dir="auto">
            {detail}
            {state === null ? '' : `. ${state}.`}
          </span>
        </span>
        <span class="amount">{amount}</span>
      </summary>
      <table class="sums">
        <tbody>
          {parts.map(({ words, amount: part }) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td>{part}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShortList
        class="lines"
        items={claims}
        keyOf={({ key }) => key}
        show={(claim) => (
          <div class="line">
            <span class="grow">
              <span dir="auto">{claim.words}</span>
              <span class="quiet block">{claim.detail}</span>
            </span>
            <span class="amount">{claim.amount}</span>
          </div>
        )}
      />
    </details>
  );
}

function Placed({ finding }: { finding: PlacedFinding }) {
  const { severity, message, fix: fix, source, where, answers } = finding;
  return (
    <div class="finding">
      <p class="finding-words">
        <SeverityMark severity={severity} /> <span dir="auto">{message}</span>
      </p>
      <p class="quiet" dir="auto">
        {fix}
      </p>
      {answers && (
        <div class="row">
          <AnswerButtons answers={answers} />
        </div>
      )}
      <div class="row">
        <span class="quiet" dir="auto">
          {where}
        </span>
        <details class="why">
          <summary>Why</summary>
          <p>{source}</p>
        </details>
      </div>
    </div>
  );
}
