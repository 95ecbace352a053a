import { Book } from '../../../desk/book/book';
import { installGlobals } from '../../../desk/runtime/client';
import { LiveBook, type LiveState } from '../../../src/workbook/excel/live-book';
import type { WorkbookReading } from '../../../src/workbook/reading';
import { closeDesks, openDeskOver, type Desk } from '../../desk/host/desk';

let desk: Desk;
let restore: () => void;
let live: LiveBook<string>;

beforeEach(async () => {
  const book = new Book();
  for (const name of ['Sessions', 'Authorizations', 'Claims 2026-10'])
    book.addSheet(name).setValue(0, 0, `on ${name}`);
  desk = await openDeskOver(book);
  restore = installGlobals(desk.client);
  live = new LiveBook({ skip: (name) => name.startsWith('Claims '), ask: () => () => 'more' });
});
afterEach(async () => {
  restore();
  await closeDesks();
});

/** Follows and keeps all that is told; `next` waits for one more. */
function follow() {
  const states: LiveState<string>[] = [];
  let wake: () => void = () => undefined;
  const stop = live.follow((state) => {
    states.push(state);
    wake();
  });
  const next = async (count: number): Promise<void> => {
    while (states.length < count) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { states, stop, next };
}

function reading(state: LiveState<string> | undefined): WorkbookReading {
  if (!state || 'error' in state) throw new Error('The workbook was not read.');
  return state.reading;
}

const cellOf = (state: LiveState<string> | undefined, sheet: string) =>
  reading(state).sheets.find(({ name }) => name === sheet)?.values[0]?.[0];
const sheetOf = (state: LiveState<string> | undefined, name: string) =>
  reading(state).sheets.find((sheet) => sheet.name === name);
const syncs = () => desk.host.requests.filter(({ kind }) => kind === 'sync').length;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function edit(sheetName: string, value: string): void {
  const sheet = desk.book.sheet(sheetName);
  if (!sheet) throw new Error(`There is no sheet ${sheetName}.`);
  sheet.setValue(0, 0, value);
  desk.host.raiseChanged(sheet, { row: 0, column: 0, rows: 1, columns: 1 });
}

describe('a live book', () => {
  test('is read once for all who follow it, with what else was asked', async () => {
    const all = Array.from({ length: 50 }, follow);
    await all[49]?.next(1);
    expect(all.every(({ states }) => states.length === 1)).toBe(true);
    expect(all[0]?.states[0]).toBe(all[49]?.states[0]);
    expect(all[0]?.states[0]).toMatchObject({ extra: 'more' });
    expect([cellOf(all[0]?.states[0], 'Sessions'), cellOf(all[0]?.states[0], 'Claims 2026-10')]).toEqual([
      'on Sessions',
      undefined,
    ]);
    expect(syncs()).toBe(3);
    all.forEach(({ stop }) => stop());
  });

  test('tells a late follower at once, without a reading', async () => {
    const first = follow();
    await first.next(1);
    const late = follow();
    expect([late.states.length, syncs()]).toEqual([1, 3]);
    first.stop();
    late.stop();
  });

  test('gathers edits, and reads only the sheets that have changed', async () => {
    const { states, stop, next } = follow();
    await next(1);
    for (const value of ['one', 'two', 'three']) edit('Authorizations', value);
    await next(2);
    expect([cellOf(states[1], 'Authorizations'), syncs()]).toEqual(['three', 6]);
    expect(sheetOf(states[1], 'Sessions')).toBe(sheetOf(states[0], 'Sessions'));
    await pause(400);
    expect([states.length, syncs()]).toEqual([2, 6]);
    stop();
  });

  test('knows sheets that are added, and those that are gone', async () => {
    const { states, stop, next } = follow();
    await next(1);
    await desk.run(async (context) => {
      context.workbook.worksheets.add('New').getRange('A1').values = [['on New']];
      context.workbook.worksheets.getItem('Authorizations').delete();
      await context.sync();
    });
    await next(2);
    expect(reading(states[1]).sheets.map(({ name }) => name)).toEqual(['Sessions', 'Claims 2026-10', 'New']);
    expect(cellOf(states[1], 'New')).toBe('on New');
    stop();
  });

  test('waits while the user types into a cell', async () => {
    desk.host.isCellEdited = true;
    const { states, stop, next } = follow();
    await pause(300);
    expect(states).toEqual([]);
    desk.host.isCellEdited = false;
    await next(1);
    expect(cellOf(states[0], 'Sessions')).toBe('on Sessions');
    stop();
  });

  test('says so when it cannot be read, and tries again', async () => {
    desk.host.failAt = { request: 2, code: 'GeneralException', message: 'not now' };
    const { states, stop, next } = follow();
    await next(1);
    expect(states[0]).toMatchObject({ error: { code: 'GeneralException' } });
    await next(2);
    expect(cellOf(states[1], 'Sessions')).toBe('on Sessions');
    edit('Sessions', 'after all');
    await next(3);
    expect(cellOf(states[2], 'Sessions')).toBe('after all');
    stop();
  });

  test('keeps what it knew when a later reading fails', async () => {
    const { states, stop, next } = follow();
    await next(1);
    desk.host.failAt = { request: syncs() + 1, code: 'GeneralException' };
    edit('Sessions', 'changed');
    await next(2);
    expect(cellOf(states[1], 'Sessions')).toBe('changed');
    stop();
  });

  test('reads nothing while nobody follows, and starts afresh', async () => {
    const first = follow();
    await first.next(1);
    first.stop();
    await pause(50);
    const before = syncs();
    edit('Sessions', 'unseen');
    await pause(300);
    expect(syncs()).toBe(before);
    const second = follow();
    expect(second.states).toEqual([]);
    await second.next(1);
    expect(cellOf(second.states[0], 'Sessions')).toBe('unseen');
    edit('Sessions', 'seen');
    await second.next(2);
    second.stop();
  });

  test('drops a reading under way when the last follower leaves, and reads again for the next', async () => {
    const first = follow();
    first.stop();
    const second = follow();
    await second.next(1);
    expect([first.states.length, cellOf(second.states[0], 'Sessions')]).toEqual([0, 'on Sessions']);
    second.stop();
  });
});
