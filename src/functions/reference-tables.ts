import type { OwnService } from '../billing/services/code-for';
import type { Practice } from '../billing/records/practice';
import { directoryOf, type Directory } from '../billing/visits/directory';
import { askDateSystem } from '../workbook/excel/date-system';
import type { GridValue } from '../workbook/sessions/grid';
import type { Table } from '../workbook/tables/define-table';
import { ownTableOf } from '../workbook/tables/own-table';
import { feesTable } from '../workbook/tables/fees';
import { payersTable } from '../workbook/tables/payers';
import { practiceTable } from '../workbook/tables/practice';
import { readOwnTable, type TableReading } from '../workbook/tables/read-table';

/** What formulas need of Claimsheet's own tables. */
export interface ReferenceTables {
  /** The Payers table by name; null where there is none. */
  payers: Pick<Directory, 'payers' | 'payerNames'> | null;
  practice: Practice | null;
  /** Words of the user's own for codes, from the Fees table. */
  services: OwnService[];
  /** Whether the workbook counts its days from 1904. */
  date1904: boolean;
}

let reading: Promise<ReferenceTables> | null = null;
let watching = false;

/**
 * The tables as they stand. Read once and kept until a table of the workbook changes, so that thousands of formulas
 * cost one read.
 */
export function referenceTables(): Promise<ReferenceTables> {
  reading ??= readTables();
  return reading;
}

/** Drops what was read, so that the next call reads the workbook again. */
export function forgetReferenceTables(): void {
  reading = null;
}

async function readTables(): Promise<ReferenceTables> {
  try {
    return await Excel.run(async (context) => {
      const { workbook } = context;
      const ask = <Each extends Table>(definition: Each) => {
        const table = workbook.tables.getItemOrNullObject(definition.name);
        return { definition, table, range: table.getRange().load('values') };
      };
      const [payers, practice, fees] = [ask(payersTable), ask(practiceTable), ask(feesTable)];
      const dateSystem = askDateSystem(workbook);
      await context.sync();
      const date1904 = dateSystem.is1904;
      const read = <Each extends Table>({ definition, table, range }: Asked<Each>) =>
        table.isNullObject
          ? readOwnTable<Each>(null)
          : readCells(definition, range.values as GridValue[][], date1904);
      if (!watching) watching = await watchTables(context);
      if (!watching) forgetReferenceTables();
      return {
        payers: payers.table.isNullObject ? null : directoryOf([], read(payers).rows),
        practice: read(practice).rows[0] ?? null,
        services: read(fees).rows.flatMap(({ code, aliases }) => aliases.map((name) => ({ name, code }))),
        date1904,
      };
    });
  } catch (error) {
    forgetReferenceTables();
    throw error;
  }
}

interface Asked<Each extends Table> {
  definition: Each;
  table: Excel.Table;
  range: Excel.Range;
}

/** A formula points at no cell of the table, so that it does not matter where the table stands. */
function readCells<Each extends Table>(
  definition: Each,
  values: GridValue[][],
  date1904: boolean,
): TableReading<Each> {
  const { name } = definition;
  const table = { name, top: 1, left: 1, rows: values.length, columns: values[0]?.length ?? 0 };
  const at = { firstRow: 1, firstColumn: 1, formats: [], tables: [table] };
  const sheet = { name, id: '', mark: null, visible: true, isProtected: false, values, date1904, ...at };
  return readOwnTable(ownTableOf(definition, sheet, table));
}

/**
 * The tables may be made, edited or removed later; each of them makes what was read out of date. False where Excel
 * has no such events: then nothing is kept.
 */
async function watchTables(context: Excel.RequestContext): Promise<boolean> {
  const { tables } = context.workbook;
  const forget = (): Promise<void> => Promise.resolve(forgetReferenceTables());
  try {
    for (const event of [tables.onChanged, tables.onAdded, tables.onDeleted]) event.add(forget);
    await context.sync();
    return true;
  } catch {
    return false;
  }
}
