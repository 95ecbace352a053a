import type { CellSpot } from '../plan/cell-changes';
import { plannedTable } from '../plan/planned-table';
import { targetOf } from '../plan/table-target';
import type { SheetReading, WorkbookReading } from '../reading';
import type { GridValue } from '../sessions/grid';
import { TABLES } from '../tables';
import { cellOf } from '../tables/cell-values';
import { columnsOf } from '../tables/define-table';
import type { OwnTable } from '../tables/own-table';
import { firstMark, type RunState } from './journal';
import type { JournaledPlan } from './with-journal';

/** A change of one of a run's own cells in the Activity sheet. */
export interface OwnCell {
  spot: CellSpot;
  value: GridValue;
}

/** The Activity table as it is when the plan's rows have just been added to it. */
export function activityAfter(reading: WorkbookReading, plan: JournaledPlan): OwnTable {
  const planned = plannedTable(reading, plan, 'Activity');
  const table = planned?.table ?? newActivity(reading);
  const first = planned ? targetOf(table).first : 1;
  const added = plan.rows.flatMap((each) => (each.table === 'Activity' ? each.rows : []));
  const width = table.cells[0]?.length ?? 0;
  const lines = added.map((row) => {
    const line = new Array<GridValue>(width).fill('');
    for (const column of columnsOf(TABLES.Activity)) {
      const position = table.positions.get(column.key);
      if (position !== undefined)
        line[position] = cellOf(column, row[column.key as keyof typeof row], reading.date1904) ?? '';
    }
    return line;
  });
  return { ...table, cells: [...table.cells.slice(0, first), ...lines] };
}

/** Another state for a run, whose rows bear these marks; null says that it is done. */
export function stateCells(table: OwnTable, mark: string, state: RunState | null): OwnCell[] {
  return cellsOf(table, 'state', (of) => (of === mark ? (state ?? '') : null));
}

/** The cells "For Undo" of a run, brought up to date. */
export function undoCells(table: OwnTable, marks: readonly string[], texts: readonly string[]): OwnCell[] {
  return cellsOf(table, 'undo', (of) => texts[marks.indexOf(of)] ?? null);
}

/** The same cell of every row of these runs; of their state, that of the first row. */
export function cellsOfRuns(
  table: OwnTable,
  key: 'changed' | 'undo' | 'state',
  runs: ReadonlySet<string>,
  value: GridValue,
): OwnCell[] {
  return cellsOf(table, key, (mark) => (runs.has(key === 'state' ? mark : firstMark(mark)) ? value : null));
}

/** Other numbers for runs, by their marks. */
export function numberCells(table: OwnTable, numbers: ReadonlyMap<string, number>): OwnCell[] {
  return cellsOf(table, 'number', (mark) => numbers.get(firstMark(mark)) ?? null);
}

/** The table with these cells changed. */
export function withCells(table: OwnTable, changed: readonly OwnCell[]): OwnTable {
  const cells = [...table.cells];
  for (const { spot, value } of changed) {
    const line = [...(cells[spot.position] ?? [])];
    line[spot.offset] = value;
    cells[spot.position] = line;
  }
  return { ...table, cells };
}

function cellsOf(table: OwnTable, key: string, to: (mark: string) => GridValue | null): OwnCell[] {
  const column = columnsOf(table.definition).find((each) => each.key === key);
  const [offset, marks] = [table.positions.get(key), table.positions.get('mark')];
  if (!column || offset === undefined || marks === undefined) return [];
  return table.cells.flatMap((line, position) => {
    const mark = String(line[marks] ?? '');
    const value = position > 0 && mark !== '' ? to(mark) : null;
    return value === null || value === line[offset]
      ? []
      : [{ spot: { table, column, position, offset }, value }];
  });
}

function newActivity({ date1904 }: WorkbookReading): OwnTable {
  const columns = columnsOf(TABLES.Activity);
  const sheet: SheetReading = {
    ...{ name: 'Activity', id: '', mark: null, visible: true, isProtected: false, date1904 },
    ...{ firstRow: 1, firstColumn: 1, values: [], formats: [], tables: [] },
  };
  return {
    definition: TABLES.Activity,
    sheet,
    cells: [columns.map(({ header }) => header)],
    ...{ top: 1, left: 1, isFiltered: false, hasTotals: false, tableName: 'Activity' },
    positions: new Map(columns.map(({ key }, index) => [key, index])),
  };
}
