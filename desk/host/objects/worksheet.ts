import type { Sheet } from '../../book/book';
import { loseSheetIn, renameSheetIn } from '../../book/references';
import { mapFormulas } from '../../book/structure';
import {
  booleanArgument,
  gridArea,
  integerArgument,
  isMissing,
  textArgument,
  wordArgument,
} from '../arguments';
import { findRange, usedRange, wholeSheet } from '../cells/find-range';
import { requireOpenStructure } from '../cells/protection';
import { checkSheetName } from '../cells/sheet-names';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import { eventMethods } from '../event-methods';
import { EVENT_TYPE } from '../events';
import { object } from '../targets';
import type { Workspace } from '../workspace';
import { refill } from '../../book/lists';

const VISIBILITY = ['Visible', 'Hidden', 'VeryHidden'] as const;

export const worksheet: ClassSpec<Sheet> = {
  isGone: (sheet) => !sheet.book.sheets.includes(sheet),
  identity: (sheet, workspace) => ({ Id: workspace.sheetId(sheet) }),
  properties: {
    Id: { get: (sheet, workspace) => workspace.sheetId(sheet) },
    Name: { get: (sheet) => sheet.name, set: rename },
    Position: { get: (sheet) => sheet.book.sheets.indexOf(sheet), set: move },
    Visibility: { get: (sheet) => sheet.visibility, set: setVisibility },
    TabColor: {
      get: (sheet) => sheet.tabColor ?? '',
      set(sheet, value) {
        requireOpenStructure(sheet.book);
        sheet.tabColor = textArgument(value) === '' ? null : textArgument(value).toUpperCase();
      },
    },
    ShowGridlines: { get: (sheet) => sheet.showGridlines },
    // The client sends `showGridlines = …` under this name (`Worksheet_ShowGridlines_Set`).
    Gridlines: {
      set(sheet, value) {
        sheet.showGridlines = booleanArgument(value);
      },
    },
  },
  links: {
    Charts: (sheet) => object('ChartCollection', sheet),
    CustomProperties: (sheet) => object('WorksheetCustomPropertyCollection', sheet),
    FreezePanes: (sheet) => object('WorksheetFreezePanes', sheet),
    HorizontalPageBreaks: (sheet) => object('PageBreakCollection', { sheet, kind: 'Horizontal' }),
    Names: (sheet) => object('NamedItemCollection', { scope: sheet }),
    PageLayout: (sheet) => object('PageLayout', sheet),
    Protection: (sheet) => object('WorksheetProtection', sheet),
    Tables: (sheet) => object('TableCollection', { sheet }),
    VerticalPageBreaks: (sheet) => object('PageBreakCollection', { sheet, kind: 'Vertical' }),
  },
  calculated: new Set(['GetUsedRange', 'GetUsedRangeOrNullObject']),
  methods: {
    Activate(sheet, _args, workspace) {
      if (sheet.visibility !== 'Visible') throw new ExcelError('InvalidOperation');
      workspace.activate(sheet);
    },
    Calculate(_sheet, _args, workspace) {
      workspace.dirty = true;
    },
    Delete: remove,
    GetRange(sheet, [address], workspace) {
      if (isMissing(address)) return workspace.range(sheet, wholeSheet());
      const found = findRange(workspace.book, sheet, address);
      if (found.sheet !== sheet) throw invalidArgument();
      return workspace.range(sheet, found.area);
    },
    GetCell: (sheet, [row, column], workspace) =>
      workspace.range(
        sheet,
        gridArea({ row: integerArgument(row), column: integerArgument(column), rows: 1, columns: 1 }),
      ),
    GetRangeByIndexes: (sheet, [row, column, rows, columns], workspace) =>
      workspace.range(
        sheet,
        gridArea({
          row: integerArgument(row),
          column: integerArgument(column),
          rows: integerArgument(rows),
          columns: integerArgument(columns),
        }),
      ),
    // Microsoft: an entirely empty sheet answers its top left cell.
    GetUsedRange: (sheet, [valuesOnly], workspace) =>
      workspace.range(
        sheet,
        usedRange(sheet, valuesOnly === true, wholeSheet()) ?? { row: 0, column: 0, rows: 1, columns: 1 },
      ),
    GetUsedRangeOrNullObject(sheet, [valuesOnly], workspace) {
      const used = usedRange(sheet, valuesOnly === true, wholeSheet());
      return used ? workspace.range(sheet, used) : null;
    },
    ...eventMethods<Sheet>(
      {
        DataChanged: EVENT_TYPE.worksheetChanged,
        SelectionChanged: EVENT_TYPE.worksheetSelectionChanged,
        Activated: EVENT_TYPE.worksheetActivated,
        Deactivated: EVENT_TYPE.worksheetDeactivated,
        Calculated: EVENT_TYPE.worksheetCalculated,
      },
      (sheet, workspace) => workspace.sheetId(sheet),
    ),
  },
};

function rename(sheet: Sheet, value: unknown, workspace: Workspace): void {
  requireOpenStructure(sheet.book);
  const name = textArgument(value);
  checkSheetName(sheet.book, name, sheet);
  const before = sheet.name;
  sheet.name = name;
  mapFormulas(sheet.book, (formula) => renameSheetIn(formula, before, name));
  workspace.edited = true;
}

function move(sheet: Sheet, value: unknown): void {
  const { book } = sheet;
  requireOpenStructure(book);
  const position = integerArgument(value);
  if (position < 0 || position >= book.sheets.length) throw invalidArgument();
  const active = book.sheets[book.activeSheet];
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(position, 0, sheet);
  if (active) book.activeSheet = book.sheets.indexOf(active);
}

function setVisibility(sheet: Sheet, value: unknown): void {
  requireOpenStructure(sheet.book);
  const visibility = wordArgument(value, VISIBILITY);
  if (visibility !== 'Visible') requireAnotherVisible(sheet);
  sheet.visibility = visibility;
  if (visibility !== 'Visible') showAnother(sheet);
}

function remove(sheet: Sheet, _args: unknown[], workspace: Workspace): void {
  const { book } = sheet;
  requireOpenStructure(book);
  // Microsoft: deleting a sheet that is VeryHidden fails with InvalidOperation.
  if (sheet.visibility === 'VeryHidden') throw new ExcelError('InvalidOperation');
  requireAnotherVisible(sheet);
  const active = book.sheets[book.activeSheet];
  mapFormulas(book, (formula, own) => (own === sheet ? formula : loseSheetIn(formula, sheet.name)));
  const names = book.names.filter((name) => name.scope !== sheet);
  refill(book.names, names);
  book.deleteSheet(sheet);
  if (active && active !== sheet) book.activeSheet = book.sheets.indexOf(active);
  else
    book.activeSheet = Math.max(
      0,
      book.sheets.findIndex((other) => other.visibility === 'Visible'),
    );
  workspace.dirty = true;
  workspace.edited = true;
  workspace.raiseForSheet(EVENT_TYPE.worksheetDeleted, sheet, { source: 'Local' });
}

/** A workbook keeps at least one visible sheet. */
function requireAnotherVisible(sheet: Sheet): void {
  const isLast = !sheet.book.sheets.some((other) => other !== sheet && other.visibility === 'Visible');
  if (isLast) throw new ExcelError('InvalidOperation');
}

function showAnother(sheet: Sheet): void {
  const { book } = sheet;
  if (book.sheets[book.activeSheet] !== sheet) return;
  book.activeSheet = Math.max(
    0,
    book.sheets.findIndex((other) => other.visibility === 'Visible'),
  );
}
