import { monthName } from '../../model/words';
import { usePane } from '../../pane-context';
import { DoneHere } from './done-here';
import { useMonth } from './month-context';

/** Makes the month's sheet, to print or to keep. */
export function MonthSheet() {
  const { act, reload } = usePane();
  const { months, wish, done } = useMonth();

  async function make(): Promise<void> {
    const made = await act('Writing the sheet…', 'writing', (progress) => months.makeSheet(wish, progress));
    if (!made) return;
    const words = [`The sheet of ${monthName(wish.month)} is there. Print it, or keep it with your books.`];
    await reload();
    await done({ at: 'sheet', title: 'Done', words, sheets: [made.value] });
  }

  return (
    <div class="group-of-one">
      <button type="button" class="primary wide" onClick={() => void make()}>
        Make the month’s sheet
      </button>
      <DoneHere at="sheet" />
    </div>
  );
}
