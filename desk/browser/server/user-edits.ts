import { LIMITS, type Area, type Sheet } from '../../book/book';
import { boundingArea } from '../../book/areas';
import { writeCells } from '../../host/cells/write';
import { requireUnprotected } from '../../host/cells/protection';
import { ExcelError } from '../../host/errors';
import { rangeEdits } from '../../host/objects/range-edits';
import { rangeFormat } from '../../host/objects/range-format';
import { worksheet } from '../../host/objects/worksheet';
import { worksheetCollection } from '../../host/objects/worksheet-collection';
import type { Workspace } from '../../host/workspace';
import type { Entry, UserEdit } from '../view/messages';

/** Does what the user did in a grid, with the same code that does it for the add-in. */
export function applyUserEdit(workspace: Workspace, edit: UserEdit): void {
  workspace.byUser(() => {
    switch (edit.kind) {
      case 'write':
        return write(workspace, sheetOf(workspace, edit.sheet), edit.cells);
      case 'insert':
      case 'delete':
        return shift(workspace, sheetOf(workspace, edit.sheet), edit);
      case 'add sheet':
        return addSheet(workspace, edit.position);
      case 'delete sheet':
        return call(worksheet.methods, 'Delete', sheetOf(workspace, edit.sheet), [], workspace);
      case 'rename sheet':
        return set(worksheet.properties, 'Name', sheetOf(workspace, edit.sheet), edit.name, workspace);
      case 'move sheet':
        return set(
          worksheet.properties,
          'Position',
          sheetOf(workspace, edit.sheet),
          edit.position,
          workspace,
        );
      case 'show sheet': {
        const value = edit.visible ? 'Visible' : 'Hidden';
        return set(worksheet.properties, 'Visibility', sheetOf(workspace, edit.sheet), value, workspace);
      }
      case 'column width': {
        const { first: column, last, width } = edit;
        const area = { row: 0, column, rows: LIMITS.rows, columns: last - column + 1 };
        return resize(workspace, sheetOf(workspace, edit.sheet), area, 'ColumnWidth', width);
      }
      case 'row height': {
        const { first: row, last, height } = edit;
        const area = { row, column: 0, rows: last - row + 1, columns: LIMITS.columns };
        return resize(workspace, sheetOf(workspace, edit.sheet), area, 'RowHeight', height);
      }
      case 'freeze': {
        const sheet = sheetOf(workspace, edit.sheet);
        requireUnprotected(sheet);
        const { rows, columns } = edit;
        sheet.freeze = rows + columns === 0 ? null : { rows, columns };
        return;
      }
    }
  });
  workspace.edited = true;
}

/** Cells that lie together are one edit and one event, as a paste is in Excel. */
function write(workspace: Workspace, sheet: Sheet, cells: readonly Entry[]): void {
  const areas = cells.map(([row, column]): Area => ({ row, column, rows: 1, columns: 1 }));
  const [first, ...rest] = areas;
  if (!first) return;
  const area = rest.reduce(boundingArea, first);
  const inputs: (string | null)[][] = Array.from({ length: area.rows }, () =>
    Array.from({ length: area.columns }, () => null),
  );
  for (const [row, column, input] of cells) {
    const line = inputs[row - area.row];
    if (line) line[column - area.column] = input;
  }
  writeCells(sheet, area, inputs, workspace);
  for (const [row, column, , numberFormat] of cells) {
    const cell = sheet.cell(row, column);
    if (!cell || numberFormat === undefined || sheet.styleOf(row, column).numberFormat !== 'General')
      continue;
    sheet.setStyle(row, column, sheet.book.styles.derive(cell.style, { numberFormat }));
  }
}

function shift(
  workspace: Workspace,
  sheet: Sheet,
  edit: Extract<UserEdit, { kind: 'insert' | 'delete' }>,
): void {
  const whole = { ...edit.area };
  if (edit.shift === 'Down' || edit.shift === 'Up')
    Object.assign(whole, { column: 0, columns: LIMITS.columns });
  else Object.assign(whole, { row: 0, rows: LIMITS.rows });
  const method = edit.kind === 'insert' ? 'Insert' : 'Delete';
  call(rangeEdits, method, { sheet, area: whole }, [edit.shift], workspace);
}

function addSheet(workspace: Workspace, position: number): void {
  const { book } = workspace;
  const before = new Set(book.sheets);
  call(worksheetCollection.methods, 'Add', book, [], workspace);
  const added = book.sheets.find((sheet) => !before.has(sheet));
  if (!added) return;
  set(worksheet.properties, 'Position', added, Math.min(position, book.sheets.length - 1), workspace);
  workspace.activate(added);
}

function resize(workspace: Workspace, sheet: Sheet, area: Area, property: string, points: number): void {
  set(rangeFormat.properties, property, { sheet, area }, points, workspace);
}

/** Sheets are named by the id that the host gives them. */
export function sheetOf(workspace: Workspace, id: string): Sheet {
  const found = workspace.book.sheets.find((sheet) => workspace.sheetId(sheet) === id);
  if (!found) throw new ExcelError('ItemNotFound');
  return found;
}

type Methods<T> = Record<string, (target: T, args: unknown[], workspace: Workspace) => unknown>;
type Properties<T> = Record<string, { set?: (target: T, value: unknown, workspace: Workspace) => void }>;

function call<T>(
  methods: Methods<T> | undefined,
  name: string,
  target: T,
  args: unknown[],
  workspace: Workspace,
): void {
  methods?.[name]?.(target, args, workspace);
}

function set<T>(
  properties: Properties<T> | undefined,
  name: string,
  target: T,
  value: unknown,
  workspace: Workspace,
): void {
  properties?.[name]?.set?.(target, value, workspace);
}

/** What Excel's refusals mean to the person in front of the grid. */
export function refusalWords(error: unknown): string | null {
  if (!(error instanceof ExcelError)) return null;
  switch (error.code) {
    case 'AccessDenied':
      return 'The sheet or the workbook is protected, so this cannot be changed.';
    case 'ItemAlreadyExists':
      return 'There is a sheet of this name already.';
    case 'InsertDeleteConflict':
      return 'This would tear a table or a merged cell apart.';
    default:
      return 'Excel does not allow this here.';
  }
}
