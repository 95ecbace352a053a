type Command = (event: { completed: () => void }) => Promise<void>;

async function load(showAsTaskpane: () => Promise<void>): Promise<Map<string, Command>> {
  const commands = new Map<string, Command>();
  const actions = { associate: (id: string, command: Command) => commands.set(id, command) };
  Object.assign(globalThis, { Office: { actions, addin: { showAsTaskpane } } });
  jest.resetModules();
  await import('../../src/ribbon/commands');
  return commands;
}

describe('the buttons of the ribbon', () => {
  test('each show the pane and tell Excel that they are done', async () => {
    const show = jest.fn(() => Promise.resolve());
    const commands = await load(show);
    expect([...commands.keys()]).toEqual(['check', 'claims', 'superbills', 'undo']);
    const completed = jest.fn();
    for (const command of commands.values()) await command({ completed });
    expect(show).toHaveBeenCalledTimes(4);
    expect(completed).toHaveBeenCalledTimes(4);
  });

  test('tell Excel that they are done even when the pane cannot be shown', async () => {
    const commands = await load(() => Promise.reject(new Error('no pane here')));
    const completed = jest.fn();
    await expect(commands.get('claims')?.({ completed })).rejects.toThrow('no pane here');
    expect(completed).toHaveBeenCalledTimes(1);
  });
});
