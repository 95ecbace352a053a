import type { CellFix, CellPlace, Finding } from '../../billing/findings';
import { centsOf, formatDollars, isWithinBounds, MAX_AMOUNT, nearestCents } from '../../billing/values/cents';
import { canBeWritten, dayOf, dayOfSerial, parseIso, usDate, type Day } from '../../billing/values/day';
import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import { readDate } from '../sessions/cells/dates';
import { isTooLong } from '../sessions/cells/text';
import type { GridValue } from '../sessions/grid';
import { cellOf, columnFormat } from './cell-values';
import { columnsOf, type KeyedColumn, type RecordOf, type Table } from './define-table';
import type { OwnTableName, OwnTables } from './index';
import { findTable, type OwnTable } from './own-table';

/** The rows of one of Claimsheet's own tables, and what could not be read in them (STOP). */
export interface TableReading<Each extends Table> {
  /** Null where the workbook has no such table. */
  table: OwnTable<Each> | null;
  rows: RecordOf<Each>[];
  findings: Finding[];
}

/** `readTable`, or what takes its place where a refusal is not the end. */
export type ReadTable = <Name extends OwnTableName>(
  reading: WorkbookReading,
  name: Name,
) => TableReading<OwnTables[Name]>;

/** Reads tables as `readTable` does; where one is refused, `take` is told and the table counts as not there. */
export function readTableUnless(take: (refusal: Refusal) => void): ReadTable {
  return (reading, name) => {
    try {
      return readTable(reading, name);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      take(error);
      return readOwnTable<OwnTables[typeof name]>(null);
    }
  };
}

const known = new WeakMap<WorkbookReading, Map<OwnTableName, TableReading<Table>>>();

/**
 * Reads a table of the workbook, once for each reading; blank rows are left out. Throws the refusals of `findTable`.
 */
export function readTable<Name extends OwnTableName>(
  reading: WorkbookReading,
  name: Name,
): TableReading<OwnTables[Name]> {
  const tables = known.get(reading) ?? new Map<OwnTableName, TableReading<Table>>();
  known.set(reading, tables);
  const read = tables.get(name) ?? (readOwnTable(findTable(reading, name)) as unknown as TableReading<Table>);
  tables.set(name, read);
  return read as unknown as TableReading<OwnTables[Name]>;
}

/** The same of a table that was found already. */
export function readOwnTable<Each extends Table>(table: OwnTable<Each> | null): TableReading<Each> {
  const findings: Finding[] = [];
  if (!table) return { table, rows: [], findings };
  const isDown = table.definition.direction === 'down';
  const own = [...table.positions.values()];
  const says = (line: readonly GridValue[]) => own.some((position) => (line[position] ?? '') !== '');
  const lines = isDown ? [0] : table.cells.flatMap((line, row) => (row > 0 && says(line) ? [row] : []));
  const rows = lines.flatMap((row) => new RowReader(table, row, findings).record() ?? []);
  return { table, rows: rows as RecordOf<Each>[], findings };
}

/** What a person may have typed between the words of a list. */
/** Visits, units, percents, and numbers of files, which have nine digits. */
const MAX_COUNT = 999_999_999;
/** Characters of a cell that a sentence repeats. */
const QUOTED = 40;
const SEPARATORS = { ', ': /[,;\n]/, '; ': '; ', ' ': /[\s,;]+/ } as const;

class RowReader {
  constructor(
    private readonly table: OwnTable,
    private readonly row: number,
    private readonly findings: Finding[],
  ) {}

  /** Null where the row lacks what it cannot do without; a finding then says so. */
  record(): object | null {
    const record: Record<string, unknown> = {};
    for (const column of columnsOf(this.table.definition)) {
      const value = this.value(column);
      if (value === null && column.required === 'row') {
        this.tellIncomplete(column);
        return null;
      }
      const [own, part] = column.path;
      if (part === null) record[own] = value;
      else ((record[own] ??= {}) as Record<string, unknown>)[part] = value;
    }
    const { table, row } = this;
    let cells: Record<string, CellPlace> | null = null;
    // Thousands of rows are read whose places nobody asks for.
    Object.defineProperty(record, 'cells', { enumerable: true, get: () => (cells ??= placesOf(table, row)) });
    return record;
  }

  private value(column: KeyedColumn): unknown {
    const position = this.table.positions.get(column.key);
    const isDown = this.table.definition.direction === 'down';
    const cell =
      position === undefined
        ? ''
        : ((isDown ? this.table.cells[position]?.[1] : this.table.cells[this.row]?.[position]) ?? '');
    const text = String(cell).trim();
    if (text === '') return column.kind === 'list' ? [] : column.isBlankText ? '' : null;
    if (isErrorText(text)) return this.unreadable(column, 'holds an error', 'Type the value itself.');
    switch (column.kind) {
      case 'text':
        return text;
      case 'list':
        return text.split(SEPARATORS[column.separator ?? ', ']).flatMap((part) => part.trim() || []);
      case 'number':
        return this.number(column, text);
      case 'money':
        return this.money(column, cell, text);
      case 'day':
        return this.day(column, cell, text);
      case 'yes-no':
        return this.yesNo(column, text);
      case 'choice':
        return this.choice(column, text);
    }
  }

  private number(column: KeyedColumn, text: string): number | null {
    const number = Number(text.replace(/%$/, ''));
    if (number >= 0 && number <= MAX_COUNT) return number;
    const why = number < 0 ? 'is less than zero' : number > MAX_COUNT ? 'is too large' : 'is not a number';
    return this.unreadable(
      column,
      `says "${quoted(text)}", which ${why}`,
      'Type a number, or leave it empty.',
    );
  }

  private money(column: KeyedColumn, cell: GridValue, text: string) {
    const cents = typeof cell === 'number' ? nearestCents(cell) : centsOf(text.replace(/[$,\s]/g, ''));
    if (cents !== null && isWithinBounds(cents)) return cents;
    const why = cents === null ? 'is not an amount' : `is more than $${formatDollars(MAX_AMOUNT)}`;
    return this.unreadable(column, `says "${quoted(text)}", which ${why}`, 'Type an amount such as 95.00.');
  }

  private day(column: KeyedColumn, cell: GridValue, text: string): Day | null {
    if (typeof cell === 'number' && Number.isFinite(cell)) {
      const day = dayOfSerial(cell, this.table.sheet.date1904);
      if (canBeWritten(day)) return day;
    }
    const [, month, dayOfMonth, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    const day = year ? dayOf(Number(year), Number(month), Number(dayOfMonth)) : parseIso(text);
    if (day !== null) return day;
    const what = `says "${quoted(text)}", which is not a date`;
    return this.unreadable(column, what, 'Type a date such as 10/31/1980.', this.dateFix(text));
  }

  private yesNo(column: KeyedColumn, text: string): boolean | null {
    if (/^(yes|y|true|x|1)$/i.test(text)) return true;
    if (/^(no|n|false|0)$/i.test(text)) return false;
    return this.unreadable(column, `says "${quoted(text)}"`, 'Type Yes or No.');
  }

  private choice(column: KeyedColumn, text: string): string | null {
    const choices = column.choices ?? [];
    const letters = (word: string) => word.toLowerCase().replace(/[^a-z0-9]/g, '');
    const found = choices.find(
      (each) => each.toLowerCase() === text.toLowerCase() || letters(each) === letters(text),
    );
    return (
      found ?? this.unreadable(column, `says "${quoted(text)}"`, `Choose one of: ${choices.join(', ')}.`)
    );
  }

  /** Another way to write a date that can mean but one day: "31 Oct 1980", "31-10-1980", not "10-11-80". */
  private dateFix(text: string): CellFix | null {
    if (isTooLong(text) || !/\d{4}/.test(text)) return null;
    const read = readDate(text, '', { date1904: false, order: 'mixed', year: null });
    if ('unreadable' in read) return null;
    const column = { kind: 'day' } as const;
    const to = cellOf(column, read.value.day, this.table.sheet.date1904);
    if (typeof to !== 'number') return null;
    return { was: text, to, format: columnFormat(column), words: `Write ${usDate(read.value.day)}` };
  }

  private unreadable(column: KeyedColumn, what: string, fix: string, cellFix: CellFix | null = null): null {
    this.findings.push({
      rule: 'table-cell-unreadable',
      severity: 'STOP',
      place: placeOf(this.table, this.row, column.key),
      message: `${column.header} in ${this.table.definition.name} ${what}, so it was taken as not known.`,
      fix: fix,
      source: 'Claimsheet: nothing is guessed from a cell that cannot be read',
      ...(cellFix ? { cellFix } : {}),
    });
    return null;
  }

  private tellIncomplete({ header }: KeyedColumn): void {
    const { definition, top, left, sheet } = this.table;
    this.findings.push({
      rule: 'table-row-incomplete',
      severity: 'STOP',
      place: { sheet: sheet.name, row: top + this.row, column: left },
      message: `Row ${String(top + this.row)} of ${definition.name} has nothing under "${header}", so it was not read.`,
      fix: `Fill in "${header}", or delete the row.`,
      source: 'Claimsheet: every row is used, or it is told why not',
    });
  }
}

function quoted(text: string): string {
  return text.length > QUOTED ? `${text.slice(0, QUOTED - 1)}…` : text;
}

function placesOf(table: OwnTable, row: number): Record<string, CellPlace> {
  const places: Record<string, CellPlace> = {};
  for (const { key } of columnsOf(table.definition)) {
    const place = placeOf(table, row, key);
    if (place) places[key] = place;
  }
  return places;
}

function placeOf(
  { definition, sheet, top, left, positions }: OwnTable,
  row: number,
  key: string,
): CellPlace | null {
  const position = positions.get(key);
  if (position === undefined) return null;
  return definition.direction === 'down'
    ? { sheet: sheet.name, row: top + position, column: left + 1 }
    : { sheet: sheet.name, row: top + row, column: left + position };
}

function isErrorText(text: string): boolean {
  return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|GETTING_DATA)$/.test(
    text,
  );
}
