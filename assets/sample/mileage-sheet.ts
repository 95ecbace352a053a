import type { Workbook } from 'exceljs';
import { serialOf } from '../../src/billing/values/day';
import { dayFrom } from './sessions';

/** A sheet of the therapist's own that has dates and money, but no sessions. */
const TRIPS: readonly [on: string, where: string, why: string, miles: number][] = [
  ['2026-08-03', 'Linen service', 'sheets + face cradle covers', 6.2],
  ['2026-08-10', 'Linen service', 'sheets', 6.2],
  ['2026-08-13', 'Post office', 'records to attorney', 3.4],
  ['2026-08-22', 'Mount Vernon', 'continuing education, ethics', 54],
  ['2026-08-31', 'Linen service', 'sheets', 6.2],
  ['2026-09-08', 'Bank', 'deposit', 2.8],
  ['2026-09-12', 'Warehouse store', 'lotion, paper towels', 11.5],
  ['2026-09-21', 'Linen service', 'sheets', 6.2],
  ['2026-09-24', 'Seattle', 'massage conference', 178],
  ['2026-10-02', 'Bank', 'deposit', 2.8],
  ['2026-10-12', 'Linen service', 'sheets', 6.2],
  ['2026-10-20', 'Post office', 'progress reports', 3.4],
  ['2026-10-31', 'Warehouse store', 'table warmer', 11.5],
];
const CENTS_A_MILE = 70;

export function addMileageSheet(book: Workbook): void {
  const sheet = book.addWorksheet('Mileage', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = [
    { header: 'Date', width: 12, style: { numFmt: 'm/d/yyyy' } },
    { header: 'Where to', width: 20 },
    { header: 'Why', width: 32 },
    { header: 'Miles', width: 9, style: { numFmt: '0.0' } },
    { header: 'Rate', width: 9, style: { numFmt: '$0.00' } },
    { header: 'Deduction', width: 12, style: { numFmt: '$#,##0.00' } },
  ];
  sheet.getRow(1).font = { name: 'Calibri', size: 11, bold: true };
  TRIPS.forEach(([on, where, why, miles], index) => {
    const row = index + 2;
    sheet.getRow(row).values = [serialOf(dayFrom(on)), where, why, miles, CENTS_A_MILE / 100];
    sheet.getCell(row, 6).value = {
      formula: `D${String(row)}*E${String(row)}`,
      result: Math.round(miles * CENTS_A_MILE * 100) / 10_000,
    };
  });
}
