import { useEffect, useRef, useState } from 'preact/hooks';
import { counted, listed } from '../model/words';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import type { UndoShown } from '../office/pane-actions';

/** Says what Undo would take back, and does it only when told to. */
export function UndoCard({ undone, close }: { undone: () => void; close: () => void }) {
  const { act, actions, reload } = usePane();
  const [view, setView] = useState<UndoShown | null>(null);
  const [allBut, setAllBut] = useState(false);
  const [changed, setChanged] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const isOpen = view !== null;

  const look = async (leaving: boolean): Promise<void> => {
    const found = await act('Looking for the last run…', 'reading', () => actions.previewUndo(leaving));
    if (!found) return close();
    setAllBut(leaving);
    setView(found.value);
  };

  useEffect(() => void look(false), []);
  useEffect(() => card.current?.focus(), [isOpen]);

  async function undo(): Promise<void> {
    if (!view || !('report' in view)) return;
    const result = await act('Taking it back…', 'writing', () => actions.undo(view, allBut));
    if (!result) return;
    if (!result.value.made) {
      setView(result.value.now);
      setChanged(true);
      return;
    }
    setDone(view.report.what);
    await reload();
    undone();
  }

  if (done !== null) {
    return (
      <Notice tone="good" title="Taken back" takesFocus>
        <p>{done}.</p>
        <button type="button" onClick={close}>
          Close
        </button>
      </Notice>
    );
  }
  if (!view) return null;
  if ('obstacle' in view) {
    return (
      <div class="card" role="region" aria-label="Undo the last run" tabIndex={-1} ref={card}>
        <h2>Undo would lose something of yours</h2>
        <p dir="auto">{view.obstacle}</p>
        <div class="row">
          {view.canLeave && (
            <button type="button" class="primary" onClick={() => void look(true)}>
              Undo all but these
            </button>
          )}
          <button type="button" onClick={() => void look(false)}>
            Look again
          </button>
          <button type="button" onClick={close}>
            Keep it
          </button>
        </div>
      </div>
    );
  }
  const { what, when, isElsewhere, sheetsRemoved, rowsRemoved, cellsGivenBack, left, passedOver } =
    view.report;
  return (
    <div class="card" role="region" aria-label="Undo the last run" tabIndex={-1} ref={card}>
      <h2>Undo the last run?</h2>
      <p>
        {what}.{' '}
        <span class="quiet">
          Made {when}
          {isElsewhere ? ' in another Excel' : ''}.
        </span>
      </p>
      {passedOver !== null && <p dir="auto">{passedOver}</p>}
      {changed && <p>The workbook has changed meanwhile. This is what Undo would do now.</p>}
      <ul class="plain">
        {sheetsRemoved.length > 0 && (
          <li dir="auto">
            Removes {sheetsRemoved.length === 1 ? 'the sheet' : 'the sheets'} {listed(sheetsRemoved)}.
          </li>
        )}
        {rowsRemoved.map(({ table, rows }) => (
          <li key={table}>
            Removes {counted(rows, 'row')} of {table}.
          </li>
        ))}
        {cellsGivenBack.map(({ table, cells }) => (
          <li key={table}>
            Gives {counted(cells, 'cell')} of {table}{' '}
            {cells === 1 ? 'its former value' : 'their former values'} back.
          </li>
        ))}
        {left.length > 0 && (
          <li dir="auto">
            Leaves {listed(left)} as {left.length === 1 ? 'it is' : 'they are'}.
          </li>
        )}
      </ul>
      <div class="row">
        <button type="button" class="primary" onClick={() => void undo()}>
          Undo it
        </button>
        <button type="button" onClick={close}>
          Keep it
        </button>
      </div>
    </div>
  );
}
