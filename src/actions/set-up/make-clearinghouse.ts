import { readWorkbook } from '../../workbook/excel/read-workbook';
import { clearinghouseTable } from '../../workbook/tables/clearinghouse';
import { columnsOf } from '../../workbook/tables/define-table';
import { hasTable } from '../../workbook/tables/own-table';
import { clearinghouse, type Clearinghouse } from '../../x12/claim-837p/clearinghouses';
import { localTime } from '../../practice/practice-book';
import { isOwnDocument } from '../../workbook/plan/own-sheets';
import type { Prepared } from '../../practice/prepare';

/**
 * Plans the Clearinghouse table with what is known of a clearinghouse (`office-ally`, `other`), so that only what it
 * assigned is left to type. It is a setting, as if it were typed: no run, so that Undo goes on with the run before it
 * and never stops at what the user types there. Nothing is planned where the table is there already. Throws on an id
 * that is not known.
 */
export async function prepareClearinghouse(
  context: Excel.RequestContext,
  id: string,
  now: Date,
): Promise<Prepared<{ tablesMade: string[] }>> {
  const preset = clearinghouse(id);
  if (!preset) throw new RangeError(`no clearinghouse ${id}`);
  const reading = await readWorkbook(context, isOwnDocument);
  if (hasTable(reading, 'Clearinghouse')) return { reading, plan: null, report: { tablesMade: [] } };
  const plan = {
    run: { id: 'clearinghouse', when: localTime(now), what: `Clearinghouse table for ${preset.title}` },
    documents: [],
    rows: [{ table: 'Clearinghouse' as const, rows: [presetRow(preset)] }],
  };
  return { reading, plan, report: { tablesMade: ['Clearinghouse'] } };
}

function presetRow({ id, settings }: Clearinghouse): Record<string, string> {
  const known = new Map<string, unknown>(Object.entries(settings));
  return Object.fromEntries(
    columnsOf(clearinghouseTable).flatMap(({ key }): [string, string][] => {
      if (key === 'clearinghouse') return [[key, id]];
      const value = known.get(key);
      return typeof value === 'string' ? [[key, value]] : [];
    }),
  );
}
