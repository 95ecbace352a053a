import type { MonthEndReport } from '../../../actions/month-end/read-month';
import { monthName } from '../../model/words';
import { usePane } from '../../pane-context';
import { DoneHere } from './done-here';
import { useMonth } from './month-context';

/** Makes the month's sheet, to print or to keep; closes the month, and reopens it. */
export function MonthSheet({ report }: { report: MonthEndReport }) {
  const { act, reload } = usePane();
  const { months, request, done } = useMonth();
  const name = monthName(request.month);

  async function make(): Promise<void> {
    const made = await act('Writing the sheet…', 'writing', (progress) =>
      months.makeSheet(request, progress),
    );
    if (!made) return;
    const words = [`The sheet of ${name} is there. Print it, or keep it with your books.`];
    await reload();
    await done({ at: 'sheet', title: 'Done', words, sheets: [made.value] });
  }

  async function close(): Promise<void> {
    const made = await act('Closing the month…', 'writing', (progress) =>
      months.closeMonth(request, progress),
    );
    if (!made) return;
    const words = [
      `${name} is closed and stays as its sheet says. What comes for it later counts in the next month.`,
    ];
    await reload();
    await done({ at: 'sheet', title: 'Closed', words, sheets: [made.value] });
  }

  async function reopen(): Promise<void> {
    const made = await act('Reopening the month…', 'writing', (progress) =>
      months.reopenMonth(request, progress),
    );
    if (!made) return;
    await reload();
    await done({
      at: 'sheet',
      title: 'Reopened',
      words: [`${name} is open again, and says what is known now.`],
    });
  }

  return (
    <div class="group-of-one">
      <button type="button" class="primary wide" onClick={() => void make()}>
        Make the month’s sheet
      </button>
      {report.isClosed ? (
        <button type="button" class="wide" onClick={() => void reopen()}>
          Reopen {name}
        </button>
      ) : (
        report.asOf >= report.to && (
          <button type="button" class="wide" onClick={() => void close()}>
            Close {name}
          </button>
        )
      )}
      <DoneHere at="sheet" />
    </div>
  );
}
