import { cellKey, LIMITS, type Area, type Cell, type Sheet } from '../../book/book';
import { cellsOf, contains, intersection, isInGrid, isUnbounded } from '../../book/areas';
import { moveRelative } from '../../book/references';
import { invalidArgument, unsupported } from '../errors';
import type { RangeTarget } from '../targets';
import { refill } from '../../book/lists';
import { plainStyle } from '../../book/styles';

export const COPY_TYPES = ['All', 'Formulas', 'Values', 'Formats', 'Link'] as const;
type CopyType = Exclude<(typeof COPY_TYPES)[number], 'Link'>;

/**
 * Copies cells as Excel pastes them: a smaller target grows to the source's size, a target of whole multiples is
 * filled by repetition, references of formulas move along. Answers the area written.
 */
export function copyCells(source: RangeTarget, target: RangeTarget, what: CopyType): Area {
  if (isWholeRows(source.area) && isWholeRows(target.area)) return copyWholeRows(source, target, what);
  if (isUnbounded(source.area) || isUnbounded(target.area)) {
    throw unsupported('Range.copyFrom of whole columns, or of whole rows into part of a row');
  }
  const area = pastedArea(source.area, target.area);
  const cells = snapshot(source);
  for (const at of cellsOf(area)) {
    const r = (at.row - area.row) % source.area.rows;
    const c = (at.column - area.column) % source.area.columns;
    const cell = cells[r]?.[c];
    const rows = at.row - (source.area.row + r);
    const columns = at.column - (source.area.column + c);
    if (!cell && isUntouched(target.sheet, at)) continue;
    if (what !== 'Formats') pasteContent(target, at, cell, what === 'Values', rows, columns);
    if (what === 'All' || what === 'Formats') target.sheet.setStyle(at.row, at.column, cell?.style ?? 0);
  }
  if (what === 'All' || what === 'Formats') copyMerges(source, target, area);
  return area;
}

/** Nothing is there, and nothing would be: most of a page of a form. */
function isUntouched(sheet: Sheet, { row, column }: { row: number; column: number }): boolean {
  return sheet.cell(row, column) === undefined && sheet.emptyStyle(row, column) === plainStyle;
}

function isWholeRows(area: Area): boolean {
  return area.columns === LIMITS.columns && area.rows < LIMITS.rows;
}

/** Whole rows bring their heights with them. */
function copyWholeRows(source: RangeTarget, target: RangeTarget, what: CopyType): Area {
  const widths = [source.sheet, target.sheet].map((sheet) => {
    const used = sheet.usedArea(false);
    return used ? used.column + used.columns : 1;
  });
  const narrow = ({ sheet, area }: RangeTarget): RangeTarget => ({
    sheet,
    area: { ...area, columns: Math.max(...widths) },
  });
  const heights = rowsOf(source.area).map((row) => source.sheet.rowFormats.get(row));
  const area = copyCells(narrow(source), narrow(target), what);
  if (what === 'All' || what === 'Formats') {
    rowsOf(area).forEach((row, index) => {
      const format = heights[index % heights.length];
      if (format) target.sheet.rowFormats.set(row, { ...format });
      else target.sheet.rowFormats.delete(row);
    });
  }
  return { ...area, columns: LIMITS.columns };
}

function rowsOf(area: Area): number[] {
  return Array.from({ length: area.rows }, (_, index) => area.row + index);
}

function pastedArea(source: Area, target: Area): Area {
  const repeats = target.rows % source.rows === 0 && target.columns % source.columns === 0;
  const area = repeats ? target : { ...target, rows: source.rows, columns: source.columns };
  if (!isInGrid(area)) throw invalidArgument();
  return area;
}

/** The source as it was, for a target that overlaps it. */
function snapshot({
  sheet,
  area,
}: RangeTarget): (Pick<Cell, 'value' | 'formula' | 'formulaKind' | 'style'> | undefined)[][] {
  const lines = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    const line = [];
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = sheet.cell(row, column);
      line.push(cell && { ...cell });
    }
    lines.push(line);
  }
  return lines;
}

function pasteContent(
  { sheet }: RangeTarget,
  at: { row: number; column: number },
  cell: Pick<Cell, 'value' | 'formula' | 'formulaKind'> | undefined,
  valuesOnly: boolean,
  rows: number,
  columns: number,
): void {
  if (cell?.formula != null && !valuesOnly) {
    const kind = cell.formulaKind === 'Intersecting' ? cell.formulaKind : undefined;
    sheet.setFormula(at.row, at.column, moveRelative(cell.formula, rows, columns), kind);
  } else if (cell?.value != null) sheet.setValue(at.row, at.column, cell.value);
  else sheet.clearCell(at.row, at.column, { contents: true, formats: false });
}

function copyMerges(source: RangeTarget, target: RangeTarget, area: Area): void {
  const merges = source.sheet.merges.filter((merge) => contains(source.area, merge));
  const kept = target.sheet.merges.filter((merge) => !intersection(merge, area) || merges.includes(merge));
  const taken = new Set(kept.map((merge) => cellKey(merge.row, merge.column)));
  for (let row = area.row; row < area.row + area.rows; row += source.area.rows) {
    for (let column = area.column; column < area.column + area.columns; column += source.area.columns) {
      for (const merge of merges) {
        const moved = {
          ...merge,
          row: row + merge.row - source.area.row,
          column: column + merge.column - source.area.column,
        };
        if (!taken.has(cellKey(moved.row, moved.column))) kept.push(moved);
      }
    }
  }
  refill(target.sheet.merges, kept);
}
