import type { Book } from '../../desk/book/book';
import { prepareFixes, type FixedCells, type WantedFix } from '../../src/actions/check/fix-cells';
import { applyUndo, prepareUndoOfRun } from '../../src/actions/undo/undo';
import { applyPrepared } from '../../src/practice/prepare';
import { contentsOf, onDesk } from '../support/desk';
import { workbookOf } from '../support/practice-workbook';

const HEADER = ['Date', 'Client', 'CPT', 'Dx'];
const book = (): Book => workbookOf({ Log: [HEADER, ['1O/5/2026', 'Ada', '9714O', 'M54.5O']] });

const DX: WantedFix = { sheet: 'Log', cell: 'D2', fix: { was: 'M54.5O', to: 'M54.50' } };
const CPT: WantedFix = { sheet: 'Log', cell: 'C2', fix: { was: '9714O', to: '97140' } };
const DATE: WantedFix = {
  sheet: 'Log',
  cell: 'A2',
  fix: { was: '1O/5/2026', to: 46300, format: 'm/d/yyyy' },
};

const NOW = new Date(2026, 9, 20, 9, 0);

async function fixCells(context: Excel.RequestContext, fixes: readonly WantedFix[]): Promise<FixedCells> {
  const prepared = await prepareFixes(context, fixes, NOW);
  await applyPrepared(context, prepared);
  return prepared.report;
}

async function giveBack(context: Excel.RequestContext, { mark }: FixedCells): Promise<void> {
  await applyUndo(context, await prepareUndoOfRun(context, mark, { now: NOW }));
}

const cellsOf = (from: Book) => from.sheet('Log');

test('the cells say what the fixes offered, a code as a number, a date as a date, and can be given back', async () => {
  const log = book();
  const before = contentsOf(log);
  const { answer: fixed, roundTrips } = await onDesk(log, (context) => fixCells(context, [DX, CPT, DATE]));
  expect(roundTrips).toBe((await onDesk(book(), (context) => fixCells(context, [DX]))).roundTrips);
  expect([0, 2, 3].map((column) => cellsOf(log)?.cell(1, column)?.value)).toEqual([46300, 97140, 'M54.50']);
  expect(log.styles.get(cellsOf(log)?.cell(1, 0)?.style ?? 0).numberFormat).toBe('m/d/yyyy');
  await onDesk(log, (context) => giveBack(context, fixed));
  expect(contentsOf(log)).toEqual(before);
});

test('a text that looks like a formula stays a text', async () => {
  const log = book();
  const odd = { ...DX, fix: { ...DX.fix, to: '=1+1' } };
  await onDesk(log, (context) => fixCells(context, [odd]));
  expect(cellsOf(log)?.cell(1, 3)).toMatchObject({ value: '=1+1', formula: null });
});

test.each([
  [
    'says something else by now',
    (log: Book) => cellsOf(log)?.loadCell(1, 3, { value: 'M54.6', formula: null, style: 0 }),
  ],
  [
    'holds a formula',
    (log: Book) => cellsOf(log)?.loadCell(1, 3, { value: 'M54.5O', formula: '="M54.5"&"O"', style: 0 }),
  ],
])('nothing at all is written where one of the cells %s', async (_, change) => {
  const log = book();
  change(log);
  const before = contentsOf(log);
  await expect(onDesk(log, (context) => fixCells(context, [CPT, DX]))).rejects.toThrow(
    /Log!D2 .* Nothing was written/,
  );
  expect(contentsOf(log)).toEqual(before);
});

test('what was typed over a fix is not taken away with it', async () => {
  const log = book();
  const { answer: fixed } = await onDesk(log, (context) => fixCells(context, [DX]));
  cellsOf(log)?.loadCell(1, 3, { value: 'M54.6', formula: null, style: 0 });
  await expect(onDesk(log, (context) => giveBack(context, fixed))).rejects.toThrow(/Log!D2 says "M54.6" now/);
  expect(cellsOf(log)?.cell(1, 3)?.value).toBe('M54.6');
});

test('a protected sheet is said to be protected', async () => {
  const log = book();
  await onDesk(log, async (context) => {
    context.workbook.worksheets.getItem('Log').protection.protect();
    await context.sync();
  });
  await expect(onDesk(log, (context) => fixCells(context, [DX]))).rejects.toThrow(/"Log" is protected/);
});
