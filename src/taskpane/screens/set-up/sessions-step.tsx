import type { Remembered } from '../../../practice/set-up/remembered';
import type { AnswerChanges } from '../../../practice/memory/answers';
import { COLUMN, columnValue } from '../../../practice/set-up/as-remembered';
import type { SessionField } from '../../../billing/records/session';
import { mappingLines, type MappingLine } from '../../model/mapping';
import { counted, listed } from '../../model/words';
import { usePane } from '../../pane-context';
import { Accounts } from '../../parts/accounts';
import { Notice } from '../../parts/notice';
import { MappingRow } from './mapping-row';

/** Which sheet and which columns; a question first where something is unclear. */
export function SessionsStep({ done }: { done: () => void }) {
  const { act, actions, overview, reload } = usePane();
  const { sessions, remembered, answeredColumns } = overview;
  const { questions, found, absent } = mappingLines(sessions);

  async function tell(change: Partial<Remembered>): Promise<boolean> {
    const told = { ...remembered, ...change };
    const stored = await act('Remembering…', 'writing', () => actions.remember(told, remembered));
    if (stored) await reload();
    return stored !== null;
  }
  async function answer(changes: AnswerChanges): Promise<boolean> {
    const kept = await act('Remembering…', 'writing', () => actions.answer(changes));
    if (kept) await reload();
    return kept !== null;
  }
  const choose = (field: SessionField, column: string): Promise<boolean> =>
    answeredColumns.includes(field)
      ? answer(new Map([[`${COLUMN}${field}`, columnValue(column)]]))
      : tell({ columns: { ...remembered.columns, [field]: column } });
  /** Columns belong to the sheet that they were said of. */
  async function forgetColumns(change: Partial<Remembered> = {}): Promise<void> {
    const told = await tell({ ...change, columns: {} });
    if (told && answeredColumns.length > 0)
      await answer(new Map(answeredColumns.map((field) => [`${COLUMN}${field}`, null])));
  }
  const several = sessions.chosen.length > 1;
  const sheet = sessions.chosen.length === 1 ? (sessions.chosen[0] ?? '') : '';
  const isClear = sessions.obstacle === null && sessions.rivals.length === 0;

  return (
    <>
      <div class="field">
        <label for="session-sheet">Session sheet</label>
        <select
          id="session-sheet"
          value={several ? '' : sheet}
          onChange={({ currentTarget }) =>
            void forgetColumns({ sheet: currentTarget.value === '' ? null : currentTarget.value })
          }
        >
          <option value="">
            {several ? `${String(sessions.chosen.length)} sheets together` : 'Find it for me'}
          </option>
          {sessions.sheets.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <p class="quiet" dir="auto">
          {sessions.words}
        </p>
      </div>
      {sessions.rivals.length > 0 && (
        <Notice tone="warn" title="Which sheet?">
          <p dir="auto">{listed(sessions.rivals)} could each hold the sessions. Choose one above.</p>
        </Notice>
      )}
      {sessions.obstacle !== null && sessions.rivals.length === 0 && questions.length === 0 && (
        <Notice tone="warn">
          <p dir="auto">{sessions.obstacle}</p>
          {Object.keys(remembered.columns).length + answeredColumns.length > 0 && (
            <button type="button" onClick={() => void forgetColumns()}>
              Forget the columns I chose
            </button>
          )}
        </Notice>
      )}
      {sessions.mapping?.marks && (
        <p>This sheet is a grid: clients on one edge, dates on the other, a mark where they met.</p>
      )}
      <Rows title={counted(questions.length, 'question')} lines={questions} choose={choose} />
      <Rows title="Columns" lines={found} choose={choose} />
      {absent.length > 0 && (
        <details>
          <summary>{counted(absent.length, 'field')} not found in the sheet</summary>
          <Rows title="" lines={absent} choose={choose} />
        </details>
      )}
      <Accounts accounts={sessions.accounts} />
      {isClear && sessions.count > 0 && (
        <button
          type="button"
          class={remembered.columnsConfirmed ? 'wide' : 'primary wide'}
          onClick={() => void tell({ columnsConfirmed: true }).then((told) => told && done())}
        >
          {remembered.columnsConfirmed ? 'Still right' : 'These are right'}
        </button>
      )}
    </>
  );
}

function Rows(props: {
  title: string;
  lines: readonly MappingLine[];
  choose: (field: SessionField, column: string) => Promise<boolean>;
}) {
  const { title, lines, choose } = props;
  if (lines.length === 0) return null;
  return (
    <>
      {title !== '' && <h3>{title}</h3>}
      {lines.map((line) => (
        <MappingRow key={line.field} line={line} choose={(column) => void choose(line.field, column)} />
      ))}
    </>
  );
}
