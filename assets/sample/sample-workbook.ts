import ExcelJS from 'exceljs';
import { addMileageSheet } from './mileage-sheet';
import { addOwnTables } from './own-tables';
import { addSessionsSheet } from './sessions-sheet';

/** Three months of an invented massage practice in Washington State, and Claimsheet's tables filled for it. */
export function sampleWorkbook(): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  book.creator = 'Quiet Harbor Massage';
  book.created = new Date(Date.UTC(2026, 7, 1));
  book.modified = new Date(Date.UTC(2026, 9, 31));
  addSessionsSheet(book);
  addMileageSheet(book);
  addOwnTables(book);
  return book;
}
