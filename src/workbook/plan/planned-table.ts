import type { WorkbookReading } from '../reading';
import { TABLES, type OwnTableName } from '../tables';
import { columnsOf, type KeyedColumn } from '../tables/define-table';
import { findTable, type OwnTable } from '../tables/own-table';
import type { Plan, PlannedRow } from './plan';

/** A table as a plan finds it, with the columns that the plan adds to it. */
export interface PlannedTable {
  /** With the new columns, which are empty yet. */
  table: OwnTable;
  /** Columns that an older workbook lacks and that the plan has something to write into. */
  added: readonly KeyedColumn[];
}

/** Null where the table is not there yet. Throws the refusals of `findTable`. */
export function plannedTable(reading: WorkbookReading, plan: Plan, name: OwnTableName): PlannedTable | null {
  const table: OwnTable | null = findTable(reading, name);
  if (!table) return null;
  const rows = plan.rows.flatMap((each): readonly PlannedRow[] => (each.table === name ? each.rows : []));
  const changed = new Set(
    (plan.changes ?? []).flatMap((change) => (change.table === name ? change.column : [])),
  );
  const added = columnsOf(TABLES[name]).filter(
    ({ key }) =>
      !table.positions.has(key) &&
      (changed.has(key as never) || rows.some((row) => row[key] !== undefined && row[key] !== null)),
  );
  if (added.length === 0) return { table, added };
  const width = table.cells[0]?.length ?? 0;
  return {
    added,
    table: {
      ...table,
      cells: table.cells.map((line, row) => [
        ...line,
        ...added.map(({ header }) => (row === 0 ? header : '')),
      ]),
      positions: new Map([
        ...table.positions,
        ...added.map(({ key }, index): [string, number] => [key, width + index]),
      ]),
    },
  };
}
