import { isAnyNumber, plainNumber } from '../../billing/values/plain-number';
import type { StyleName } from '../styles';
import type { Span } from './columns';
import type { Block, LaidValue } from './laid-out';
import type { PageRows, Piece } from './page-rows';
import type { ReportCell, ReportColumn, ReportRow, ReportTable } from './report';
import { cellName, referencesOf, rowFormula } from './row-formula';
import { spansOn } from './spans';
import { cellStyle, laidNumber, laidValue } from './values';

/** A table as it stands on the sheet, for a chart over it. */
export interface LaidTable {
  /** Null where it has no rows. */
  rows: { first: number; count: number } | null;
  columns: (Span & { header: string; valueColumn: number; hasAmounts: boolean })[];
}

const LOOKS: Record<NonNullable<ReportRow['look']>, StyleName | null> = {
  plain: null,
  strong: 'strong',
  quiet: 'quiet',
  attention: 'attention',
};

export function layOutTable(table: ReportTable, page: PageRows): LaidTable {
  const columns = spansOf(table, page.columns.all.columns);
  const whole: Span = { column: 1, columns: columns.reduce((sum, each) => sum + each.columns, 0) };
  const top = addHeader(table, columns, page);
  if (table.rows.length === 0) {
    const words = table.none ?? 'Nothing.';
    page.add([{ ...whole, value: { kind: 'text', text: words }, style: 'cell' }], { padding: 4 });
    page.layFrom(top + 1, whole, 'quiet');
    page.layFrom(top + 1, whole, 'tableRow');
    return { rows: null, columns };
  }
  const first = page.next;
  for (const [index, row] of table.rows.entries()) {
    const isFirst = index === 0 && table.rows.length > 1;
    const isLast = index === table.rows.length - 1 && table.total !== undefined;
    addRow(row, table.columns, columns, page, isFirst || isLast);
  }
  const rows = { first, count: page.next - first };
  page.layFrom(first, whole, rows.count > 1 ? 'tableLines' : 'tableRow');
  if (table.total !== undefined) addTotals(table.total, table, columns, rows, page);
  return { rows, columns };
}

function spansOf({ columns, rows }: ReportTable, grid: number): LaidTable['columns'] {
  const wide = spansOn(columns, grid);
  let next = 1;
  return columns.map(({ header, holds }, index) => {
    const column = next;
    next += wide[index] ?? 1;
    const valueColumn = holds === 'money' || holds === 'number' ? next - 1 : column;
    const hasAmounts = rows.some(({ cells }) => numberIn(cells[index] ?? null) !== 0);
    return { column, columns: wide[index] ?? 1, header, valueColumn, hasAmounts };
  });
}

/** The column of that header; a report that names another one is a mistake of ours. */
function columnNamed(columns: readonly { header: string }[], header: string): number {
  const index = columns.findIndex((each) => each.header === header);
  if (index < 0) throw new RangeError(`there is no column "${header}"`);
  return index;
}

function addHeader(table: ReportTable, columns: readonly Span[], page: PageRows): number {
  const pieces = table.columns.map(({ header, holds }, index): Piece => {
    const style = holds === 'money' || holds === 'number' ? 'columnHeadRight' : 'columnHead';
    return { ...spanAt(columns, index), value: { kind: 'text', text: header }, style };
  });
  return page.add(pieces, { padding: 5, keep: true });
}

function addRow(
  row: ReportRow,
  columns: readonly ReportColumn[],
  spans: LaidTable['columns'],
  page: PageRows,
  keep: boolean,
): void {
  const { next } = page;
  const formula = (of: string) =>
    referencesOf(of).every((header) => isNumber(row.cells[columnNamed(columns, header)]))
      ? rowFormula(of, next, (header) => spans[columnNamed(columns, header)]?.valueColumn ?? 1)
      : null;
  const isStrong = row.look === 'strong';
  const pieces = columns.map(({ holds }, index): Piece => {
    const value = laidValue(row.cells[index] ?? null, holds, formula);
    return {
      ...spanAt(spans, index),
      value: value ?? NOTHING,
      style: cellStyle(value, holds),
      ...(isStrong && { bold: true }),
    };
  });
  const top = page.add(pieces, { padding: 4, keep });
  const look = LOOKS[row.look ?? 'plain'];
  const last = spans[spans.length - 1];
  if (look && last) page.layFrom(top, { column: 1, columns: last.column + last.columns - 1 }, look);
}

const NOTHING: LaidValue = { kind: 'text', text: '' };

/** Excel adds an empty cell as nothing; a text would make the sum an error. */
function isNumber(cell: ReportRow['cells'][number] | undefined): boolean {
  return cell !== undefined && (typeof cell !== 'string' || cell === '');
}

function addTotals(
  label: string,
  table: ReportTable,
  spans: LaidTable['columns'],
  rows: { first: number; count: number },
  page: PageRows,
): void {
  const { columns } = table;
  const labelled = columns.findIndex(({ total }) => !total);
  const until = columns.findIndex(({ total }, index) => total && index > labelled);
  const pieces = columns.flatMap(({ holds, total }, index): Piece[] => {
    const span = spanAt(spans, index);
    if (index === labelled) {
      const end = spans[until]?.column ?? Infinity;
      const last = spans[spans.length - 1] ?? span;
      const columnsOfLabel = Math.min(end, last.column + last.columns) - span.column;
      return [
        {
          column: span.column,
          columns: columnsOfLabel,
          value: { kind: 'text', text: label },
          style: 'cell',
          bold: true,
        },
      ];
    }
    if (!total) return [];
    const column = spans[index]?.valueColumn ?? span.column;
    const from = cellName(rows.first, column);
    const to = cellName(rows.first + rows.count - 1, column);
    const comesTo = laidNumber(columnTotal(table, index), holds);
    const value = { kind: 'formula', formula: `=SUM(${from}:${to})`, comesTo } as const;
    return [{ ...span, value, style: cellStyle(null, holds), bold: true }];
  });
  const top = page.add(pieces, { padding: 5 });
  const last = spans[spans.length - 1];
  if (last) page.layFrom(top, { column: 1, columns: last.column + last.columns - 1 }, 'totals');
}

/** What a column adds up to, in its own unit. */
export function columnTotal({ rows }: ReportTable, column: number): number {
  return rows.reduce((total, { cells }) => total + numberIn(cells[column] ?? null), 0);
}

function numberIn(cell: ReportCell): number {
  if (cell === null || typeof cell === 'string') return 0;
  if (isAnyNumber(cell)) return plainNumber(cell);
  return plainNumber('cents' in cell ? cell.cents : 'day' in cell ? cell.day : cell.value);
}

function spanAt(spans: readonly Span[], index: number): Span {
  const { column, columns } = spans[index] ?? { column: 1, columns: 1 };
  return { column, columns };
}

/** The cells of the column with that header; null where the table has no rows. */
export function columnCells(table: LaidTable, header: string): Block | null {
  const of = table.columns[columnNamed(table.columns, header)];
  if (!of || !table.rows) return null;
  return { row: table.rows.first, rows: table.rows.count, column: of.valueColumn, columns: 1 };
}
