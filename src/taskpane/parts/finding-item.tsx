import type { ReportedFinding } from '../../actions/report';
import { usePane } from '../pane-context';
import { AnswerButtons } from './answers';
import { FixButton } from './fixes';
import { Icon } from './icon';
import { SeverityMark } from './severity-mark';

/** One finding: what is wrong, what to do, the cell one click away, and who says so behind "Why". */
export function FindingItem({ finding }: { finding: ReportedFinding }) {
  const { severity, words, toDo, source, rule, sheet, cell, fix, answers } = finding;
  return (
    <li class="finding">
      <p class="finding-words">
        <SeverityMark severity={severity} /> <span dir="auto">{words}</span>
      </p>
      <p class="quiet" dir="auto">
        {toDo}
      </p>
      <div class="row">
        {sheet !== null && cell !== null && <CellButton sheet={sheet} cell={cell} />}
        {sheet !== null && cell !== null && fix && <FixButton sheet={sheet} cell={cell} fix={fix} />}
        {answers && <AnswerButtons answers={answers} />}
        <details class="why">
          <summary>Why</summary>
          <p>{source}</p>
          <p class="quiet">Rule: {rule}</p>
        </details>
      </div>
    </li>
  );
}

/** Selects a cell in the grid. */
export function CellButton({ sheet, cell }: { sheet: string; cell: string }) {
  const { act, actions } = usePane();
  return (
    <button
      type="button"
      class="subtle"
      onClick={() => void act('Going to the cell…', 'reading', () => actions.showCell(sheet, cell))}
    >
      <Icon name="cell" />
      <span>
        <span class="hidden">Show the cell </span>
        <bdi>{sheet}</bdi>!{cell}
      </span>
    </button>
  );
}
