import { Book } from '../../../desk/book/book';
import type { Author } from '../../../desk/together/author';
import { openWindows } from '../../../desk/together/windows';
import type { Delivery } from '../../../desk/runtime/delivery';

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

type Options = Parameters<typeof openWindows>[2];

async function open(book = new Book(), options?: Options): Promise<[Author, Author]> {
  if (book.sheets.length === 0) book.addSheet('Data');
  const opened = await openWindows(book, 2, options);
  close = opened.close;
  const [first, second] = opened.windows;
  if (!first || !second) throw new Error('no windows');
  return [first, second];
}

const pass = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

async function read(window: Author, address: string): Promise<unknown> {
  return window.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Data').getRange(address);
    range.load('values');
    await context.sync();
    return range.values as unknown;
  });
}

test('what one window does the other sees at once', async () => {
  const [first, second] = await open();
  await first.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [['from the first']];
    await context.sync();
  });
  expect(await read(second, 'A1')).toEqual([['from the first']]);
});

test('each is told what the other changed, as of a co-author, and its own as its own', async () => {
  const [first, second] = await open();
  const heard: string[][] = [[], []];
  for (const [at, window] of [first, second].entries()) {
    await window.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ source, triggerSource }) => {
        heard[at]?.push(`${source} ${triggerSource}`);
        await Promise.resolve();
      });
      await context.sync();
    });
  }
  await first.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [[1]];
    await context.sync();
  });
  await pass();
  expect(heard).toEqual([['Local ThisLocalAddin'], ['Remote Unknown']]);
});

test('a request is done as one, however many statements it has', async () => {
  const [first, second] = await open();
  const fill = (window: Author, word: string): Promise<void> =>
    window.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      for (let row = 0; row < 200; row++) sheet.getCell(row, 0).values = [[word]];
      await context.sync();
    });
  await Promise.all([fill(first, 'first'), fill(second, 'second')]);
  const values = (await read(first, 'A1:A200')) as unknown[][];
  expect(new Set(values.flat()).size).toBe(1);
});

test('between two requests of one window the other can come in', async () => {
  let go: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (go = resolve));
  const fates: Delivery[] = ['answered', { doneAfter: gate }];
  const delivery = ({ kind }: { kind: string }): Delivery =>
    kind === 'sync' ? (fates.shift() ?? 'answered') : 'answered';
  const [first, second] = await open(new Book(), (window) => (window === 0 ? { delivery } : {}));
  const twoSteps = first.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Data').getRange('A1');
    cell.load('values');
    await context.sync();
    const seen: unknown = cell.values[0]?.[0];
    cell.values = [[`after ${String(seen)}`]];
    await context.sync();
  });
  await pass();
  await second.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').values = [['meanwhile']];
    await context.sync();
  });
  go();
  await twoSteps;
  expect(await read(second, 'A1')).toEqual([['after ']]);
});

test('a formula that one window wrote is calculated for the other', async () => {
  const book = new Book();
  book.addSheet('Data');
  const recalculate = async (): Promise<void> => {
    await pass();
    for (const { row, column, cell } of book.sheets[0]?.entries() ?? [])
      if (cell.formula === '=6*7') book.sheets[0]?.setCalculated(row, column, 42);
  };
  const [first, second] = await open(book, () => ({ recalculate }));
  await first.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1').formulas = [['=6*7']];
    await context.sync();
  });
  expect(await read(second, 'A1')).toEqual([[42]]);
});

test('while one window waits for a calculation the other is answered', async () => {
  let answer: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (answer = resolve));
  const [first, second] = await open(new Book(), () => ({ recalculate: () => slow }));
  const waiting = first.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Data').getRange('A1');
    cell.formulas = [['=6*7']];
    cell.load('values');
    await context.sync();
  });
  await pass();
  expect(await read(second, 'B1')).toEqual([['']]);
  answer();
  await waiting;
});

test('code that finds Excel in the page works in the window that it is given', async () => {
  const [first, second] = await open();
  for (const [at, window] of [first, second].entries()) {
    await window.as(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('Data').getCell(at, 0).select();
        await context.sync();
      }),
    );
  }
  const selected = [first, second].map(({ host }) => host.workspace.selected().area.row);
  expect(selected).toEqual([0, 1]);
});
