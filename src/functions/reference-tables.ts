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
import { notAvailable } from './errors';
import { Cure, runPatiently } from './patient-reading';
import { watchedTables, watchTables } from './table-events';

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
/** What the reading came to, as long as nothing has changed since. */
let known: ReferenceTables | null = null;

/**
 * The tables as they stand. Read once and kept until one of them changes, so that thousands of formulas cost one read.
 * While the user types into a cell it waits. Where Excel does not let them be read, this rejects with #N/A and a
 * sentence; when they can be read after all, every formula is calculated anew.
 */
export function referenceTables(): Promise<ReferenceTables> {
  return readOnce().catch((error: unknown) => {
    cure.begin();
    const said = error instanceof Error ? error.message : String(error);
    throw notAvailable(`Excel did not let Claimsheet's tables be read (${said}); it is tried again.`);
  });
}

/** The same where they were read already; null where that has to be awaited. */
export function knownTables(): ReferenceTables | null {
  return known;
}

/** Drops what was read, so that the next call reads the workbook again. */
export function forgetReferenceTables(): void {
  cure.stop();
  reading = null;
  known = null;
}

const cure = new Cure(async () => {
  await readOnce();
  await runPatiently(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
});

function readOnce(): Promise<ReferenceTables> {
  if (reading) return reading;
  const own = runPatiently(readTables).then(
    ({ tables, isWatched }) => {
      // What changed while it was read is read again by the next call.
      if (reading === own) known = isWatched ? tables : null;
      if (reading === own && !isWatched) reading = null;
      return tables;
    },
    (error: unknown) => {
      if (reading === own) reading = null;
      throw error;
    },
  );
  reading = own;
  return own;
}

async function readTables(
  context: Excel.RequestContext,
): Promise<{ tables: ReferenceTables; isWatched: boolean }> {
  const { workbook } = context;
  const ask = <Each extends Table>(definition: Each) => {
    const table = workbook.tables.getItemOrNullObject(definition.name).load('id');
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
  watchedTables([payers, practice, fees].map(({ table }) => (table.isNullObject ? null : table.id)));
  const isWatched = await watchTables(context, forgetReferenceTables);
  const tables = {
    payers: payers.table.isNullObject ? null : directoryOf([], read(payers).rows),
    practice: read(practice).rows[0] ?? null,
    services: read(fees).rows.flatMap(({ code, aliases }) => aliases.map((name) => ({ name, code }))),
    date1904,
  };
  return { tables, isWatched };
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
