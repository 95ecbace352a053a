import type { Workbook, Worksheet } from 'exceljs';
import { unitsOfMinutes } from '../../src/billing/units/unit-table';
import { serialOf } from '../../src/billing/values/day';
import { monthTitle, sessionRows } from './sessions';
import type { SessionRow } from './session-row';

const TITLE = 'Quiet Harbor Massage: sessions 2026';
const REMINDER =
  'No show $60, late cancel (under 24 h) $40, package of 5 $540. Sample data: everybody here is invented.';
export const HEADER_ROW = 3;

interface Column {
  header: string;
  /** Characters. */
  width: number;
  format?: string;
  align?: 'left' | 'center' | 'right';
  indent?: number;
}

/** The therapist's own columns; the letters below follow this order. */
const COLUMNS: readonly Column[] = [
  { header: 'Date', width: 13, format: 'ddd m/d/yy', align: 'left' },
  { header: 'Time', width: 10, format: 'h:mm AM/PM', align: 'left' },
  { header: 'Client', width: 24 },
  { header: 'Min', width: 8, align: 'center' },
  { header: 'CPT', width: 20, align: 'left' },
  { header: 'Dx', width: 19 },
  { header: 'Units', width: 8, align: 'center' },
  { header: 'Insurance', width: 15 },
  { header: 'Charge', width: 11, format: '$#,##0.00', align: 'right' },
  { header: 'Client paid', width: 12, format: '$#,##0.00', align: 'right' },
  { header: 'How', width: 16, indent: 1 },
  { header: 'Status', width: 12 },
  { header: 'Notes', width: 44 },
];

const HEADER_FILL = 'FF3E6B70';
const TOTAL_FILL = 'FFE3ECEC';
/** Colours that the therapist gives to a session that was not held. */
const STATUS_FILLS: Record<string, string> = {
  'no show': 'FFF8D7D3',
  'late cancel': 'FFFCE9CC',
  cancelled: 'FFECECEC',
};

export function addSessionsSheet(book: Workbook): void {
  const sheet = book.addWorksheet('Sessions', {
    views: [{ state: 'frozen', ySplit: HEADER_ROW, showGridLines: true }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.pageSetup.printTitlesRow = `${String(HEADER_ROW)}:${String(HEADER_ROW)}`;
  addHeader(sheet);
  let row = HEADER_ROW + 1;
  for (const [month, sessions] of monthsOf(sessionRows())) {
    const first = row;
    for (const session of sessions) addSession(sheet, row++, session);
    addTotal(sheet, row++, `${month} total`, first, sessions);
    // One empty row before the next month.
    row++;
  }
  sheet.autoFilter = { from: { row: HEADER_ROW, column: 1 }, to: { row: row - 2, column: COLUMNS.length } };
}

function addHeader(sheet: Worksheet): void {
  COLUMNS.forEach(({ width, format, align, indent }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    if (format) column.numFmt = format;
    if (align) column.alignment = { horizontal: align };
    if (indent) column.alignment = { horizontal: 'left', indent };
  });
  const title = sheet.getCell(1, 1);
  title.value = TITLE;
  title.numFmt = 'General';
  title.font = { name: 'Calibri', size: 16, bold: true, color: { argb: HEADER_FILL } };
  sheet.getRow(1).height = 26;
  const reminder = sheet.getCell(2, 1);
  reminder.value = REMINDER;
  reminder.numFmt = 'General';
  reminder.font = { name: 'Calibri', size: 10, italic: true, color: { argb: 'FF6B7785' } };
  COLUMNS.forEach(({ header, align }, index) => {
    const cell = sheet.getCell(HEADER_ROW, index + 1);
    cell.value = header;
    cell.font = { name: 'Calibri', size: 11, bold: true, color: { argb: 'FFFFFFFF' } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: HEADER_FILL } };
    cell.alignment = { vertical: 'middle', ...(align ? { horizontal: align } : {}) };
  });
  sheet.getRow(HEADER_ROW).height = 21;
}

function addSession(sheet: Worksheet, row: number, session: SessionRow): void {
  sheet.getRow(row).values = [
    session.dateText ?? serialOf(session.day),
    session.start === null ? null : session.start / 24,
    session.client,
    session.minutes,
    session.cpt,
    session.dx || null,
    session.units === 'formula' ? null : session.units,
    session.insurance,
    session.charge,
    session.paid,
    session.how || null,
    session.status || null,
    session.notes || null,
  ];
  if (session.units === 'formula' && typeof session.minutes === 'number') {
    sheet.getCell(row, 7).value = {
      formula: unitsFormula(`D${String(row)}`, `E${String(row)}`),
      result: unitsOfMinutes(session.minutes),
    };
  }
  const fill = STATUS_FILLS[session.status];
  if (!fill) return;
  COLUMNS.forEach((_, index) => {
    sheet.getCell(row, index + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } };
  });
}

/** `=CLAIM.BILLABLE_UNITS(D4,E4)`, in the words that Excel uses for an add-in's function in the file. */
function unitsFormula(minutes: string, code: string): string {
  return `_xldudf_CLAIM_BILLABLE_UNITS(${minutes},${code})`;
}

function addTotal(sheet: Worksheet, row: number, label: string, first: number, sessions: SessionRow[]): void {
  sheet.getCell(row, 3).value = label;
  const sums: [column: number, letter: string, of: (session: SessionRow) => number | null][] = [
    [9, 'I', (session) => session.charge],
    [10, 'J', (session) => session.paid],
  ];
  for (const [column, letter, of] of sums) {
    sheet.getCell(row, column).value = {
      formula: `SUM(${letter}${String(first)}:${letter}${String(row - 1)})`,
      result: sessions.reduce((sum, session) => sum + (of(session) ?? 0), 0),
    };
  }
  COLUMNS.forEach((_, index) => {
    const cell = sheet.getCell(row, index + 1);
    cell.font = { name: 'Calibri', size: 11, bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: TOTAL_FILL } };
    cell.border = { top: { style: 'thin', color: { argb: HEADER_FILL } } };
  });
}

function monthsOf(sessions: readonly SessionRow[]): Map<string, SessionRow[]> {
  const months = new Map<string, SessionRow[]>();
  for (const session of sessions) {
    const title = monthTitle(session.day);
    months.set(title, [...(months.get(title) ?? []), session]);
  }
  return months;
}
