import { createContext, type ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { FixedCells, WantedFix } from '../../actions/check/fix-cells';
import { cellAddress } from '../../billing/cell-name';
import type { CellFix, CellPlace } from '../../billing/findings';
import type { FixGroup } from '../model/fixes';
import { counted } from '../model/words';
import { usePane } from '../pane-context';
import { Icon } from './icon';
import { Notice } from './notice';

const FixContext = createContext<((fixes: readonly WantedFix[]) => void) | null>(null);

/** Lets the findings inside offer their fixes, says what was written, and gives it back when told to. */
export function Fixes({ after, children }: { after: () => Promise<void>; children: ComponentChildren }) {
  const { act, actions } = usePane();
  const [fixed, setFixed] = useState<FixedCells | null>(null);
  const [given, setGiven] = useState(0);

  async function write(fixes: readonly WantedFix[]): Promise<void> {
    const written = await act('Writing…', 'writing', () => actions.fix(fixes));
    if (!written) return;
    setFixed(written.value);
    await after();
  }

  async function undo(): Promise<void> {
    if (!fixed) return;
    const done = await act('Giving back…', 'writing', () => actions.unfix(fixed));
    if (!done) return;
    setGiven(fixed.cells.length);
    setFixed(null);
    await after();
  }

  const cells = fixed?.cells ?? [];
  const [first] = cells;
  return (
    <FixContext.Provider value={(fixes) => void write(fixes)}>
      {first && (
        <Notice key={`${first.sheet} ${first.cell}`} tone="good" title="Written" takesFocus>
          <p dir="auto">
            {cells.length === 1
              ? `${first.sheet}!${first.cell} said "${first.before}".`
              : `${counted(cells.length, 'cell')}. What they said before is kept in the workbook.`}
          </p>
          <button type="button" onClick={() => void undo()}>
            <Icon name="undo" /> {cells.length === 1 ? 'Undo this fix' : 'Undo these fixes'}
          </button>
        </Notice>
      )}
      {!first && given > 0 && (
        <Notice tone="good" title="Given back" takesFocus>
          <p>
            {given === 1 ? 'The cell says' : `${counted(given, 'cell')} say`} again what stood there before.
          </p>
        </Notice>
      )}
      {children}
    </FixContext.Provider>
  );
}

/** The button of one finding. */
export function FixButton({ place, fix }: { place: CellPlace; fix: CellFix }) {
  const write = useContext(FixContext);
  const cell = cellAddress(place);
  if (!write) return null;
  return (
    <button type="button" onClick={() => write([{ sheet: place.sheet, cell, fix }])}>
      <span dir="auto">
        {fix.words}
        <span class="hidden"> into {cell}</span>
      </span>
    </button>
  );
}

/** What one rule would have written into many cells, to look at and to write at once. */
export function FixAll({ groups }: { groups: readonly FixGroup[] }) {
  const write = useContext(FixContext);
  return (
    <>
      {groups.map(({ rule, fix, fixes }) => (
        <details key={rule} class="group">
          <summary>
            <span class="grow">
              {counted(fixes.length, 'cell')} can be fixed at once
              <span class="quiet block">{fix}</span>
            </span>
          </summary>
          <ul class="bullets">
            {fixes.map(({ sheet, cell, fix }) => (
              <li key={`${sheet} ${cell}`} dir="auto">
                {sheet}!{cell}, "{fix.was}": {fix.words}
              </li>
            ))}
          </ul>
          <p>
            <button type="button" onClick={() => write?.(fixes)}>
              Fix all {fixes.length}
            </button>
          </p>
        </details>
      ))}
    </>
  );
}
