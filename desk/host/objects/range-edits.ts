import { LIMITS, type Area, type Sheet, type Shift } from '../../book/book';
import { cellsOf, intersection, isInGrid, isUnbounded } from '../../book/areas';
import { tears } from '../../book/structure';
import { booleanArgument, isMissing, optionalRange, wordArgument } from '../arguments';
import { copyCells, COPY_TYPES } from '../cells/copy';
import { findRange } from '../cells/find-range';
import { requireUnlocked, requireUnprotected } from '../cells/protection';
import { nameColumns } from '../cells/tables';
import { shiftRange } from '../cells/shift-range';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument, unsupported } from '../errors';
import type { RangeTarget } from '../targets';
import type { Workspace } from '../workspace';
import { refill } from '../../book/lists';

const CLEAR = ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'] as const;

/** The methods of a range that change cells. */
export const rangeEdits: NonNullable<ClassSpec<RangeTarget>['methods']> = {
  Clear({ sheet, area }, [applyTo], workspace) {
    const what = isMissing(applyTo) ? 'All' : wordArgument(applyTo, CLEAR);
    if (what !== 'All' && what !== 'Formats' && what !== 'Contents')
      throw unsupported(`Range.clear('${what}')`);
    if (what === 'Contents') requireUnlocked(sheet, area);
    else requireUnprotected(sheet);
    clearCells(sheet, area, { contents: what !== 'Formats', formats: what !== 'Contents' });
    if (what === 'Formats') return;
    for (const table of sheet.tables) {
      if (intersection({ ...table.area, rows: 1 }, area)) nameColumns(table);
    }
    workspace.changed(sheet, area);
  },
  Insert({ sheet, area }, [shift], workspace) {
    const way = wordArgument(shift, ['Down', 'Right'] as const);
    shiftOrRefuse(sheet, area, way, workspace);
    takeFormatsBefore(sheet, area, way);
    const whole = isUnbounded(area);
    workspace.changed(sheet, area, {
      changeType: whole ? (way === 'Down' ? 'RowInserted' : 'ColumnInserted') : 'CellInserted',
      shiftDirection: way === 'Down' ? 'ShiftCellDown' : 'ShiftCellRight',
    });
    return workspace.range(sheet, area);
  },
  Delete({ sheet, area }, [shift], workspace) {
    const way = wordArgument(shift, ['Up', 'Left'] as const);
    const deleted = { ...area };
    shiftOrRefuse(sheet, deleted, way, workspace);
    const whole = isUnbounded(deleted);
    workspace.changed(sheet, deleted, {
      changeType: whole ? (way === 'Up' ? 'RowDeleted' : 'ColumnDeleted') : 'CellDeleted',
      shiftDirection: way === 'Up' ? 'ShiftCellUp' : 'ShiftCellLeft',
    });
  },
  CopyFrom({ sheet, area }, [source, type, skipBlanks, transpose], workspace) {
    if (booleanArgument(skipBlanks, false)) throw unsupported('Range.copyFrom that skips blanks');
    if (booleanArgument(transpose, false)) throw unsupported('Range.copyFrom that transposes');
    const from = optionalRange(source) ?? findRange(workspace.book, sheet, source);
    const what = isMissing(type) ? 'All' : wordArgument(type, COPY_TYPES);
    if (what === 'Link') throw unsupported("Range.copyFrom('Link')");
    if (what === 'All' || what === 'Formats') requireUnprotected(sheet);
    else requireUnlocked(sheet, area);
    const written = copyCells(from, { sheet, area }, what);
    for (const table of sheet.tables) {
      if (intersection({ ...table.area, rows: 1 }, written)) nameColumns(table);
    }
    workspace.changed(sheet, written);
  },
  Merge({ sheet, area }, [across]) {
    requireUnprotected(sheet);
    if (sheet.tables.some((table) => intersection(table.area, area)))
      throw new ExcelError('InvalidOperation');
    const rows = booleanArgument(across, false)
      ? Array.from({ length: area.rows }, (_, index) => ({ ...area, row: area.row + index, rows: 1 }))
      : [area];
    for (const row of rows) mergeCells(sheet, row);
  },
  Unmerge({ sheet, area }) {
    requireUnprotected(sheet);
    removeMerges(sheet, area);
  },
};

function clearCells(sheet: Sheet, area: Area, what: { contents: boolean; formats: boolean }): void {
  if (what.formats) removeMerges(sheet, area);
  if (!isUnbounded(area)) {
    for (const { row, column } of cellsOf(area)) sheet.clearCell(row, column, what);
    return;
  }
  for (const { row, column } of [...sheet.entries()]) {
    if (intersection(area, { row, column, rows: 1, columns: 1 })) sheet.clearCell(row, column, what);
  }
  if (what.formats && area.rows === LIMITS.rows) {
    for (const [column, format] of sheet.columnFormats) {
      if (column >= area.column && column < area.column + area.columns) format.style = 0;
    }
  }
}

function shiftOrRefuse(sheet: Sheet, area: Area, shift: Shift, workspace: Workspace): void {
  requireUnprotected(sheet);
  const apart = [...sheet.tables.map((table) => table.area), ...sheet.merges];
  if (apart.some((one) => tears(one, area, shift))) throw new ExcelError('InsertDeleteConflict');
  if (shift === 'Right' || shift === 'Left') {
    const inTable = sheet.tables.some((table) => intersection(table.area, area) && !isUnbounded(area));
    if (inTable) throw new ExcelError('InsertDeleteConflict');
  }
  const used = sheet.usedArea(true);
  const grows = shift === 'Down' || shift === 'Right';
  if (grows && used && !fitsAfter(used, area, shift)) throw new ExcelError('InsertDeleteConflict');
  const columnsOf = new Map(sheet.tables.map((table) => [table, { ...table.area }]));
  shiftRange(sheet, area, shift, workspace);
  for (const [table, before] of columnsOf) {
    if (table.area.columns === before.columns || !sheet.tables.includes(table)) continue;
    followColumns(table, before, area);
  }
}

/** A table's columns after whole columns of the sheet were inserted into it or deleted from it. */
function followColumns(table: Sheet['tables'][number], before: Area, area: Area): void {
  const at = Math.max(0, area.column - before.column);
  const count = table.area.columns - before.columns;
  if (count > 0) {
    const added = Array.from({ length: count }, () => ({ name: '', formula: null }));
    table.columns.splice(at, 0, ...added);
  } else table.columns.splice(at, -count);
  nameColumns(table);
}

function fitsAfter(used: Area, area: Area, shift: Shift): boolean {
  return isInGrid(
    shift === 'Down'
      ? { ...used, rows: used.rows + area.rows }
      : { ...used, columns: used.columns + area.columns },
  );
}

/** New cells look like the ones above them, or to their left. */
function takeFormatsBefore(sheet: Sheet, area: Area, way: 'Down' | 'Right'): void {
  const back = way === 'Down' ? { row: area.row - 1, column: 0 } : { row: 0, column: area.column - 1 };
  if (back.row < 0 || back.column < 0) return;
  for (const { row, column, cell } of [...sheet.entries()]) {
    const isBefore = way === 'Down' ? row === back.row : column === back.column;
    if (!isBefore || cell.style === 0) continue;
    const target = way === 'Down' ? { ...area, column, columns: 1 } : { ...area, row, rows: 1 };
    if (!intersection(target, area)) continue;
    for (const at of cellsOf(target)) sheet.setStyle(at.row, at.column, cell.style);
  }
}

/** Merges; only the first cell keeps its content. */
function mergeCells(sheet: Sheet, area: Area): void {
  if (isUnbounded(area)) throw invalidArgument();
  removeMerges(sheet, area);
  if (area.rows * area.columns === 1) return;
  for (const { row, column } of cellsOf(area)) {
    if (row !== area.row || column !== area.column) {
      sheet.clearCell(row, column, { contents: true, formats: false });
    }
  }
  sheet.merges.push({ ...area });
}

function removeMerges(sheet: Sheet, area: Area): void {
  const kept = sheet.merges.filter((merge) => !intersection(merge, area));
  refill(sheet.merges, kept);
}
