import { cellAddress, cellName } from '../../billing/cell-name';
import type { CellPlace, Finding } from '../../billing/findings';
import { usePane } from '../pane-context';
import { AnswerButtons } from './answers';
import { FixButton } from './fixes';
import { Icon } from './icon';
import { SeverityMark } from './severity-mark';

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul class="plain">
      {findings.map((finding) => (
        <FindingItem key={keyOf(finding)} finding={finding} />
      ))}
    </ul>
  );
}

function keyOf({ rule, place, message }: Finding): string {
  return [rule, place && cellName(place), message].join(' ');
}

/** One finding: what is wrong, what to do, the cell one click away, and who says so behind "Why". */
function FindingItem({ finding }: { finding: Finding }) {
  const { severity, message, fix: fix, source, rule, place, cellFix, answers } = finding;
  return (
    <li class="finding">
      <p class="finding-words">
        <SeverityMark severity={severity} /> <span dir="auto">{message}</span>
      </p>
      <p class="quiet" dir="auto">
        {fix}
      </p>
      <div class="row">
        {place && <CellButton place={place} />}
        {place && cellFix && <FixButton place={place} fix={cellFix} />}
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
export function CellButton({ place }: { place: CellPlace }) {
  const { act, actions } = usePane();
  const { sheet } = place;
  const cell = cellAddress(place);
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
