/** As much of Excel as a custom function touches: its errors, and one workbook with tables. */
export class FunctionError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface FakeExcel {
  /** Cells of the Payers table with its header, or null: no such table. */
  payers: unknown[][] | null;
  /** The same of the Practice table. */
  practice: unknown[][] | null;
  /** The same of the Fees table. */
  fees: unknown[][] | null;
  /** The serial of 2000-01-01: 36526, or 35064 where days count from 1904. */
  serial2000: number;
  /** How often the workbook was read. */
  reads: number;
  hasEvents: boolean;
  /** What a change of a table calls. */
  changed: ((event: { tableId: string }) => Promise<void>)[];
}

/** Puts the two globals in place and returns what the test may look at. */
export function installExcel(payers: unknown[][] | null): FakeExcel {
  const excel: FakeExcel = {
    payers,
    practice: null,
    fees: null,
    serial2000: 36526,
    reads: 0,
    hasEvents: true,
    changed: [],
  };
  const event = {
    add: (handler: FakeExcel['changed'][number]) => {
      if (!excel.hasEvents) throw new Error('this host has no table events');
      excel.changed.push(handler);
    },
  };
  const run = async (_: unknown, batch: (context: unknown) => Promise<unknown>): Promise<unknown> => {
    excel.reads += 1;
    const getItemOrNullObject = (name: string) => {
      const known: Record<string, unknown[][] | null> = {
        Payers: excel.payers,
        Practice: excel.practice,
        Fees: excel.fees,
      };
      const cells = known[name] ?? null;
      const range = { values: cells ?? [], load: () => range };
      const table = {
        isNullObject: cells === null,
        id: `{${name}}`,
        getRange: () => range,
        load: () => table,
      };
      return table;
    };
    const serial = { value: excel.serial2000, load: () => serial };
    const tables = { getItemOrNullObject, onChanged: event, onAdded: event, onDeleted: event };
    const functions = { date: () => serial };
    return batch({ workbook: { tables, functions }, sync: () => Promise.resolve() });
  };
  const ErrorCode = { invalidValue: '#VALUE!', notAvailable: '#N/A' };
  Object.assign(globalThis, { Excel: { run }, CustomFunctions: { Error: FunctionError, ErrorCode } });
  return excel;
}
