import type { MappedSheet } from '../../../src/actions/sessions/map-sheet';
import type { SessionField } from '../../../src/billing/records/session';
import { isOwnDocument } from '../../../src/workbook/plan/own-sheets';
import type { WorkbookReading } from '../../../src/workbook/reading';
import type { SheetGrid } from '../../../src/workbook/sessions/grid';
import { mapColumns } from '../../../src/workbook/sessions/mapping/map-columns';
import { TABLES, TABLE_NAMES, type OwnTableName } from '../../../src/workbook/tables';
import { columnsOf } from '../../../src/workbook/tables/define-table';
import { normalizeHeader } from '../../../src/workbook/tables/header';
import { lostTables } from '../../../src/workbook/tables/own-table';
import { OWN_COLUMNS, OWN_WORDS, type Treatment } from './own-columns';

/** How each cell of a sheet is treated. Rows and columns are Excel's numbers. */
export type SheetTreatments = (row: number, column: number) => Treatment;

type Area = { top: number; left: number; rows: number; columns: number };

const OF_FIELD: Readonly<Record<SessionField, Treatment>> = {
  ...{ client: 'name', provider: 'name', payer: 'payer', notes: 'text', status: 'text', place: 'text' },
  ...{ billed: 'text', date: 'page', start: 'page', end: 'page', minutes: 'page', cpt: 'page', dx: 'page' },
  ...{
    charge: 'page',
    paid: 'page',
    copay: 'page',
    insurance_paid: 'page',
    units: 'page',
    modifiers: 'page',
    service: 'text',
    assistant: 'name',
  },
};
/** What a column is taken for counts most where it tells of people. */
const WORST_FIRST: readonly Treatment[] = ['name', 'text', 'payer', 'page'];

/** For every sheet of the workbook; `accounts` say what was made of the rows and columns of sessions. */
export function treatmentsOf(
  reading: WorkbookReading,
  accounts: MappedSheet['accounts'],
): Map<string, SheetTreatments> {
  const lost = lostTables(reading);
  return new Map(
    reading.sheets.map((sheet): [string, SheetTreatments] => {
      if (isOwnDocument(sheet.name)) return [sheet.name, () => 'page'];
      const own = TABLE_NAMES.flatMap((name) => {
        const table = sheet.tables.find((each) => each.name.toLowerCase() === name.toLowerCase());
        const range = lost.find((each) => each.name === name && each.sheet === sheet.name)?.area;
        const area = table ?? range;
        return area ? [ownTable(sheet, name, area)] : [];
      });
      if (own.length > 0) return [sheet.name, firstOf(own, 'text')];
      const account = accounts.find((each) => each.sheet === sheet.name);
      return [sheet.name, account ? sessionSheet(account) : otherSheet(sheet)];
    }),
  );
}

type Partly = (row: number, column: number) => Treatment | null;

function firstOf(parts: readonly Partly[], otherwise: Treatment): SheetTreatments {
  return (row, column) => {
    for (const part of parts) {
      const treatment = part(row, column);
      if (treatment !== null) return treatment;
    }
    return otherwise;
  };
}

function ownTable(sheet: SheetGrid, name: OwnTableName, area: Area): Partly {
  const definition = TABLES[name];
  const isDown = definition.direction === 'down';
  const headerAt = (place: number) =>
    isDown ? valueAt(sheet, place, area.left) : valueAt(sheet, area.top, place);
  const known = new Map<string, Treatment>(
    columnsOf(definition).map(({ key, header, kind }) => [
      normalizeHeader(header),
      (OWN_COLUMNS[name] as Readonly<Record<string, Treatment>>)[key] ??
        (kind === 'text' || kind === 'list' ? 'text' : 'keep'),
    ]),
  );
  const places = new Map<number, Treatment>();
  const [from, to] = isDown ? [area.top, area.top + area.rows] : [area.left, area.left + area.columns];
  for (let place = from; place < to; place++) {
    const header = headerAt(place);
    places.set(place, known.get(normalizeHeader(header)) ?? ofHeader(header) ?? 'text');
  }
  return (row, column) => {
    const isInside =
      row >= area.top &&
      row < area.top + area.rows &&
      column >= area.left &&
      column < area.left + area.columns;
    if (!isInside) return null;
    if (row === area.top) return 'keep';
    if (isDown) return column === area.left + 1 ? (places.get(row) ?? 'text') : 'keep';
    return places.get(column) ?? 'text';
  };
}

function sessionSheet({ tables }: MappedSheet['accounts'][number]): SheetTreatments {
  return firstOf(
    tables.map(({ area, rows, columns }): Partly => {
      const kinds = new Map(rows.map(({ row, kind }) => [row, kind]));
      const treatments = new Map(
        columns.map(({ column, label, fields, use }): [number, Treatment] => {
          const taken = use === 'taken' ? fields.map((field) => OF_FIELD[field]) : [];
          const worst = WORST_FIRST.find((treatment) => taken.includes(treatment));
          return [column, worst ?? ofHeader(label) ?? 'text'];
        }),
      );
      return (row, column) => {
        if (row < area.top || row > area.bottom || column < area.left || column > area.right) return null;
        const kind = kinds.get(row);
        if (kind === 'header' || kind === 'header again') return 'page';
        const isList = kind === 'session' || kind === 'no session' || kind === 'left out';
        return isList ? (treatments.get(column) ?? 'text') : 'text';
      };
    }),
    'text',
  );
}

/** A sheet of which nothing is read: its headers say what may stand below them. */
function otherSheet(sheet: SheetGrid): SheetTreatments {
  if (sheet.values.length === 0) return () => 'text';
  const { headerRow } = mapColumns(sheet);
  const header = sheet.values[headerRow - sheet.firstRow] ?? [];
  const treatments = header.map((label) => ofHeader(String(label)));
  return (row, column) => (row > headerRow ? (treatments[column - sheet.firstColumn] ?? 'text') : 'text');
}

function ofHeader(label: string): Treatment | null {
  return OWN_WORDS.find(({ header }) => header.test(label))?.treatment ?? null;
}

function valueAt(sheet: SheetGrid, row: number, column: number): string {
  return String(sheet.values[row - sheet.firstRow]?.[column - sheet.firstColumn] ?? '');
}
