type Command = (event: { completed: () => void }) => Promise<void>;

/** The commands that the ribbon module gives Excel, and what the pane was asked for. */
async function load(
  showAsTaskpane: () => Promise<void>,
): Promise<{ commands: Map<string, Command>; asked: string[] }> {
  const commands = new Map<string, Command>();
  const actions = { associate: (id: string, command: Command) => commands.set(id, command) };
  Object.assign(globalThis, { Office: { actions, addin: { showAsTaskpane } } });
  jest.resetModules();
  await import('../../src/ribbon/commands');
  const { whenAsked } = await import('../../src/actions/asked');
  const asked: string[] = [];
  whenAsked((each) => asked.push(each));
  return { commands, asked };
}

describe('the buttons of the ribbon', () => {
  test('each show the pane, say what to start there, and tell Excel that they are done', async () => {
    const show = jest.fn(() => Promise.resolve());
    const { commands, asked } = await load(show);
    const completed = jest.fn();
    for (const command of commands.values()) await command({ completed });
    expect([...commands.keys()]).toEqual(['check', 'claims', 'superbills', 'undo']);
    expect(asked).toEqual(['check', 'claims', 'superbills', 'undo']);
    expect(show).toHaveBeenCalledTimes(4);
    expect(completed).toHaveBeenCalledTimes(4);
  });

  test('tell Excel that they are done even when the pane cannot be shown', async () => {
    const { commands } = await load(() => Promise.reject(new Error('no pane here')));
    const completed = jest.fn();
    await expect(commands.get('claims')?.({ completed })).rejects.toThrow('no pane here');
    expect(completed).toHaveBeenCalledTimes(1);
  });
});
