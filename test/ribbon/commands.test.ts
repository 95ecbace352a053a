import type { PaneMessage } from '../../src/actions/pane-messages';
import type { ClaimsReport } from '../../src/actions/claims/claims-report';
import type { CommandOutcome } from '../../src/actions/ribbon-commands/run-command';

type Command = (event: { completed: () => void }) => Promise<void>;

const PRESS = '../../src/actions/ribbon-commands/run-command';
const TAKEN_BACK: CommandOutcome = { told: { kind: 'taken back', what: 'Claims' }, opensPane: false };
const REFUSED: CommandOutcome = { told: { kind: 'show', screen: 'claims', problem: 'No.' }, opensPane: true };

/** The commands that the ribbon module gives Excel, and what the pane was told once it listens. */
async function load(
  press: Record<string, () => Promise<CommandOutcome>>,
  showAsTaskpane: () => Promise<void> = () => Promise.resolve(),
): Promise<{ commands: Map<string, Command>; told: PaneMessage[] }> {
  const { listen, ...loaded } = await loadBefore(press, showAsTaskpane);
  listen();
  return loaded;
}

/** The same while the pane was never opened. */
async function loadBefore(
  press: Record<string, () => Promise<CommandOutcome>>,
  showAsTaskpane: () => Promise<void> = () => Promise.resolve(),
): Promise<{ commands: Map<string, Command>; told: PaneMessage[]; listen: () => void }> {
  const commands = new Map<string, Command>();
  const actions = { associate: (id: string, command: Command) => commands.set(id, command) };
  Object.assign(globalThis, { Office: { actions, addin: { showAsTaskpane } } });
  jest.resetModules();
  jest.doMock(PRESS, () => press);
  await import('../../src/ribbon/commands');
  const { onPaneMessage } = await import('../../src/actions/pane-messages');
  const told: PaneMessage[] = [];
  return { commands, told, listen: () => onPaneMessage((each) => told.push(each)) };
}

describe('the buttons of the ribbon', () => {
  test('do their job without the pane, which hears of it wherever it is', async () => {
    const show = jest.fn(() => Promise.resolve());
    const { commands, told } = await load({ runUndo: () => Promise.resolve(TAKEN_BACK) }, show);
    const completed = jest.fn();
    await commands.get('undo')?.({ completed });
    expect([...commands.keys()]).toEqual(['check', 'claims', 'superbills', 'undo']);
    expect(told).toEqual([TAKEN_BACK.told]);
    expect([show.mock.calls.length, completed.mock.calls.length]).toEqual([0, 1]);
  });

  test('open the pane where it has something to say, and always for a check', async () => {
    const show = jest.fn(() => Promise.resolve());
    const { commands, told } = await load({ runMake: () => Promise.resolve(REFUSED) }, show);
    const completed = jest.fn();
    for (const id of ['claims', 'check']) await commands.get(id)?.({ completed });
    expect(told).toEqual([REFUSED.told, { kind: 'show', screen: 'check' }]);
    expect([show.mock.calls.length, completed.mock.calls.length]).toEqual([2, 2]);
  });

  test('keep all news in their order for a pane that was never opened, but not what was taken back', async () => {
    const made = (month: string): CommandOutcome => ({
      told: { kind: 'made', made: { report: { action: 'claims', month } as ClaimsReport, out: null } },
      opensPane: false,
    });
    const [first, second, third] = [made('2026-08'), made('2026-09'), made('2026-10')];
    const all = [first, second, third];
    const { commands, told, listen } = await loadBefore({
      runMake: () => Promise.resolve(all.shift() ?? REFUSED),
      runUndo: () => Promise.resolve(TAKEN_BACK),
    });
    for (const id of ['claims', 'superbills', 'undo', 'claims'])
      await commands.get(id)?.({ completed: jest.fn() });
    expect(told).toEqual([]);
    listen();
    expect(told).toEqual([first.told, TAKEN_BACK.told, third.told]);
  });

  test('do nothing at a second press while the first is at work', async () => {
    let finish: (pressed: CommandOutcome) => void = () => undefined;
    const runMake = jest.fn(() => new Promise<CommandOutcome>((resolve) => (finish = resolve)));
    const { commands, told } = await load({ runMake });
    const completed = jest.fn();
    const working = commands.get('claims')?.({ completed });
    await commands.get('claims')?.({ completed });
    await new Promise(setImmediate);
    finish(TAKEN_BACK);
    await working;
    expect([runMake.mock.calls.length, told.length, completed.mock.calls.length]).toEqual([1, 1, 2]);
  });

  test('tell Excel that they are done even when the pane cannot be shown', async () => {
    const { commands } = await load({}, () => Promise.reject(new Error('no pane here')));
    const completed = jest.fn();
    await expect(commands.get('check')?.({ completed })).rejects.toThrow('no pane here');
    expect(completed).toHaveBeenCalledTimes(1);
  });
});
