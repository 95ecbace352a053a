import fc from 'fast-check';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { prepareMarkSent } from '../../../src/actions/claims/mark-sent';
import { applyUndo, prepareUndo } from '../../../src/actions/undo/undo';
import { applyPrepared } from '../../../src/practice/prepare';
import { MAX_RUNS, pastCells } from '../../../src/workbook/journal/past-runs';
import { findTable } from '../../../src/workbook/tables/own-table';
import { fileOf, NOW } from '../../faults/workbooks';
import { onDesk } from '../../support/desk';
import { readingOf } from '../../support/own-tables';
import { rowsOf } from '../../support/remittance/payments-desk';

interface Run {
  state: '' | 'kept' | 'partly undone' | 'unfinished';
  /** Characters that Undo needs, a row of the Activity sheet for each. */
  sizes: number[];
}

const rowsOfRun = ({ state, sizes }: Run, index: number) =>
  sizes.map((size, row) => ({
    run: `run ${String(index)}`,
    number: index + 1,
    when: '2026-11-01 09:00',
    what: `Run ${String(index)}${row === 0 ? '' : ' (continued)'}`,
    state: row === 0 ? state : '',
    mark: row === 0 ? `m${String(index)}` : `m${String(index)}+${String(row)}`,
    undo: '.'.repeat(size),
  }));

/** What is emptied and kept of these runs, the earliest first. */
function past(runs: readonly Run[]): { emptied: number[]; kept: number[] } {
  const reading = readingOf({ Activity: runs.flatMap(rowsOfRun) });
  const table = findTable(reading, 'Activity');
  if (!table) throw new Error('no Activity');
  const cells = pastCells(reading, table);
  const of = (key: string): number[] => [
    ...new Set(
      cells.flatMap(({ spot }) =>
        spot.column.key === key
          ? Number(/\d+/.exec(String(table.cells[spot.position]?.[table.positions.get('run') ?? -1]))?.[0])
          : [],
      ),
    ),
  ];
  return { emptied: of('undo'), kept: of('state') };
}

const open = (...sizes: number[]): Run => ({ state: '', sizes });
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

test('the last hundred runs keep their former values; those before are kept from then on', () => {
  const runs = numbers(MAX_RUNS + 3).map(() => open(10, 10));
  expect(past(runs)).toEqual({ emptied: [0, 1, 2], kept: [0, 1, 2] });
});

test('former values of many large runs are let go with all before them; never those of the last', () => {
  const large = Array.from({ length: 30 }, () => 30_000);
  expect(past([open(5), open(...large), open(...large), open(...large, ...large)])).toEqual({
    emptied: [0, 1, 2],
    kept: [0, 1, 2],
  });
  expect(past([open(...large, ...large, ...large)])).toEqual({ emptied: [], kept: [] });
});

test('what Undo passes over is let go after ten more runs; what is unfinished never', () => {
  const runs: Run[] = [
    { state: 'unfinished', sizes: [10] },
    { state: 'partly undone', sizes: [10] },
    { state: 'kept', sizes: [10] },
  ];
  expect(past([...runs, ...numbers(9).map(() => open(10))]).emptied).toEqual([0 + 1]);
  expect(past([...runs, ...numbers(10).map(() => open(10))])).toEqual({ emptied: [1, 2], kept: [] });
});

test('what is left of former values is bounded, and Undo begins with the same run as before', () => {
  const run = fc.record({
    state: fc.constantFrom<Run['state'][]>('', '', '', 'kept', 'partly undone'),
    sizes: fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 150 }), (runs) => {
      const { emptied } = past(runs);
      const size = (index: number): number => runs[index]?.sizes.reduce((sum, each) => sum + each, 0) ?? 0;
      const left = numbers(runs.length).filter((index) => !emptied.includes(index) && size(index) > 0);
      const total = left.reduce((sum, index) => sum + size(index), 0);
      // A last run that is open is never let go; one alone is far from the bound here.
      expect(total).toBeLessThanOrEqual(2_000_000 + 120_000);
      expect(left.length).toBeLessThanOrEqual(MAX_RUNS + 10);
      const last = runs.map(({ state }) => state).lastIndexOf('');
      if (last >= 0 && size(last) > 0 && runs.length - last <= 10) expect(emptied).not.toContain(last);
    }),
    { seed: 20_261_201, numRuns: 40 },
  );
});

test('Undo goes back through all runs that still can be undone, and says where it ends', async () => {
  const book = readXlsx(await fileOf('billed'));
  const activity = book.sheet('Activity');
  const [table] = activity?.tables ?? [];
  const headers = Object.keys(rowsOf(book, 'Activity')[0] ?? {});
  // Long ago: runs that wrote a cell each.
  const older = numbers(MAX_RUNS).map((index) => ({
    Run: `older ${String(index)}`,
    When: '2026-01-01 09:00',
    What: `Older ${String(index)}`,
    Mark: `old${String(index)}`,
    'For Undo': JSON.stringify({ is: 'cell', sheet: 'Log', row: index + 20, column: 14, before: '', after: 'x', format: null }), // prettier-ignore
  }));
  older.forEach((row, index) => {
    book.sheet('Log')?.setValue(index + 19, 13, 'x');
    for (const [header, value] of Object.entries(row))
      activity?.setValue(3 + index, headers.indexOf(header), value);
    activity?.setValue(3 + index, headers.indexOf('No.'), 0);
  });
  for (const row of [1, 2]) activity?.setValue(row, headers.indexOf('No.'), row);
  if (table) table.area.rows += older.length;
  await onDesk(book, async (context) =>
    applyPrepared(context, await prepareMarkSent(context, { accounts: ['C2610WFLM0001'], file: null }, NOW)),
  );
  const kept = rowsOf(book, 'Activity').filter((row) => row['State'] === 'kept');
  expect(kept.map((row) => row['For Undo'] ?? '')).toEqual(['', '']);
  expect(kept.map((row) => /^older /.test(String(row['Run'])))).toEqual([true, true]);
  const undone: string[] = [];
  const again = readXlsx(writeXlsx(book));
  for (let press = 0; press < 4; press++) {
    await onDesk(again, async (context) => {
      const undoing = await prepareUndo(context, { now: NOW });
      undone.push(undoing.report.what);
      await applyUndo(context, undoing);
    });
  }
  expect(undone).toEqual([
    'Marked as sent: 1 claim',
    expect.stringContaining('Superbills for 2026-10'),
    expect.stringContaining('Claims for 2026-10'),
    expect.stringContaining('Older'),
  ]);
});
