import type { PlainSheet } from '../../workbook/plan/plan';
import { Refusal } from '../../workbook/refusal';

/** What a cell holds at most. Source: Excel specifications and limits. */
const MAX_CHARACTERS = 32_767;

const WIDTH = 560;

/**
 * A text file on a sheet, a line a cell as text, below one row that says what it is: for hosts that let no pane save a
 * file. Refuses a line that no cell can hold, because a cut one would make another file.
 */
export function textSheet(name: string, file: { name: string; content: string }): PlainSheet {
  const lines = file.content.replace(/\r?\n$/, '').split(/\r?\n/);
  const tooLong = lines.findIndex((line) => line.length > MAX_CHARACTERS);
  if (tooLong >= 0) {
    throw new Refusal(
      'claim-file-unclear',
      `Line ${String(tooLong + 1)} of ${file.name} is longer than a cell can hold. Copy the file instead.`,
    );
  }
  return {
    name,
    columns: [{ header: `${file.name}, from the next row down`, width: WIDTH, format: '@', holds: 'text' }],
    rows: lines.map((line) => [line === '' ? null : line]),
  };
}
