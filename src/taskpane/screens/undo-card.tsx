import { useEffect, useRef, useState } from 'preact/hooks';
import { counted, listed } from '../model/words';
import { usePane } from '../pane-context';
import { Notice } from '../parts/notice';
import type { UndoView } from '../office/pane-actions';

/** Says what Undo would take back, and does it only when told to. */
export function UndoCard({ undone, close }: { undone: () => void; close: () => void }) {
  const { act, actions, reload } = usePane();
  const [view, setView] = useState<UndoView | null>(null);
  const [changed, setChanged] = useState(false);
  const [done, setDone] = useState<string | null>(null);
  const card = useRef<HTMLDivElement>(null);
  const isOpen = view !== null;

  useEffect(() => {
    void act('Looking for the last run…', 'reading', () => actions.previewUndo()).then((found) => {
      if (!found) return close();
      setView(found.value);
    });
  }, []);
  useEffect(() => card.current?.focus(), [isOpen]);

  async function undo(): Promise<void> {
    if (!view) return;
    const result = await act('Taking it back…', 'writing', () => actions.undo(view));
    if (!result) return;
    if (!result.value.made) {
      setView(result.value.now);
      setChanged(true);
      return;
    }
    setDone(view.what);
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
  return (
    <div class="card" role="region" aria-label="Undo the last run" tabIndex={-1} ref={card}>
      <h2>Undo the last run?</h2>
      <p>{view.what}.</p>
      {changed && <p>The workbook has changed meanwhile. This is what Undo would do now.</p>}
      <ul class="plain">
        {view.sheets.length > 0 && (
          <li dir="auto">
            Removes {view.sheets.length === 1 ? 'the sheet' : 'the sheets'} {listed(view.sheets)}.
          </li>
        )}
        {view.rows.map(({ table, count }) => (
          <li key={table}>
            Removes {counted(count, 'row')} of {table}.
          </li>
        ))}
        {view.changes.map(({ table, count }) => (
          <li key={table}>
            Gives {counted(count, 'cell')} of {table}{' '}
            {count === 1 ? 'its former value' : 'their former values'} back.
          </li>
        ))}
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
