import { Refusal } from '../refusal';
import type { SheetReading, WorkbookReading } from '../reading';
import type { GridTable, GridValue, SheetGrid } from '../sessions/grid';
import type { Columns, KeyOf, Table } from './define-table';
import { normalizeHeader } from './header';
import { TABLES, TABLE_NAMES, type OwnTableName, type OwnTables } from './index';

/** One of Claimsheet's own tables as it stands in the workbook. */
export interface OwnTable<Each extends Table = Table> {
  definition: Each;
  sheet: SheetReading;
  /** Cells of the table, header row first, without a total row. */
  cells: GridValue[][];
  /** Excel's row and column numbers of the header's first cell. */
  top: number;
  left: number;
  /** Whether a filter of the user's hides rows. */
  isFiltered: boolean;
  /** Whether a row below the cells adds them up. */
  hasTotals: boolean;
  /** What Excel calls it, which is the definition's name unless somebody renamed it. */
  tableName: string;
  /** Which column of the table holds which key; in a `down` table, which row. */
  positions: ReadonlyMap<string, number>;
}

/** The three columns of a `down` table. */
export const DOWN_HEADERS = ['Item', 'Value', 'Help'] as const;

/** Where cells look like one of Claimsheet's tables. */
interface Found {
  sheet: SheetGrid;
  /** Null where the cells are no table of Excel any more. */
  table: GridTable | null;
  area: Pick<GridTable, 'top' | 'left' | 'rows' | 'columns'>;
}

/** Cells that were one of Claimsheet's tables and are an ordinary range now. */
export interface LostTable {
  name: OwnTableName;
  sheet: string;
  area: Found['area'];
}

/** Sheets as they were read; only where tables are plays a part here. */
export interface Sheets {
  readonly sheets: readonly SheetGrid[];
}

const searched = new WeakMap<Sheets, Map<OwnTableName, Found[]>>();

/**
 * Finds one of Claimsheet's own tables by its name in Excel, else by its headers; null if it is not there. Throws a
 * refusal where a column is gone without which it cannot be read, where the table was converted to a range, where
 * several could be meant, and where its sheet's name is taken by something else.
 */
export function findTable<Name extends OwnTableName>(
  reading: WorkbookReading,
  name: Name,
): OwnTable<OwnTables[Name]> | null {
  const found = placesOf(reading, name);
  const [first, second] = found;
  if (!first) {
    refuseTakenName(reading, name);
    return null;
  }
  if (second) throw twice(name, first, second);
  if (!first.table) throw lost(name, first);
  const sheet = reading.sheets.find((each) => each === first.sheet);
  if (!sheet) return null;
  const own = ownTableOf(TABLES[name] as OwnTables[Name], sheet, first.table);
  refuseWithoutRequired(own);
  return own;
}

/** Whether the workbook has the table, whatever is wrong with it. */
export function hasTable(reading: Sheets, name: OwnTableName): boolean {
  return placesOf(reading, name).length > 0;
}

/** Names of the sheets on which Claimsheet's own tables are, also those that were converted to ranges, and copies. */
export function sheetsOfTables(reading: Sheets): Set<string> {
  return new Set(
    TABLE_NAMES.flatMap((name) =>
      [...placesOf(reading, name), ...copiesOf(reading, name)].map(({ sheet }) => sheet.name),
    ),
  );
}

/** What became of a table where the user copied its sheet: all its headers, and a name that Excel gave. */
function copiesOf({ sheets }: Sheets, name: OwnTableName): Found[] {
  return isTelling(name) ? sheets.flatMap((sheet) => renamedOn(sheet, name)) : [];
}

/** Tables that are ordinary ranges now and can be made tables again. */
export function lostTables(reading: Sheets): LostTable[] {
  return TABLE_NAMES.flatMap((name) => {
    const [only, second] = placesOf(reading, name);
    return only && !second && !only.table ? [{ name, sheet: only.sheet.name, area: only.area }] : [];
  });
}

/** The table that these cells are, with what stands where. */
export function ownTableOf<Each extends Table>(
  definition: Each,
  sheet: SheetReading,
  { name, top, left, rows, columns, hasTotals = false, isFiltered = false }: GridTable,
): OwnTable<Each> {
  const cells = cut(sheet, { top, left, rows: rows - (hasTotals ? 1 : 0), columns });
  const about = { tableName: name, isFiltered, hasTotals };
  return { definition, sheet, cells, top, left, ...about, positions: positionsOf(definition, cells) };
}

function placesOf(reading: Sheets, name: OwnTableName): readonly Found[] {
  const known = searched.get(reading) ?? new Map<OwnTableName, Found[]>();
  searched.set(reading, known);
  const before = known.get(name);
  if (before) return before;
  const places = named(reading, name);
  const found = places.length > 0 ? places : likeIt(reading, name);
  known.set(name, found);
  return found;
}

function named({ sheets }: Sheets, name: OwnTableName): Found[] {
  return sheets.flatMap((sheet) =>
    sheet.tables
      .filter((table) => isSame(table.name, name) && isLike(name, cut(sheet, { ...table, rows: 1 })[0] ?? []))
      .map((table) => ({ sheet, table, area: table })),
  );
}

/** Fewer headers than these may be a list of the user's own, such as codes with their prices. */
const TELLING_COLUMNS = 12;

function isTelling(name: OwnTableName): boolean {
  return Object.keys(TABLES[name].columns).length >= TELLING_COLUMNS;
}

const OWN_NAMES: ReadonlySet<string> = new Set(TABLE_NAMES.map((name) => name.toLowerCase()));

/** Tables of a sheet that have another name and all headers of the own table. */
function renamedOn(sheet: SheetGrid, name: OwnTableName): Found[] {
  return sheet.tables
    .filter((table) => !OWN_NAMES.has(table.name.toLowerCase()) && isAllOf(name, sheet, table))
    .map((table) => ({ sheet, table, area: table }));
}

/** Tables of another name and ranges whose headers are those of the table. */
function likeIt({ sheets }: Sheets, name: OwnTableName): Found[] {
  return sheets.flatMap((sheet): Found[] => {
    if (!isTelling(name) && !isSame(sheet.name, name)) return [];
    const renamed = renamedOn(sheet, name);
    if (renamed.length > 0) return renamed;
    return rangesLike(sheet, name).map((area) => ({ sheet, table: null, area }));
  });
}

/** A header row outside of all tables, with the rows below it down to the first blank one. */
function rangesLike(sheet: SheetGrid, name: OwnTableName): Found['area'][] {
  const definition = TABLES[name];
  const first = normalizeHeader(
    definition.direction === 'down' ? DOWN_HEADERS[0] : (Object.values(definition.columns)[0]?.header ?? ''),
  );
  return sheet.values.flatMap((line, index) => {
    const column = line.findIndex((value) => typeof value === 'string' && normalizeHeader(value) === first);
    if (column < 0) return [];
    const width = runOf(line.slice(column), (value) => value !== '');
    const top = sheet.firstRow + index;
    const left = sheet.firstColumn + column;
    const isInTable = sheet.tables.some(
      (table) => top >= table.top && top < table.top + table.rows && left < table.left + table.columns,
    );
    const below = sheet.values.slice(index).map((each) => each.slice(column, column + width));
    const rows = runOf(below, (each) => each.some((value) => value !== ''));
    const area = { top, left, rows, columns: width };
    return !isInTable && isAllOf(name, sheet, area) ? [area] : [];
  });
}

function runOf<Each>(all: readonly Each[], holds: (each: Each) => boolean): number {
  const end = all.findIndex((each) => !holds(each));
  return end < 0 ? all.length : end;
}

/** What stands under the name is the table, however many of its columns somebody has removed. */
function isLike(name: OwnTableName, headers: GridValue[]): boolean {
  const { direction, columns } = TABLES[name];
  if (direction === 'down') return normalizeHeader(String(headers[1] ?? '')) === 'value';
  const found = headerPositions(columns, headers).size;
  return found * 2 >= Object.keys(columns).length || found >= headers.length;
}

/** Without the name, the headers must leave no doubt: nearly all of the table's own, and no other table's. */
function isAllOf(name: OwnTableName, sheet: SheetGrid, area: Found['area']): boolean {
  const { direction, columns } = TABLES[name];
  const cells = cut(sheet, direction === 'down' ? area : { ...area, rows: 1 });
  if (direction === 'down' && !isLike(name, cells[0] ?? [])) return false;
  const found = positionsOf(TABLES[name], cells).size;
  return found * 4 >= Object.keys(columns).length * 3;
}

function positionsOf({ direction, columns }: Table, cells: readonly GridValue[][]): Map<string, number> {
  const headers = direction === 'down' ? cells.map((line) => line[0] ?? '') : (cells[0] ?? []);
  return headerPositions(columns, headers);
}

function headerPositions<Own extends Columns>(
  columns: Own,
  headers: readonly GridValue[],
): Map<KeyOf<Own>, number> {
  const at = new Map<string, number>();
  headers.forEach((header, position) => {
    const name = normalizeHeader(String(header));
    if (!at.has(name)) at.set(name, position);
  });
  const positions = new Map<KeyOf<Own>, number>();
  for (const [key, { header }] of Object.entries(columns)) {
    const position = at.get(normalizeHeader(header));
    if (position !== undefined) positions.set(key, position);
  }
  return positions;
}

function cut(sheet: SheetGrid, { top, left, rows, columns }: Found['area']): GridValue[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(
      { length: columns },
      (__, column) => sheet.values[top + row - sheet.firstRow]?.[left + column - sheet.firstColumn] ?? '',
    ),
  );
}

function refuseWithoutRequired({ definition, positions, tableName, sheet }: OwnTable): void {
  if (definition.direction === 'down') return;
  const gone = Object.entries(definition.columns).find(
    ([key, { required }]) => required !== null && !positions.has(key),
  );
  if (gone) throw lacksColumn(tableName, sheet.name, gone[1].header);
}

/** The sentence about a column that was removed or renamed. */
export function lacksColumn(table: string, sheet: string, header: string): Refusal {
  const where = isSame(table, sheet) ? '' : ` (on the sheet "${sheet}")`;
  return new Refusal(
    'table-damaged',
    `The table "${table}"${where} has no column "${header}" any more, and Claimsheet does not go on without it. If it was renamed, name it "${header}" again; if it was deleted, press Ctrl+Z or put it back from a copy of the workbook.`,
  );
}

function refuseTakenName({ sheets }: Sheets, name: OwnTableName): void {
  const taken = sheets.find((sheet) => isSame(sheet.name, name));
  if (!taken) return;
  throw new Refusal(
    'name-taken',
    `There is already a sheet named "${taken.name}" that Claimsheet did not make, and it needs that name for its own table. Rename your sheet and try again.`,
  );
}

function lost(name: OwnTableName, { sheet }: Found): Refusal {
  return new Refusal(
    'table-lost',
    `The table "${name}" on the sheet "${sheet.name}" is an ordinary range now, so Claimsheet cannot rely on it. Make it a table again: press "Make it a table again" in the pane (on the command line: npm run desk -- repair IN.xlsx --out OUT.xlsx).`,
  );
}

function twice(name: OwnTableName, first: Found, second: Found): Refusal {
  return new Refusal(
    'table-damaged',
    `The sheets "${first.sheet.name}" and "${second.sheet.name}" both hold what looks like the table "${name}", and only one of them can be it. Rename the table that it is to "${name}" (Table Design > Table Name), or delete the copy.`,
  );
}

function isSame(one: string, two: string): boolean {
  return one.trim().toLowerCase() === two.trim().toLowerCase();
}
