import { finishPlan } from '../../practice/finish-plan';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { clearinghouseTable } from '../../workbook/tables/clearinghouse';
import { columnsOf } from '../../workbook/tables/define-table';
import { hasTable } from '../../workbook/tables/own-table';
import { clearinghouse, type Clearinghouse } from '../../x12/claim-837p/clearinghouses';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';

/**
 * Plans the Clearinghouse table with what is known of a clearinghouse (`office-ally`, `other`), so that only what it
 * assigned is left to type. It is a setting, as if it were typed: Undo passes over it, goes on with the run before it
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
  const { reading } = await readSettled(context, now);
  if (hasTable(reading, 'Clearinghouse')) return { reading, plan: null, report: { tablesMade: [] } };
  const plan = finishPlan(
    {
      run: {
        id: 'clearinghouse',
        when: localTime(now),
        what: `Clearinghouse table for ${preset.title}`,
        isKept: true,
      },
      documents: [],
      rows: [{ table: 'Clearinghouse', rows: [presetRow(preset)] }],
    },
    reading,
  );
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
