import { documentCells, plainSheetCells, reportCells } from '../plan/page-cells';
import { changedCells } from '../plan/cell-changes';
import type { Plan, PlannedRow, Run } from '../plan/plan';
import { plannedTable } from '../plan/planned-table';
import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import { fingerprint } from '../tables/fingerprint';
import { TABLES, type OwnTableName } from '../tables';
import { cellOf } from '../tables/cell-values';
import { columnsOf, type KeyedColumn, type Table } from '../tables/define-table';
import { hasTable } from '../tables/own-table';
import { CONTINUED, lastNumber } from './journal';
import { MAX_CELL_LENGTH, inCells, journalCells, type JournalLine } from './journal-lines';
import { ROW_PRINT, rowPrint, SheetPrint } from './prints';

/** A plan with its rows for the Activity sheet, which are written first. */
export interface JournaledPlan extends Plan {
  run: Run & { mark: string };
  /** What is in the rows, as it was before the plan was written. */
  journal: { lines: readonly JournalLine[] };
}

/** So many prints of rows fit into a line of a cell. */
const PRINTS_A_LINE = Math.floor((MAX_CELL_LENGTH - 200) / ROW_PRINT);

/**
 * The plan with its own rows for the Activity sheet, marked unfinished. `window`: the Excel or browser that writes it.
 * Throws a refusal where a cell to be changed is not there.
 */
export function withJournal(
  plan: Plan,
  reading: WorkbookReading,
  mark: string,
  window: string,
): JournaledPlan {
  const lines = linesOfPlan(plan, reading);
  const entries = entriesOf(plan, reading, { lines, mark, window });
  return {
    ...plan,
    run: { ...plan.run, mark },
    rows: [{ table: 'Activity', rows: entries }, ...plan.rows],
    journal: { lines },
  };
}

function entriesOf(
  plan: Plan,
  reading: WorkbookReading,
  { lines, mark, window }: { lines: readonly JournalLine[]; mark: string; window: string },
) {
  const { id: run, when, what } = plan.run;
  const number = lastNumber(reading) + 1;
  const made = lines.flatMap((line) => (line.is === 'sheet' ? line.name : []));
  const sheets = inCells(made);
  const changed = inCells(changedLines(reading, plan));
  const undo = journalCells(lines);
  const counts = plan.rows.filter(({ rows }) => rows.length > 0);
  return Array.from({ length: Math.max(1, sheets.length, changed.length, undo.length) }, (_, row) => ({
    run,
    number,
    when,
    what: row === 0 ? what : what + CONTINUED,
    sheets: sheets[row] ?? '',
    rows: row === 0 ? counts.map(countWords).join('; ') : '',
    changed: changed[row] ?? '',
    state: row === 0 ? 'unfinished' : '',
    window: row === 0 ? window : '',
    mark: row === 0 ? mark : `${mark}+${String(row)}`,
    undo: undo[row] ?? '',
  }));
}

/** `Claims: 4 (C2610KTWD0001 to C2610KTWD0004)`: numbers that were given are still known where the register is gone. */
function countWords({ table, rows }: Plan['rows'][number]): string {
  const counted = `${table}: ${String(rows.length)}`;
  if (table !== 'Claims') return counted;
  const [first = '', last = ''] = [rows[0]?.account ?? '', rows.at(-1)?.account ?? ''];
  return `${counted} (${first === last ? first : `${first} to ${last}`})`;
}

function linesOfPlan(plan: Plan, reading: WorkbookReading): JournalLine[] {
  const { date1904 } = reading;
  const isNew = (table: OwnTableName): boolean => !hasTable(reading, table);
  const sheet = (name: string, print: string | null): JournalLine => ({ is: 'sheet', name, print });
  const tables = [...new Set([...plan.rows.map(({ table }) => table), 'Activity' as const])];
  return [
    ...tables.filter(isNew).map((table) => sheet(table, tablePrint(plan, table, date1904))),
    ...plan.documents.map((document) => sheet(document.name, printOf(documentCells(document)))),
    ...(plan.plainSheets ?? []).map((plain) => sheet(plain.name, printOf(plainSheetCells(plain, date1904)))),
    ...(plan.reports ?? []).map((report) => sheet(report.name, printOf(reportCells(report, date1904)))),
    ...tables.filter((table) => !isNew(table)).flatMap((table) => tableLines(plan, reading, table)),
    ...(plan.typed ?? []).map(({ sheet: name, row, column, before, after, format }): JournalLine => ({
      is: 'cell',
      ...{ sheet: name, row, column, before, after },
      format: format?.before ?? null,
    })),
    ...(plan.run.isKept ? [{ is: 'kept' as const }] : []),
  ];
}

function printOf(cells: Iterable<readonly [number, number, string | number | boolean]>): string {
  const print = new SheetPrint();
  for (const [row, column, value] of cells) print.add(row, column, value);
  return print.text;
}

/** What a table that is only being made will say, where the user goes on typing into it. */
function tablePrint(plan: Plan, name: OwnTableName, date1904: boolean): string {
  return fingerprint(tableCells(TABLES[name], rowsOf(plan, name), date1904));
}

function tableLines(plan: Plan, reading: WorkbookReading, name: OwnTableName): JournalLine[] {
  const planned = plannedTable(reading, plan, name);
  if (!planned) return [];
  const { table, added } = planned;
  const columns = columnsOf(TABLES[name]);
  const prints = rowsOf(plan, name).map((row) =>
    rowPrint(columns.map(({ key, ...column }) => [key, cellOf(column, row[key], reading.date1904)])),
  );
  const pieces = Array.from({ length: Math.ceil(prints.length / PRINTS_A_LINE) }, (_, piece) =>
    prints.slice(piece * PRINTS_A_LINE, (piece + 1) * PRINTS_A_LINE).join(''),
  );
  const before = table.cells.length - 1;
  return [
    ...(added.length > 0
      ? [{ is: 'columns' as const, table: name, headers: added.map(({ header }) => header) }]
      : []),
    ...(table.hasTotals && prints.length > 0 ? [{ is: 'total row' as const, table: name }] : []),
    ...pieces.map((piece): JournalLine => ({ is: 'rows', table: name, before, prints: piece })),
  ];
}

function rowsOf(plan: Plan, name: OwnTableName): PlannedRow[] {
  return plan.rows.flatMap((each): readonly PlannedRow[] => (each.table === name ? each.rows : []));
}

/** The cells of a table's own columns, as they will be read back. */
function tableCells(definition: Table, rows: readonly PlannedRow[], date1904: boolean): unknown[][] {
  const cell = (row: PlannedRow | undefined, column: KeyedColumn) =>
    cellOf(column, row?.[column.key], date1904);
  return definition.direction === 'down'
    ? columnsOf(definition).map((column) => [cell(rows[0], column)])
    : rows.map((row) => columnsOf(definition).map((column) => cell(row, column)));
}

function changedLines(reading: WorkbookReading, plan: Plan): string[] {
  return changedCells(reading, plan).map(({ table, row, column, before, after }) => {
    const line = JSON.stringify([table, row, column, before, after]);
    if (line.length <= MAX_CELL_LENGTH) return line;
    throw new Refusal(
      'table-damaged',
      `What stands in the table "${table}" for ${row} is too long to be kept for Undo. Shorten it and try again.`,
    );
  });
}
