import type { Book, Sheet } from '../../book/book';
import type { ClassSpec } from '../class-spec';
import { isMissing, textArgument } from '../arguments';
import { requireOpenStructure } from '../cells/protection';
import { checkSheetName, freeSheetName } from '../cells/sheet-names';
import { ExcelError } from '../errors';
import { eventMethods } from '../event-methods';
import { EVENT_TYPE, WORKBOOK_TARGET } from '../events';
import { object } from '../targets';
import type { Workspace } from '../workspace';

export const worksheetCollection: ClassSpec<Book> = {
  items: (book) => book.sheets.map((sheet) => object('Worksheet', sheet)),
  item(book, key, workspace) {
    const found = findSheet(book, key, workspace);
    if (!found) throw new ExcelError('ItemNotFound');
    return object('Worksheet', found);
  },
  methods: {
    GetItem(book, [key], workspace) {
      const found = findSheet(book, key, workspace);
      if (!found) throw new ExcelError('ItemNotFound');
      return object('Worksheet', found);
    },
    GetItemOrNullObject(book, [key], workspace) {
      const found = findSheet(book, key, workspace);
      return found ? object('Worksheet', found) : null;
    },
    Add(book, [name], workspace) {
      requireOpenStructure(book);
      const wanted = isMissing(name) ? freeSheetName(book) : textArgument(name);
      checkSheetName(book, wanted, null);
      const sheet = book.addSheet(wanted);
      workspace.edited = true;
      workspace.raiseForSheet(EVENT_TYPE.worksheetAdded, sheet, { source: 'Local' });
      return object('Worksheet', sheet);
    },
    GetActiveWorksheet: (_book, _args, workspace) => object('Worksheet', workspace.activeSheet),
    GetCount: (book, [visibleOnly]) => shown(book, visibleOnly).length,
    GetFirst: (book, [visibleOnly]) => object('Worksheet', sheetAt(shown(book, visibleOnly), 0)),
    GetLast(book, [visibleOnly]) {
      const sheets = shown(book, visibleOnly);
      return object('Worksheet', sheetAt(sheets, sheets.length - 1));
    },
    ...eventMethods<Book>(
      {
        DataChanged: EVENT_TYPE.worksheetChanged,
        SelectionChanged: EVENT_TYPE.worksheetSelectionChanged,
        Activated: EVENT_TYPE.worksheetActivated,
        Deactivated: EVENT_TYPE.worksheetDeactivated,
        Added: EVENT_TYPE.worksheetAdded,
        Deleted: EVENT_TYPE.worksheetDeleted,
        Calculated: EVENT_TYPE.worksheetCalculated,
      },
      () => WORKBOOK_TARGET,
    ),
  },
};

/** By its name in any case, or by its id. */
function findSheet(book: Book, key: unknown, workspace: Workspace): Sheet | undefined {
  const wanted = textArgument(key);
  return book.sheet(wanted) ?? book.sheets.find((sheet) => workspace.sheetId(sheet) === wanted);
}

function shown(book: Book, visibleOnly: unknown): Sheet[] {
  return visibleOnly === true ? book.sheets.filter((sheet) => sheet.visibility === 'Visible') : book.sheets;
}

function sheetAt(sheets: Sheet[], index: number): Sheet {
  const sheet = sheets[index];
  if (!sheet) throw new ExcelError('ItemNotFound');
  return sheet;
}
