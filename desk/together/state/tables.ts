import type { Area, Book, Table, TableColumn } from '../../book/book';
import { intersection } from '../../book/areas';
import { mapFormulas } from '../../book/structure';
import { renameTableIn } from '../../host/cells/table-references';
import { afterMoves } from '../moves';
import { mapValue, sheetById, type Aspect, type Change } from './aspect';

const LOOKS = ['hasTotals', 'showHeaders', 'showBandedRows', 'showFilterButton', 'style'] as const;

/** What a table is called in all copies, whatever its name: each copy has a table object of its own. */
const keys = new WeakMap<Table, string>();

export function setTableKey(table: Table, key: string): void {
  keys.set(table, key);
}

export function tableKey(table: Table): string {
  return keys.get(table) ?? '';
}

export function hasTableKey(table: Table): boolean {
  return keys.has(table);
}

/** The tables that there are, by name. Two of one name are both kept; of two that would overlap, the first. */
export const tables: Aspect = {
  *read(book) {
    for (const table of book.tables()) {
      const { name, area } = table;
      yield { at: [table.sheet.id ?? '', tableKey(table)], value: { name, area } };
    }
  },
  write(book, { at: [sheetId, key = ''], value, before }) {
    const sheet = sheetById(book, sheetId);
    const table = find(book, key);
    const wanted = value as { name: string; area: Area } | undefined;
    if (!wanted) {
      table?.sheet.tables.splice(table.sheet.tables.indexOf(table), 1);
    } else if (table) {
      rename(book, table, freeName(book, wanted.name, table));
      const old = before as typeof wanted | undefined;
      table.area = grown(table.area, wanted.area, old?.area);
    } else if (sheet && !sheet.tables.some((other) => intersection(other.area, wanted.area))) {
      const added: Table = {
        name: freeName(book, wanted.name, null),
        sheet,
        area: { ...wanted.area },
        hasTotals: false,
        showBandedRows: true,
        showFilterButton: true,
        style: null,
        columns: [],
        source: null,
      };
      setTableKey(added, String(key));
      sheet.tables.push(added);
    }
  },
  translate: (change, moves) =>
    mapValue(change, (value) => {
      const { name, area } = value as { name: string; area: Area };
      const moved = afterMoves(String(change.at[0]), area, moves);
      return moved && { name, area: moved };
    }),
};

export const tableLooks: Aspect = {
  *read(book) {
    for (const table of book.tables())
      for (const name of LOOKS)
        yield { at: [table.sheet.id ?? '', tableKey(table), name], value: table[name] ?? null };
  },
  write(book, { at: [, key = '', name], value }) {
    const table = find(book, key);
    if (!table || value === undefined) return;
    if (name === 'style') table.style = value as string | null;
    else if (name === 'hasTotals') table.hasTotals = value === true;
    else if (name === 'showBandedRows') table.showBandedRows = value === true;
    else if (name === 'showFilterButton') table.showFilterButton = value === true;
    else if (value === false) table.showHeaders = false;
    else delete table.showHeaders;
  },
};

/** Columns with their formulas and filters, all of a table as one. */
export const tableColumns: Aspect = {
  *read(book) {
    for (const table of book.tables())
      yield { at: [table.sheet.id ?? '', tableKey(table)], value: structuredClone(table.columns) };
  },
  write(book, { at: [, key = ''], value }) {
    const table = find(book, key);
    if (!table || value === undefined) return;
    table.columns = structuredClone(value) as TableColumn[];
    table.area.columns = table.columns.length;
  },
  translate(change: Change, _moves, formula) {
    return mapValue(change, (value) =>
      (value as TableColumn[]).map((column) => ({
        ...column,
        formula: column.formula === null ? null : formula(column.formula, String(change.at[0])),
      })),
    );
  },
};

/** Both authors made it longer: it reaches as far as the longer one. */
function grown(now: Area, wanted: Area, before: Area | undefined): Area {
  const isUntouched = before && JSON.stringify(now) === JSON.stringify(before);
  if (!before || isUntouched || wanted.rows < before.rows || now.rows < before.rows) return { ...wanted };
  return { ...wanted, rows: Math.max(now.rows, wanted.rows) };
}

function find(book: Book, key: unknown): Table | undefined {
  for (const table of book.tables()) if (tableKey(table) === key) return table;
  return undefined;
}

function rename(book: Book, table: Table, name: string): void {
  const before = table.name;
  table.name = name;
  if (before !== name) mapFormulas(book, (formula) => renameTableIn(formula, before, name));
}

function freeName(book: Book, wanted: string, own: Table | null): string {
  const taken = new Set(
    [...book.tables()].filter((table) => table !== own).map(({ name }) => name.toLowerCase()),
  );
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${String(number)}`;
  return name;
}
