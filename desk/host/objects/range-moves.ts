import { LIMITS, type Area } from '../../book/book';
import { boundingArea, intersection } from '../../book/areas';
import { gridArea, integerArgument, optionalRange } from '../arguments';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument } from '../errors';
import type { HostObject, RangeTarget } from '../targets';
import { findRange, usedRange } from '../cells/find-range';
import type { Workspace } from '../workspace';

/** The methods of a range that answer another range. */
export const rangeMoves: NonNullable<ClassSpec<RangeTarget>['methods']> = {
  // Microsoft: the cell may lie outside its parent range, as long as it stays within the grid.
  GetCell: ({ sheet, area }, [row, column], workspace) =>
    workspace.range(
      sheet,
      gridArea({
        row: area.row + integerArgument(row),
        column: area.column + integerArgument(column),
        rows: 1,
        columns: 1,
      }),
    ),
  GetRow: (target, [row], workspace) => rowOf(target, integerArgument(row), workspace),
  GetColumn: (target, [column], workspace) => columnOf(target, integerArgument(column), workspace),
  GetLastRow: (target, _args, workspace) => rowOf(target, target.area.rows - 1, workspace),
  GetLastColumn: (target, _args, workspace) => columnOf(target, target.area.columns - 1, workspace),
  GetLastCell: ({ sheet, area }, _args, workspace) =>
    workspace.range(sheet, {
      row: area.row + area.rows - 1,
      column: area.column + area.columns - 1,
      rows: 1,
      columns: 1,
    }),
  GetEntireRow: ({ sheet, area }, _args, workspace) =>
    workspace.range(sheet, { ...area, column: 0, columns: LIMITS.columns }),
  GetEntireColumn: ({ sheet, area }, _args, workspace) =>
    workspace.range(sheet, { ...area, row: 0, rows: LIMITS.rows }),
  GetOffsetRange: ({ sheet, area }, [rows, columns], workspace) =>
    workspace.range(
      sheet,
      gridArea({
        ...area,
        row: area.row + integerArgument(rows),
        column: area.column + integerArgument(columns),
      }),
    ),
  GetResizedRange: ({ sheet, area }, [rows, columns], workspace) =>
    workspace.range(
      sheet,
      gridArea({
        ...area,
        rows: area.rows + integerArgument(rows),
        columns: area.columns + integerArgument(columns),
      }),
    ),
  GetAbsoluteResizedRange: ({ sheet, area }, [rows, columns], workspace) =>
    workspace.range(
      sheet,
      gridArea({ ...area, rows: integerArgument(rows), columns: integerArgument(columns) }),
    ),
  GetRowsAbove: (target, [count], workspace) =>
    beside(target, integerArgument(count, 1), workspace, (area, n) => ({
      ...area,
      row: area.row - n,
      rows: n,
    })),
  GetRowsBelow: (target, [count], workspace) =>
    beside(target, integerArgument(count, 1), workspace, (area, n) => ({
      ...area,
      row: area.row + area.rows,
      rows: n,
    })),
  GetColumnsBefore: (target, [count], workspace) =>
    beside(target, integerArgument(count, 1), workspace, (area, n) => ({
      ...area,
      column: area.column - n,
      columns: n,
    })),
  GetColumnsAfter: (target, [count], workspace) =>
    beside(target, integerArgument(count, 1), workspace, (area, n) => ({
      ...area,
      column: area.column + area.columns,
      columns: n,
    })),
  GetBoundingRect: (target, [other], workspace) => {
    const another = anotherRange(target, other, workspace);
    return workspace.range(target.sheet, boundingArea(target.area, another.area));
  },
  GetIntersection: (target, [other], workspace) => {
    const common = intersection(target.area, anotherRange(target, other, workspace).area);
    if (!common) throw new ExcelError('ItemNotFound');
    return workspace.range(target.sheet, common);
  },
  GetIntersectionOrNullObject: (target, [other], workspace) => {
    const common = intersection(target.area, anotherRange(target, other, workspace).area);
    return common ? workspace.range(target.sheet, common) : null;
  },
  GetUsedRange: ({ sheet, area }, [valuesOnly], workspace) => {
    const used = usedRange(sheet, valuesOnly === true, area);
    if (!used) throw new ExcelError('ItemNotFound');
    return workspace.range(sheet, used);
  },
  GetUsedRangeOrNullObject: ({ sheet, area }, [valuesOnly], workspace) => {
    const used = usedRange(sheet, valuesOnly === true, area);
    return used ? workspace.range(sheet, used) : null;
  },
  GetSpillingToRangeOrNullObject: ({ sheet, area }, _args, workspace) => {
    const spill = sheet.cell(area.row, area.column)?.spill;
    return spill ? workspace.range(sheet, { ...area, ...spill }) : null;
  },
};

function rowOf({ sheet, area }: RangeTarget, row: number, workspace: Workspace): HostObject {
  return workspace.range(sheet, gridArea({ ...area, row: area.row + row, rows: 1 }));
}

function columnOf({ sheet, area }: RangeTarget, column: number, workspace: Workspace): HostObject {
  return workspace.range(sheet, gridArea({ ...area, column: area.column + column, columns: 1 }));
}

function beside(
  { sheet, area }: RangeTarget,
  count: number,
  workspace: Workspace,
  place: (area: Area, count: number) => Area,
): HostObject {
  if (count <= 0) throw invalidArgument();
  return workspace.range(sheet, gridArea(place(area, count)));
}

/** A range argument is a range object or an address; it must lie on the same sheet. */
function anotherRange(target: RangeTarget, other: unknown, workspace: Workspace): RangeTarget {
  const another = optionalRange(other) ?? findRange(workspace.book, target.sheet, other);
  if (another.sheet !== target.sheet) throw invalidArgument();
  return another;
}
