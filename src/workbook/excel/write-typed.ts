import type { TypedCell } from '../plan/plan';
import type { GridValue } from '../sessions/grid';
import { cellInput } from './cell-input';
import { ACTION_BYTES, type ExcelStep } from './excel-step';

/** Writes cells by their addresses; what stood there is read by the same request, as `cellSteps` does. */
export function typedSteps(cells: readonly TypedCell[]): ExcelStep[] {
  return cells.map((cell) => ({
    bytes: 6 * ACTION_BYTES + String(cell.after).length * 2,
    run: (context) => {
      const { sheet, row, column, before, after, format } = cell;
      const range = () =>
        context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row - 1, column - 1, 1, 1);
      const stood = range().load('formulas,numberFormat');
      const written = range();
      if (format && format.after !== format.before) written.numberFormat = [[format.after]];
      written.values = [[after === '' ? '' : cellInput(after, format?.after ?? 'General')]];
      return () => {
        const value = (stood.formulas[0]?.[0] ?? '') as GridValue;
        return String(value) === String(before) ? [] : [{ is: 'cell back', sheet, row, column, value }];
      };
    },
  }));
}
