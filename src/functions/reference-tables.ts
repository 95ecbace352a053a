import type { Practice } from '../billing/records/practice';
import { directoryOf, type Directory } from '../billing/visits/directory';
import { askDateSystem } from '../workbook/excel/date-system';
import type { GridValue } from '../workbook/sessions/grid';
import type { OwnTable } from '../workbook/tables/own-table';
import { readRecords } from '../workbook/tables/records';
import type { TableSchema } from '../workbook/tables/schema';
import { payersTable, practiceTable } from '../workbook/tables/schemas/filled-in';

/** What formulas need of Claimsheet's own tables. */
export interface ReferenceTables {
  /** The Payers table by name; null where there is none. */
  payers: Pick<Directory, 'payers' | 'payerNames'> | null;
  practice: Practice | null;
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
      const ask = (schema: TableSchema) => {
        const table = workbook.tables.getItemOrNullObject(schema.name);
        return { schema, table, range: table.getRange().load('values') };
      };
      const [payers, practice] = [ask(payersTable), ask(practiceTable)];
      const dateSystem = askDateSystem(workbook);
      await context.sync();
      const date1904 = dateSystem.is1904;
      const own = ({ schema, table, range }: ReturnType<typeof ask>) =>
        table.isNullObject ? null : tableOf(schema, range.values as GridValue[][], date1904);
      const records = readRecords({
        practice: own(practice),
        payers: own(payers),
        clients: null,
        authorizations: null,
        fees: null,
        benefits: null,
      });
      if (!watching) watching = await watchTables(context);
      if (!watching) forgetReferenceTables();
      return {
        payers: payers.table.isNullObject ? null : directoryOf([], records.payers),
        practice: records.practice,
        date1904,
      };
    });
  } catch (error) {
    forgetReferenceTables();
    throw error;
  }
}

/** A formula points at no cell of the table, so that it does not matter where the table stands. */
function tableOf(schema: TableSchema, cells: GridValue[][], date1904: boolean): OwnTable {
  const sheet = {
    name: schema.name,
    visible: true,
    isProtected: false,
    firstRow: 1,
    firstColumn: 1,
    values: cells,
    formats: [],
    date1904,
    tables: [],
  };
  return { schema, sheet, cells, top: 1, left: 1, tableName: schema.name };
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
