import type { CellFix, CellPlace, Finding } from '../../billing/findings';
import { centsOf, nearestCents, type Cents } from '../../billing/values/cents';
import { dayOf, from1904, parseIso, usDate, type Day } from '../../billing/values/day';
import { readDate } from '../sessions/cells/dates';
import type { GridValue } from '../sessions/grid';
import { positionsOf, type OwnTable } from './own-table';
import { cellOf, columnFormat } from './row-values';
import type { SchemaColumn } from './schema';

/** One record of one of Claimsheet's own tables: its cells read by kind, each with its place. */
export class RecordCells {
  readonly cells: Record<string, CellPlace> = {};
  readonly findings: Finding[] = [];
  private readonly values = new Map<string, GridValue>();
  private readonly columns: ReadonlyMap<string, SchemaColumn>;

  constructor(
    private readonly table: OwnTable,
    entries: Iterable<{ column: SchemaColumn; value: GridValue; place: CellPlace }>,
  ) {
    this.columns = new Map(table.schema.columns.map((column) => [column.key, column]));
    for (const { column, value, place } of entries) {
      this.values.set(column.key, value);
      this.cells[column.key] = place;
    }
  }

  text(key: string): string | null {
    const value = this.values.get(key) ?? '';
    const text = String(value).trim();
    if (isErrorText(text)) return this.unreadable(key, 'holds an error', 'Type the value itself.');
    return text === '' ? null : text;
  }

  list(key: string): string[] {
    return (this.text(key) ?? '')
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  number(key: string): number | null {
    const text = this.text(key);
    if (text === null) return null;
    const number = Number(text.replace(/%$/, ''));
    if (Number.isFinite(number) && number >= 0) return number;
    const why = number < 0 ? 'is less than zero' : 'is not a number';
    return this.unreadable(key, `says "${text}", which ${why}`, 'Type a number, or leave it empty.');
  }

  money(key: string): Cents | null {
    const value = this.values.get(key);
    if (typeof value === 'number') return nearestCents(value);
    const text = this.text(key);
    if (text === null) return null;
    const cents = centsOf(text.replace(/[$,\s]/g, ''));
    return (
      cents ?? this.unreadable(key, `says "${text}", which is not an amount`, 'Type an amount such as 95.00.')
    );
  }

  date(key: string): Day | null {
    const value = this.values.get(key);
    if (typeof value === 'number' && Number.isFinite(value)) {
      const day = Math.floor(value);
      return this.table.sheet.date1904 ? from1904(day) : day;
    }
    const text = this.text(key);
    if (text === null) return null;
    const [, month, dayOfMonth, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
    const day = year ? dayOf(Number(year), Number(month), Number(dayOfMonth)) : parseIso(text);
    if (day !== null) return day;
    const what = `says "${text}", which is not a date`;
    return this.unreadable(key, what, 'Type a date such as 10/31/1980.', this.dateFix(text));
  }

  yesNo(key: string): boolean | null {
    const text = this.text(key);
    if (text === null) return null;
    if (/^(yes|y|true|x|1)$/i.test(text)) return true;
    if (/^(no|n|false|0)$/i.test(text)) return false;
    return this.unreadable(key, `says "${text}"`, 'Type Yes or No.');
  }

  choice<Choice extends string>(key: string, choices: readonly Choice[]): Choice | null {
    const text = this.text(key);
    if (text === null) return null;
    const wanted = text.toLowerCase().replace(/[^a-z]/g, '');
    const found = choices.find((choice) => choice.toLowerCase().replace(/[^a-z]/g, '') === wanted);
    return found ?? this.unreadable(key, `says "${text}"`, `Choose one of: ${choices.join(', ')}.`);
  }

  /** Another way to write a date that can mean but one day: "31 Oct 1980", "31-10-1980", not "10-11-80". */
  private dateFix(text: string): CellFix | null {
    if (!/\d{4}/.test(text)) return null;
    const read = readDate(text, '', { date1904: false, order: 'mixed', year: null });
    if ('unreadable' in read) return null;
    const column = { kind: 'date' } as const;
    const to = cellOf(column, read.value.day, this.table.sheet.date1904);
    if (typeof to !== 'number') return null;
    return { was: text, to, format: columnFormat(column), words: `Write ${usDate(read.value.day)}` };
  }

  private unreadable(key: string, what: string, toDo: string, fix: CellFix | null = null): null {
    const column = this.columns.get(key);
    this.findings.push({
      rule: 'table-cell-unreadable',
      severity: 'STOP',
      place: this.cells[key] ?? null,
      words: `${column?.header ?? key} in ${this.table.schema.name} ${what}, so it was taken as not known.`,
      toDo,
      source: 'Claimsheet: nothing is guessed from a cell that cannot be read',
      ...(fix ? { fix } : {}),
    });
    return null;
  }
}

/** The records of a table, blank rows left out. */
export function recordsOf(table: OwnTable): RecordCells[] {
  return table.schema.direction === 'down' ? [downRecord(table)] : acrossRecords(table);
}

function acrossRecords(table: OwnTable): RecordCells[] {
  const positions = positionsOf(table);
  return table.cells.flatMap((line, row) => {
    if (row === 0 || line.every((value) => value === '')) return [];
    return new RecordCells(
      table,
      table.schema.columns.flatMap((column) => {
        const position = positions.get(column.key);
        return position === undefined
          ? []
          : [{ column, value: line[position] ?? '', place: placeOf(table, row, position) }];
      }),
    );
  });
}

function downRecord(table: OwnTable): RecordCells {
  const rowOf = new Map(table.cells.map((line, row) => [String(line[0]).trim().toLowerCase(), row]));
  return new RecordCells(
    table,
    table.schema.columns.flatMap((column) => {
      const row = rowOf.get(column.header.toLowerCase());
      return row === undefined
        ? []
        : [{ column, value: table.cells[row]?.[1] ?? '', place: placeOf(table, row, 1) }];
    }),
  );
}

function placeOf(table: OwnTable, row: number, column: number): CellPlace {
  return { sheet: table.sheet.name, row: table.top + row, column: table.left + column };
}

function isErrorText(text: string): boolean {
  return /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|GETTING_DATA)$/.test(
    text,
  );
}
