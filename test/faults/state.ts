import type { Book } from '../../desk/book/book';
import { contentsOf } from '../support/desk';

/** Columns of the Activity sheet that differ between two runs that are the same: the window, the mark, ids of sheets. */
const OF_THE_RUN = ['Window', 'Mark', 'For Undo'];

/** A memory that knows only which workbook it is of. */
const NOTHING_REMEMBERED = /"made":\[\],"file":0,"accounts":\[\],"answers":\[\]/;

/** All that is in a workbook and stays: cells, tables, what is remembered; without what only guards the writing. */
export function stateOf(book: Book): string {
  const contents = contentsOf(book);
  const sheets = book.sheets.map((sheet) => {
    const own = contents[sheet.name] as { cells: Record<string, unknown> };
    const hidden = new Set<number>();
    if (sheet.name === 'Activity')
      for (const { row, column, cell } of sheet.entries())
        if (row === 0 && OF_THE_RUN.includes(String(cell.value))) hidden.add(column);
    const cells = Object.entries(own.cells)
      .filter(([place]) => !hidden.has(Number(place.split(':')[1])))
      .sort(([one], [other]) => one.localeCompare(other));
    return [sheet.name, { ...own, cells }];
  });
  const names = book.names.flatMap(({ name, formula }) =>
    /^Claimsheet\./.test(name) ? [] : [[name, formula]],
  );
  // How many runs there were is never counted back.
  const memory = book.customXmlParts
    .map(({ xml }) => xml.replace(/"runs":\d+,/, ''))
    .filter((xml) => !NOTHING_REMEMBERED.test(xml));
  const settings = [...book.settings].sort(([one], [other]) => one.localeCompare(other));
  return JSON.stringify({ sheets: sheets.sort(), names, memory, settings }, null, 1);
}
