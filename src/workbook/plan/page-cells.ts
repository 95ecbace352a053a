import { layOut } from '../../forms/report/lay-out';
import type { LaidValue } from '../../forms/report/laid-out';
import { cellOf } from '../tables/cell-values';
import type { DocumentSheet, PlainSheet, ReportSheet } from './plan';

/** A cell that a plan fills, as it will be read back: row and column from 0. Formulas begin with `=`. */
export type PageCell = readonly [row: number, column: number, value: string | number | boolean];

/** Cells of printed pages: each page has the frame's labels, and its own values over them. */
export function* documentCells({ form, pages }: DocumentSheet): Generator<PageCell> {
  const rows = form.rowHeights.length;
  for (const [page, { values }] of pages.entries()) {
    const own = new Set(values.map(({ row, column }) => `${String(row)}:${String(column)}`));
    const top = page * rows - 1;
    for (const { row, column, text } of form.cells)
      if (text !== '' && !own.has(`${String(row)}:${String(column)}`)) yield [top + row, column - 1, text];
    for (const { row, column, value } of values) if (value !== '') yield [top + row, column - 1, value];
  }
}

export function* plainSheetCells({ columns, rows }: PlainSheet, date1904: boolean): Generator<PageCell> {
  for (const [column, { header }] of columns.entries()) yield [0, column, header];
  for (const [row, line] of rows.entries()) {
    for (const [column, { holds }] of columns.entries()) {
      const value = line[column] ?? null;
      const cell =
        holds === 'date' && typeof value === 'number' ? cellOf({ kind: 'day' }, value, date1904) : value;
      if (cell !== null && cell !== '') yield [row + 1, column, cell];
    }
  }
}

export function* reportCells({ report }: ReportSheet, date1904: boolean): Generator<PageCell> {
  for (const { row, column, value } of layOut(report).cells) {
    const cell = cellOfLaid(value, date1904);
    if (cell !== null && cell !== '') yield [row - 1, column - 1, cell];
  }
}

export function cellOfLaid(value: LaidValue, date1904: boolean): string | number | boolean | null {
  switch (value.kind) {
    case 'text':
      return value.text === '' ? null : value.text;
    case 'number':
      return value.number;
    case 'money':
      return cellOf({ kind: 'money' }, value.cents, date1904);
    case 'day':
      return cellOf({ kind: 'day' }, value.day, date1904);
    case 'formula':
      return value.formula;
  }
}
