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
  /** How often the workbook was read. */
  reads: number;
  hasEvents: boolean;
  /** What a change of a table calls. */
  changed: (() => Promise<void>)[];
}

/** Puts the two globals in place and returns what the test may look at. */
export function installExcel(payers: unknown[][] | null): FakeExcel {
  const excel: FakeExcel = { payers, reads: 0, hasEvents: true, changed: [] };
  const event = {
    add: (handler: () => Promise<void>) => {
      if (!excel.hasEvents) throw new Error('this host has no table events');
      excel.changed.push(handler);
    },
  };
  const run = async (batch: (context: unknown) => Promise<unknown>): Promise<unknown> => {
    excel.reads += 1;
    const range = { values: [] as unknown[][], load: () => range };
    const table = { isNullObject: false, getRange: () => range };
    const sync = (): Promise<void> => {
      table.isNullObject = excel.payers === null;
      range.values = excel.payers ?? [];
      return Promise.resolve();
    };
    const tables = { getItemOrNullObject: () => table, onChanged: event, onAdded: event, onDeleted: event };
    return batch({ workbook: { tables }, sync });
  };
  const ErrorCode = { invalidValue: '#VALUE!', notAvailable: '#N/A' };
  Object.assign(globalThis, { Excel: { run }, CustomFunctions: { Error: FunctionError, ErrorCode } });
  return excel;
}
