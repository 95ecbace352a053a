import type { Told } from '../../src/actions/asked';
import type { ClaimsReport } from '../../src/actions/claims/claims-report';
import type { Pressed } from '../../src/actions/one-click/press';

type Command = (event: { completed: () => void }) => Promise<void>;

const PRESS = '../../src/actions/one-click/press';
const TAKEN_BACK: Pressed = { told: { kind: 'taken back', what: 'Claims' }, opensPane: false };
const REFUSED: Pressed = { told: { kind: 'show', screen: 'claims', problem: 'No.' }, opensPane: true };

/** The commands that the ribbon module gives Excel, and what the pane was told once it listens. */
async function load(
  press: Record<string, () => Promise<Pressed>>,
  showAsTaskpane: () => Promise<void> = () => Promise.resolve(),
): Promise<{ commands: Map<string, Command>; told: Told[] }> {
  const { listen, ...loaded } = await loadBefore(press, showAsTaskpane);
  listen();
  return loaded;
}

/** The same while the pane was never opened. */
async function loadBefore(
  press: Record<string, () => Promise<Pressed>>,
  showAsTaskpane: () => Promise<void> = () => Promise.resolve(),
): Promise<{ commands: Map<string, Command>; told: Told[]; listen: () => void }> {
  const commands = new Map<string, Command>();
  const actions = { associate: (id: string, command: Command) => commands.set(id, command) };
  Object.assign(globalThis, { Office: { actions, addin: { showAsTaskpane } } });
  jest.resetModules();
  jest.doMock(PRESS, () => press);
  await import('../../src/ribbon/commands');
  const { whenTold } = await import('../../src/actions/asked');
  const told: Told[] = [];
  return { commands, told, listen: () => whenTold((each) => told.push(each)) };
}

describe('the buttons of the ribbon', () => {
  test('do their job without the pane, which hears of it wherever it is', async () => {
    const show = jest.fn(() => Promise.resolve());
    const { commands, told } = await load({ pressUndo: () => Promise.resolve(TAKEN_BACK) }, show);
    const completed = jest.fn();
    await commands.get('undo')?.({ completed });
    expect([...commands.keys()]).toEqual(['check', 'claims', 'superbills', 'undo']);
    expect(told).toEqual([TAKEN_BACK.told]);
    expect([show.mock.calls.length, completed.mock.calls.length]).toEqual([0, 1]);
  });

  test('open the pane where it has something to say, and always for a check', async () => {
    const show = jest.fn(() => Promise.resolve());
    const { commands, told } = await load({ pressMake: () => Promise.resolve(REFUSED) }, show);
    const completed = jest.fn();
    for (const id of ['claims', 'check']) await commands.get(id)?.({ completed });
    expect(told).toEqual([REFUSED.told, { kind: 'show', screen: 'check' }]);
    expect([show.mock.calls.length, completed.mock.calls.length]).toEqual([2, 2]);
  });

  test('keep all news in their order for a pane that was never opened, but not what was taken back', async () => {
    const made = (month: string): Pressed => ({
      told: { kind: 'made', made: { report: { action: 'claims', month } as ClaimsReport, out: null } },
      opensPane: false,
    });
    const [first, second, third] = [made('2026-08'), made('2026-09'), made('2026-10')];
    const all = [first, second, third];
    const { commands, told, listen } = await loadBefore({
      pressMake: () => Promise.resolve(all.shift() ?? REFUSED),
      pressUndo: () => Promise.resolve(TAKEN_BACK),
    });
    for (const id of ['claims', 'superbills', 'undo', 'claims'])
      await commands.get(id)?.({ completed: jest.fn() });
    expect(told).toEqual([]);
    listen();
    expect(told).toEqual([first.told, TAKEN_BACK.told, third.told]);
  });

  test('do nothing at a second press while the first is at work', async () => {
    let finish: (pressed: Pressed) => void = () => undefined;
    const pressMake = jest.fn(() => new Promise<Pressed>((resolve) => (finish = resolve)));
    const { commands, told } = await load({ pressMake });
    const completed = jest.fn();
    const working = commands.get('claims')?.({ completed });
    await commands.get('claims')?.({ completed });
    await new Promise(setImmediate);
    finish(TAKEN_BACK);
    await working;
    expect([pressMake.mock.calls.length, told.length, completed.mock.calls.length]).toEqual([1, 1, 2]);
  });

  test('tell Excel that they are done even when the pane cannot be shown', async () => {
    const { commands } = await load({}, () => Promise.reject(new Error('no pane here')));
    const completed = jest.fn();
    await expect(commands.get('check')?.({ completed })).rejects.toThrow('no pane here');
    expect(completed).toHaveBeenCalledTimes(1);
  });
});
