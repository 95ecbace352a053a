import { LIMITS, type Sheet } from '../../book/book';
import { integerArgument, optionalRange } from '../arguments';
import { findRange } from '../cells/find-range';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import type { HostObject } from '../targets';
import type { Workspace } from '../workspace';

export const worksheetFreezePanes: ClassSpec<Sheet> = {
  methods: {
    FreezeRows: (sheet, [count]) => freeze(sheet, integerArgument(count), 0),
    FreezeColumns: (sheet, [count]) => freeze(sheet, 0, integerArgument(count)),
    // Microsoft: the range holds the cells of the top and left pane.
    FreezeAt(sheet, [range], workspace) {
      const { area } = optionalRange(range) ?? findRange(workspace.book, sheet, range);
      const rows = area.rows === LIMITS.rows ? 0 : area.row + area.rows;
      const columns = area.columns === LIMITS.columns ? 0 : area.column + area.columns;
      freeze(sheet, rows, columns);
    },
    Unfreeze(sheet) {
      sheet.freeze = null;
    },
    GetLocation(sheet, _args, workspace) {
      const found = location(sheet, workspace);
      if (!found) throw new ExcelError('ItemNotFound');
      return found;
    },
    GetLocationOrNullObject: (sheet, _args, workspace) => location(sheet, workspace),
  },
};

function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0 || rows >= LIMITS.rows || columns >= LIMITS.columns) throw invalidArgument();
  sheet.freeze = rows + columns === 0 ? null : { rows, columns };
}

function location(sheet: Sheet, workspace: Workspace): HostObject | null {
  const { freeze: frozen } = sheet;
  if (!frozen) return null;
  return workspace.range(sheet, {
    row: 0,
    column: 0,
    rows: frozen.rows || LIMITS.rows,
    columns: frozen.columns || LIMITS.columns,
  });
}
