import { CellError, type Book, type CellValue, type Sheet } from '../../desk/book/book';
import { parseArea } from '../../desk/book/address';
import { createCalculator, type Calculator } from '../../desk/calc/calculator';
import { placeAddress } from '../../desk/calc/place';
import { addInFunctions } from '../../desk/cli/add-in';
import { Host } from '../../desk/host/host';
import { installGlobals, startClient, type Client } from '../../desk/runtime/client';

/** A workbook that stays open with the add-in's functions, Microsoft's client and everything live. */
export interface LiveDesk {
  book: Book;
  host: Host;
  run: Client['run'];
  calculator: Calculator;
  /** What the cells show, e.g. `7` or `#N/A sentence`, by address: `show('Sessions!H2')`. */
  show(address: string): string;
  /** Changes something; gives the cells that later results of functions have then calculated anew. */
  changing(change: () => unknown): Promise<string[]>;
  /** The same where nothing follows: waits a while and gives what was calculated all the same. */
  quietly(change: () => unknown): Promise<string[]>;
  close(): Promise<void>;
}

/** `before` is done to the host before the first calculation. */
export async function openLive(book: Book, before?: (host: Host) => void): Promise<LiveDesk> {
  const host: Host = new Host(book, {
    recalculate: (all) => (all ? calculator.recalculateAll() : calculator.recalculate()),
  });
  const client = await startClient(host);
  const restore = installGlobals(client);
  const functions = await addInFunctions();
  let updated: string[] = [];
  let tell: () => void = () => undefined;
  const calculator = await createCalculator(book, {
    functions: functions.table,
    invoke: client.invoke,
    streaming: client.streaming,
    onUpdate: (report) => {
      updated.push(...report.calculated.map(placeAddress));
      host.raiseCalculated(report);
      tell();
    },
  });
  await functions.associate(client);
  before?.(host);
  await host.whileCalculating(() => calculator.recalculateAll());
  const settled = async (milliseconds: number): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await host.settle();
  };
  const take = (): string[] => updated.splice(0).sort();
  return {
    book,
    host,
    run: (batch) => client.run(batch),
    calculator,
    show: (address) => shown(valueAt(book, address)),
    async changing(change) {
      updated = [];
      const update = new Promise<void>((resolve) => (tell = resolve));
      await change();
      await update;
      return take();
    },
    async quietly(change) {
      updated = [];
      await change();
      await settled(500);
      return take();
    },
    async close() {
      calculator.close();
      restore();
      await client.close();
    },
  };
}

function valueAt(book: Book, address: string): CellValue {
  const [sheetName = '', cell = ''] = address.split('!');
  const area = parseArea(cell);
  return (area && book.sheet(sheetName)?.cell(area.row, area.column)?.value) ?? null;
}

function shown(value: CellValue): string {
  return value instanceof CellError ? `${value.text} ${value.message ?? ''}`.trim() : String(value ?? '');
}

/** Writes a cell as a user or a co-author does, and tells the add-in. */
export function type(
  desk: LiveDesk,
  address: string,
  value: CellValue,
  source: 'Local' | 'Remote' = 'Local',
): void {
  const [sheetName = '', cell = ''] = address.split('!');
  const sheet = desk.book.sheet(sheetName) as Sheet;
  const area = parseArea(cell);
  if (!area) throw new Error(`${address} is no cell.`);
  sheet.setValue(area.row, area.column, value);
  desk.host.raiseChanged(sheet, area, { source });
}
