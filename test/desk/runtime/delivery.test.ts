import type { Delivery } from '../../../desk/runtime/delivery';
import { closeDesks, openDesk, type Desk } from '../host/desk';

afterEach(closeDesks);

/** A promise that a test keeps when it wants to. */
function later(): { kept: Promise<void>; keep: () => void } {
  let keep: () => void = () => undefined;
  const kept = new Promise<void>((resolve) => (keep = resolve));
  return { kept, keep };
}

/** Gives everything that is under way the time to happen. */
const pass = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** The add-in's own requests meet these fates, in order; those after them are answered. */
async function openWith(...fates: Delivery[]): Promise<Desk> {
  return openDesk(['Data'], {
    delivery: ({ kind }) => (kind === 'sync' ? (fates.shift() ?? 'answered') : 'answered'),
  });
}

/** Writes three rows, a request each; answers what it has heard so far. */
function writeRows(desk: Desk): { heard: string[] } {
  const heard: string[] = [];
  void desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    for (const row of ['A1', 'A2', 'A3']) {
      sheet.getRange(row).values = [[row]];
      await context.sync();
      heard.push(row);
    }
  });
  return { heard };
}

const written = (desk: Desk): unknown[] =>
  [...(desk.book.sheet('Data')?.entries() ?? [])].map(({ cell }) => cell.value);

test('an answer that never comes leaves the add-in waiting, and the work done', async () => {
  const desk = await openWith('answered', 'unanswered');
  const { heard } = writeRows(desk);
  await pass();
  expect([heard, written(desk)]).toEqual([['A1'], ['A1', 'A2']]);
});

test('a request that is lost on its way leaves the add-in waiting, and nothing done', async () => {
  const desk = await openWith('answered', 'lost');
  const { heard } = writeRows(desk);
  await pass();
  expect([heard, written(desk)]).toEqual([['A1'], ['A1']]);
});

test('a late answer is waited for; the work is done already', async () => {
  const answer = later();
  const desk = await openWith({ answeredAfter: answer.kept });
  const { heard } = writeRows(desk);
  await pass();
  expect([heard, written(desk)]).toEqual([[], ['A1']]);
  answer.keep();
  await pass();
  expect([heard, written(desk)]).toEqual([
    ['A1', 'A2', 'A3'],
    ['A1', 'A2', 'A3'],
  ]);
});

test('a request that is late on its way can be overtaken', async () => {
  const start = later();
  const desk = await openWith({ doneAfter: start.kept });
  const slow = writeRows(desk);
  await pass();
  expect(written(desk)).toEqual([]);
  await desk.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange('A1:B1').values = [['first', 'first']];
    await context.sync();
  });
  start.keep();
  await pass();
  expect(slow.heard).toEqual(['A1', 'A2', 'A3']);
  expect(written(desk)).toEqual(['A1', 'first', 'A2', 'A3']);
});

test('what is decided over says what the request does', async () => {
  const seen: string[][] = [];
  const desk = await openDesk(['Data'], {
    delivery: ({ kind, what }) => {
      if (kind === 'sync') seen.push(what);
      return 'answered';
    },
  });
  writeRows(desk);
  await pass();
  expect(seen).toEqual([['set Values'], ['set Values'], ['set Values']]);
});

test('a client that waits for an answer can be closed', async () => {
  const desk = await openWith('unanswered');
  writeRows(desk);
  await pass();
  await desk.client.close();
});
