import { tellPane } from '../actions/pane-messages';
import type { CommandOutcome } from '../actions/ribbon-commands/run-command';

/** The buttons of the ribbon group that run code; their ids stand in manifest.xml as FunctionName. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandOutcome>>> = {
  check: () => Promise.resolve({ told: { kind: 'show', screen: 'check' }, opensPane: true }),
  claims: async () => (await ribbonCommands()).runMake('claims'),
  superbills: async () => (await ribbonCommands()).runMake('superbills'),
  undo: async () => (await ribbonCommands()).runUndo(),
};

/** Loaded with the first press: the workbook opens without it. */
function ribbonCommands() {
  return import(/* webpackChunkName: "one-click" */ '../actions/ribbon-commands/run-command');
}

const atWork = new Set<string>();
let last: Promise<unknown> = Promise.resolve();

/** Does the job without the pane, one after the other; a second press of a button that is at work does nothing. */
async function press(
  id: string,
  job: () => Promise<CommandOutcome>,
  event: Office.AddinCommands.Event,
): Promise<void> {
  if (atWork.has(id)) return event.completed();
  atWork.add(id);
  const mine = last.then(job, job);
  last = mine;
  try {
    const { told, opensPane } = await mine;
    tellPane(told);
    if (opensPane) await Office.addin.showAsTaskpane();
  } finally {
    atWork.delete(id);
    event.completed();
  }
}

for (const [id, job] of Object.entries(COMMANDS)) {
  Office.actions.associate(id, (event: Office.AddinCommands.Event) => press(id, job, event));
}
