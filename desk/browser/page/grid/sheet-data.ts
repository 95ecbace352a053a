import { BooleanNumber } from '@univerjs/presets';
import type { IFreeze, IRange, IWorkbookData, IWorksheetData } from '@univerjs/presets';
import type { Area } from '../../../book/book';
import type { BookView, CellView, SheetFrame, SheetView } from '../../view/view';
import type { CellData } from './cell-data';

export const WORKBOOK = 'workbook';

/** As a new workbook of Excel has them, in pixels. */
export const STANDARD = { width: 64, height: 20 };

export const pixels = (points: number): number => Math.round((points * 4) / 3);
export const points = (wide: number): number => (wide * 3) / 4;

export function workbookData(view: BookView, data: CellData): Partial<IWorkbookData> {
  return {
    id: WORKBOOK,
    name: view.fileName,
    defaultStyle: data.defaultStyle,
    sheetOrder: view.sheets.map(({ id }) => id),
    sheets: Object.fromEntries(view.sheets.map((sheet) => [sheet.id, sheetData(sheet, data)])),
  };
}

export function sheetData(sheet: SheetView, data: CellData): Partial<IWorksheetData> {
  const { rows, columns } = extent(sheet);
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visible ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    tabColor: sheet.tabColor ?? '',
    showGridlines: sheet.showGridlines ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    rowCount: rows,
    columnCount: columns,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    rightToLeft: BooleanNumber.FALSE,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    defaultColumnWidth: STANDARD.width,
    defaultRowHeight: STANDARD.height,
    freeze: freezeData(sheet.freeze),
    mergeData: sheet.merges.map(rangeData),
    rowData: rowData(sheet, data),
    columnData: columnData(sheet, data),
    cellData: matrix(sheet.cells, data),
  };
}

/** What can be scrolled to: room to go on typing. */
export function extent({ used }: SheetFrame): { rows: number; columns: number } {
  return { rows: Math.max(200, used.rows + 100), columns: Math.max(26, used.columns + 6) };
}

export function matrix(cells: readonly CellView[], data: CellData): IWorksheetData['cellData'] {
  const lines: IWorksheetData['cellData'] = {};
  for (const cell of cells) (lines[cell[0]] ??= {})[cell[1]] = data.cell(cell);
  return lines;
}

export function rowData(sheet: SheetFrame, data: CellData): IWorksheetData['rowData'] {
  return Object.fromEntries(
    sheet.rows.map(({ row, height, hidden, style }) => [
      row,
      {
        ...(height === null ? { ia: BooleanNumber.TRUE } : { h: pixels(height), ia: BooleanNumber.FALSE }),
        hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
        ...(style !== null && { s: data.style(style) }),
      },
    ]),
  );
}

export function columnData(sheet: SheetFrame, data: CellData): IWorksheetData['columnData'] {
  return Object.fromEntries(
    sheet.columns.map(({ column, width, hidden, style }) => [
      column,
      {
        w: width === null ? STANDARD.width : pixels(width),
        hd: hidden ? BooleanNumber.TRUE : BooleanNumber.FALSE,
        ...(style !== null && { s: data.style(style) }),
      },
    ]),
  );
}

export function freezeData(freeze: SheetFrame['freeze']): IFreeze {
  const { rows = 0, columns = 0 } = freeze ?? {};
  return {
    xSplit: columns,
    ySplit: rows,
    startRow: rows === 0 ? -1 : rows,
    startColumn: columns === 0 ? -1 : columns,
  };
}

export function rangeData({ row, column, rows, columns }: Area): IRange {
  return { startRow: row, startColumn: column, endRow: row + rows - 1, endColumn: column + columns - 1 };
}
