import { lastEntry } from '../../../src/workbook/journal/journal';
import { withJournal } from '../../../src/workbook/journal/with-journal';
import type { Plan } from '../../../src/workbook/plan/plan';
import type { WorkbookReading } from '../../../src/workbook/reading';
import { EMPTY_READING, readingOf } from '../../support/own-tables';

function planOf(sheets: string[]): Plan {
  const run = { id: '2026-10 superbills', when: '2026-11-02 09:00', what: 'Superbills for 2026-10' };
  const form = { name: 'none', rowHeights: [], cells: [] } as unknown as Plan['documents'][number]['form'];
  return { run, rows: [], documents: sheets.map((name) => ({ name, form, pages: [] })) };
}

/** The Activity sheet as it is read after the plan was written. */
function written(plan: Plan): WorkbookReading {
  return readingOf({ Activity: plan.rows.flatMap((each) => (each.table === 'Activity' ? each.rows : [])) });
}

test.each([3, 1_500])('a run that made %i sheets knows them all, in cells that Excel can hold', (count) => {
  const names = Array.from({ length: count }, (_, index) => `SB 2026-10 Ada Applegate ${String(index + 1)}`);
  const reading = written(withJournal(planOf(names), EMPTY_READING, 'abc', ''));
  const longest = reading.sheets[0]?.values.flat().map((value) => String(value).length) ?? [];
  expect(Math.max(...longest)).toBeLessThanOrEqual(30_000);
  const entry = lastEntry(reading);
  expect(entry?.what).toBe('Superbills for 2026-10');
  expect(entry?.sheets.map(({ name }) => name)).toEqual(['Activity', ...names]);
});
