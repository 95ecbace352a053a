import { existsSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import pkg from '../../package.json';
import type * as Requests from '../../src/actions/asked';
import type { Preview } from '../../src/taskpane/jobs';
import type * as Refusals from '../../src/workbook/refusal';
import { startPane } from './start-pane';

const claims = jest.fn<Promise<Preview>, [month: string]>();
const undo = jest.fn<Promise<Preview>, [month: string]>();
jest.mock('../../src/taskpane/jobs', () => ({ JOBS: { claims, undo } }));

const preview = (apply: () => Promise<string>): Preview => ({
  lines: ['2 claims for 2026-10, $190.00 in all.', 'Held back: Ann Example.'],
  confirm: 'Make 2 claims',
  apply,
});

describe('the pane', () => {
  beforeEach(() => {
    claims.mockReset();
    undo.mockReset();
  });

  test('is filled at once when Excel opens with it', async () => {
    const { main } = await startPane('Taskpane');
    expect(main()).toContain(`Version ${pkg.version}`);
  });

  test('waits, when Excel starts the add-in without it, until it is shown', async () => {
    const { main, turn } = await startPane('Hidden');
    expect(main()).toBe('Loading…');
    await turn('Hidden');
    expect(main()).toBe('Loading…');
    await turn('Taskpane');
    expect(main()).toContain('Month of service');
  });

  test('links only to pages that are there', async () => {
    const { document } = await startPane('Taskpane');
    const links = [...document.querySelectorAll('main a')].map((anchor) => anchor.getAttribute('href') ?? '');
    expect(links.length).toBeGreaterThan(0);
    const assets = path.join(__dirname, '../../assets');
    expect(links.filter((link) => !existsSync(path.join(assets, link)))).toEqual([]);
  });

  test('names its field and speaks to a screen reader', async () => {
    const { document } = await startPane('Taskpane');
    expect(document.querySelector('label[for=month]')?.textContent).toBe('Month of service');
    expect(document.querySelector('.result')?.getAttribute('role')).toBe('status');
  });

  test('offers the month before this one', async () => {
    jest.useFakeTimers({ now: new Date(2026, 0, 15), doNotFake: ['setImmediate'] });
    const { document } = await startPane('Taskpane');
    jest.useRealTimers();
    expect(document.querySelector<HTMLInputElement>('#month')?.value).toBe('2025-12');
  });

  test('shows what would be made, and makes it only when told to', async () => {
    const apply = jest.fn(() => Promise.resolve('2 claims made.'));
    claims.mockResolvedValue(preview(apply));
    const { click, said } = await startPane('Taskpane');
    await click('Claims');
    expect(said()).toEqual(['2 claims for 2026-10, $190.00 in all.', 'Held back: Ann Example.']);
    expect(apply).not.toHaveBeenCalled();
    await click('Make 2 claims');
    expect(said()).toEqual(['2 claims made.']);
  });

  test('does one thing at a time', async () => {
    claims.mockReturnValue(new Promise<Preview>(() => undefined));
    const { click, said } = await startPane('Taskpane');
    await click('Claims');
    expect(said()).toEqual(['Reading the workbook…']);
    await click('Claims');
    await click('Undo');
    expect(claims).toHaveBeenCalledTimes(1);
    expect(undo).not.toHaveBeenCalled();
  });

  test('starts what a button of the ribbon asked for before the pane was there', async () => {
    claims.mockResolvedValue(preview(() => Promise.resolve('')));
    const { turn, said } = await startPane('Hidden');
    const { ask } = await import('../../src/actions/asked');
    ask('claims');
    await turn('Taskpane');
    expect(said()).toHaveLength(2);
  });

  test('starts what a button of the ribbon asks for while it is shown', async () => {
    claims.mockResolvedValue(preview(() => Promise.resolve('')));
    const { said } = await startPane('Taskpane');
    const { ask }: typeof Requests = await import('../../src/actions/asked');
    ask('claims');
    await setImmediate();
    expect(said()).toHaveLength(2);
  });

  test('says what Claimsheet refuses in its own words', async () => {
    const { click, said } = await startPane('Taskpane');
    const { Refusal }: typeof Refusals = await import('../../src/workbook/refusal');
    undo.mockRejectedValue(new Refusal('nothing-to-undo', 'There is nothing to undo.'));
    await click('Undo');
    expect(said()).toEqual(['There is nothing to undo.']);
  });

  test('asks for a month that can be read', async () => {
    const { document, click, said } = await startPane('Taskpane');
    const month = document.querySelector<HTMLInputElement>('#month');
    Object.assign(month ?? {}, { type: 'text', value: 'October' });
    await click('Claims');
    expect(said()).toEqual(['Write the month as year and month: 2026-10.']);
    expect(claims).not.toHaveBeenCalled();
  });
});
