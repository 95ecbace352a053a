import type { Area, Sheet } from '../../book/book';
import { cellsOf, isUnbounded } from '../../book/areas';
import { ExcelError } from '../errors';

/** On a protected sheet only unlocked cells can be written. */
export function requireUnlocked(sheet: Sheet, area: Area): void {
  if (!sheet.isProtected) return;
  if (isUnbounded(area)) throw new ExcelError('AccessDenied');
  for (const { row, column } of cellsOf(area)) {
    if (sheet.styleOf(row, column).locked) throw new ExcelError('AccessDenied');
  }
}

/** Formats, rows, columns, tables and the page of a protected sheet cannot be changed. */
export function requireUnprotected(sheet: Sheet): void {
  if (sheet.isProtected) throw new ExcelError('AccessDenied');
}

/** With its structure protected, a workbook's sheets cannot be added, deleted, renamed, moved, hidden. */
export function requireOpenStructure(sheet: { structureProtected: boolean }): void {
  if (sheet.structureProtected) throw new ExcelError('AccessDenied');
}
