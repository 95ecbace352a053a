import type { PlainColumn, PlainSheet } from '../plan/plan';
import { cellOf } from '../tables/cell-values';
import { addSheet } from './add-sheet';
import { cellInput, type CellInput } from './cell-input';
import { setNumberFormat } from './looks';
import { ACTION_BYTES, type ExcelStep } from './excel-step';

const HEADER_COLOR = '#2F5D62';

/** The steps that make a sheet of plain cells: formats first, so that Excel takes each value as it is meant. */
export function plainSheetSteps(
  { name, columns, rows }: PlainSheet,
  date1904: boolean,
  mark: string,
): ExcelStep[] {
  const grid: CellInput[][] = [
    columns.map(({ header }) => cellInput(header, 'General')),
    ...rows.map((row) => columns.map((column, index) => inputOf(column, row[index] ?? null, date1904))),
  ];
  return [
    {
      bytes: JSON.stringify(grid).length * 1.1 + columns.length * 2 * ACTION_BYTES,
      run: (context) => {
        const sheet = addSheet(context, name, mark);
        columns.forEach(({ width, format }, index) => {
          setNumberFormat(sheet.getRangeByIndexes(1, index, Math.max(1, rows.length), 1), format);
          sheet.getRangeByIndexes(0, index, 1, 1).getEntireColumn().format.columnWidth = width;
        });
        sheet.getRangeByIndexes(0, 0, grid.length, columns.length).values = grid;
        const header = sheet.getRangeByIndexes(0, 0, 1, columns.length);
        header.format.font.bold = true;
        header.format.font.color = '#FFFFFF';
        header.format.fill.color = HEADER_COLOR;
        sheet.freezePanes.freezeRows(1);
      },
    },
  ];
}

function inputOf(
  { holds, format }: PlainColumn,
  value: string | number | null,
  date1904: boolean,
): CellInput {
  if (value === null || holds === 'formula') return value;
  if (holds === 'date' && typeof value === 'number') return cellOf({ kind: 'day' }, value, date1904);
  return cellInput(value, format);
}
