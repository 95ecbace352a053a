import { blockOf, holds } from '../blocks/block';
import { isBlank } from '../cells/text';
import { tablesOf, type ColumnMapping, type ColumnUse } from '../column-mapping';
import type { SheetGrid } from '../grid';
import type { Outside, RowAccount, SheetAccount, TableAccount } from './account';

/** What one row of a table was read as. */
export type RowTold = Omit<RowAccount, 'cells'>;

/**
 * Counts the filled cells of a sheet into its tables, with what each row was read as, and into what is outside of them;
 * `told` has the rows of each table.
 */
export function accountOf(
  grid: SheetGrid,
  mapping: ColumnMapping,
  told: readonly (readonly RowTold[])[],
): SheetAccount {
  const tables = tablesOf(mapping).map((table, index) => new Counted(grid, table, told[index] ?? []));
  const outside = new OutsideCells(mapping, tables);
  const covering = tablesByRow(grid, tables);
  let cells = 0;
  for (const [row, values] of grid.values.entries()) {
    const here = covering[row] ?? [];
    for (const [at, value] of values.entries()) {
      if (isBlank(value)) continue;
      cells++;
      const column = grid.firstColumn + at;
      const table = here.find((each) => each.has(column));
      if (table) table.count(row, column);
      else outside.count(grid.firstRow + row, column);
    }
  }
  return {
    sheet: grid.name,
    cells,
    tables: tables.map((table) => table.account()),
    outside: outside.account(),
  };
}

class Counted {
  readonly area: ColumnMapping['area'];
  private readonly header: number;
  private readonly inRow: number[];
  private readonly inColumn: Map<number, number>;
  private readonly columns: readonly ColumnUse[];

  constructor(
    private readonly grid: SheetGrid,
    { area, columns, marks }: ColumnMapping,
    private readonly told: readonly RowTold[],
  ) {
    const block = blockOf(area, grid);
    this.area = area;
    this.header = block.header;
    this.columns = marks === null ? columns : everyColumn(area);
    this.inRow = Array.from({ length: block.last - block.header + 1 }, () => 0);
    this.inColumn = new Map(this.columns.map(({ column }) => [column, 0]));
  }

  has(column: number): boolean {
    return this.inColumn.has(column);
  }

  count(row: number, column: number): void {
    this.inRow[row - this.header] = (this.inRow[row - this.header] ?? 0) + 1;
    this.inColumn.set(column, (this.inColumn.get(column) ?? 0) + 1);
  }

  account(): TableAccount {
    const kinds = new Map(this.told.map((row) => [row.row, row]));
    return {
      area: this.area,
      rows: this.inRow.map((cells, index): RowAccount => {
        const row = this.grid.firstRow + this.header + index;
        const known = kinds.get(row) ?? (index === 0 ? HEADER : cells === 0 ? BLANK : NOTHING);
        return { ...known, row, cells };
      }),
      columns: this.columns.map((use) => ({ ...use, cells: this.inColumn.get(use.column) ?? 0 })),
    };
  }
}

const HEADER = { kind: 'header', why: null } as const;
const BLANK = { kind: 'blank', why: null } as const;
const NOTHING = { kind: 'no session', why: 'nothing in the columns of the sessions' } as const;

/** A grid of marks has no columns of fields. */
function everyColumn({ left, right }: ColumnMapping['area']): ColumnUse[] {
  return Array.from({ length: right - left + 1 }, (_, at) => ({
    column: left + at,
    label: '',
    use: 'taken',
    fields: [],
  }));
}

function tablesByRow({ firstRow }: SheetGrid, tables: readonly Counted[]): Counted[][] {
  const covering: Counted[][] = [];
  for (const table of tables) {
    for (let row = table.area.top - firstRow; row <= table.area.bottom - firstRow; row++) {
      (covering[row] ??= []).push(table);
    }
  }
  return covering;
}

class OutsideCells {
  private readonly groups = new Map<Outside['why'], { rows: Set<number>; cells: number }>();
  private readonly bottom: number;

  constructor(
    private readonly mapping: Pick<ColumnMapping, 'area' | 'unread'>,
    tables: readonly Counted[],
  ) {
    this.bottom = tables.reduce((bottom, { area }) => Math.max(bottom, area.bottom), 0);
  }

  count(row: number, column: number): void {
    const why = this.where(row, column);
    const group = this.groups.get(why) ?? { rows: new Set(), cells: 0 };
    this.groups.set(why, group);
    group.rows.add(row);
    group.cells++;
  }

  account(): Outside[] {
    return [...this.groups].map(([why, { rows, cells }]) => ({ why, rows: rows.size, cells }));
  }

  private where(row: number, column: number): Outside['why'] {
    if (this.mapping.unread.some((other) => holds(other, row, column))) return 'another table';
    if (row < this.mapping.area.top) return 'above the sessions';
    return row > this.bottom ? 'below the sessions' : 'beside the sessions';
  }
}
