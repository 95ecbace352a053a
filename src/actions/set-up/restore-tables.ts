import type { Prepared } from '../../practice/prepare';
import { readWorkbook } from '../../workbook/excel/read-workbook';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import { lostTables } from '../../workbook/tables/own-table';

export interface RestoreReport {
  action: 'repair';
  /** Names of the tables that are tables of Excel again. */
  tables: string[];
}

/**
 * Plans to make tables of Excel again out of Claimsheet's own that are ordinary ranges now, as after *Convert to
 * Range*. It is no run: it puts back what was there, so that Undo goes on with the run before it.
 */
export async function prepareTablesAgain(context: Excel.RequestContext): Promise<Prepared<RestoreReport>> {
  const reading = await readWorkbook(context, isOwnDocument);
  const lost = lostTables(reading);
  return {
    reading,
    plan: lost.length === 0 ? null : { run: null, tablesAgain: lost },
    report: { action: 'repair', tables: lost.map(({ name }) => name) },
  };
}
