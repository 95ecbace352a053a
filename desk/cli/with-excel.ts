import { fullAddress } from '../book/address';
import type { Book, Sheet } from '../book/book';
import { createCalculator } from '../calc/calculator';
import type { CalculationReport } from '../calc/report';
import { Host } from '../host/host';
import { installGlobals, startClient } from '../runtime/client';
import { addInFunctions } from './add-in';
import { BadInput } from './bad-input';

/** A workbook that the add-in can work on, as in Excel. */
export interface OpenWorkbook {
  book: Book;
  host: Host;
  /** Calculates every formula; the answer says which cells could not be. */
  recalculate(): Promise<CalculationReport>;
  run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T>;
}

/** Opens the book with Microsoft's client and the add-in's functions, lets `work` use it, and closes all. */
export async function withExcel<T>(book: Book, work: (workbook: OpenWorkbook) => Promise<T>): Promise<T> {
  const host: Host = new Host(book, {
    recalculate: (all) => (all ? calculator.recalculateAll() : calculator.recalculate()),
  });
  const client = await startClient(host);
  const restore = installGlobals(client);
  const functions = await addInFunctions();
  const calculator = await createCalculator(book, {
    functions: functions.table,
    invoke: client.invoke,
    streaming: client.streaming,
    onUpdate: (report) => host.raiseCalculated(report),
  });
  try {
    await functions.associate(client);
    const calculateAll = () => host.whileCalculating(() => calculator.recalculateAll());
    let justCalculated = hasUnknownResults(book) ? await calculateAll() : null;
    return await work({
      book,
      host,
      run(batch) {
        for (const sheet of book.sheets) refuseEndlessSheet(sheet);
        justCalculated = null;
        return client.run(batch);
      },
      recalculate: async () => justCalculated ?? (await calculateAll()),
    });
  } finally {
    calculator.close();
    restore();
    await client.close();
  }
}

/** Cells of the area in use, which the add-in reads whole: far more than sessions take, and still read in seconds. */
const MAX_USED_CELLS = 3_000_000;

function refuseEndlessSheet(sheet: Sheet): void {
  const used = sheet.usedArea(true);
  if (!used || used.rows * used.columns <= MAX_USED_CELLS) return;
  const last = fullAddress(sheet.name, {
    row: used.row + used.rows - 1,
    column: used.column + used.columns - 1,
    rows: 1,
    columns: 1,
  });
  const most = MAX_USED_CELLS.toLocaleString('en-US');
  throw new BadInput(
    `The cells in use reach as far as ${last}, more than ${most} cells: delete what stands there far from the rest.`,
  );
}

/** Excel has the result of every formula at hand; a file written by another program may not. */
function hasUnknownResults(book: Book): boolean {
  return book.sheets.some((sheet) => {
    for (const { cell } of sheet.entries()) if (cell.formula !== null && cell.value === null) return true;
    return false;
  });
}
