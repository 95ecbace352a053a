import { tellPane } from '../actions/asked';
import type { Pressed } from '../actions/one-click/press';

/** The buttons of the ribbon group that run code; their ids stand in manifest.xml as FunctionName. */
const COMMANDS: Readonly<Record<string, () => Promise<Pressed>>> = {
  check: () => Promise.resolve({ told: { kind: 'show', screen: 'check' }, opensPane: true }),
  claims: async () => (await oneClick()).pressMake('claims'),
  superbills: async () => (await oneClick()).pressMake('superbills'),
  undo: async () => (await oneClick()).pressUndo(),
};

/** Loaded with the first press: the workbook opens without it. */
function oneClick() {
  return import(/* webpackChunkName: "one-click" */ '../actions/one-click/press');
}

const atWork = new Set<string>();
let last: Promise<unknown> = Promise.resolve();

/** Does the job without the pane, one after the other; a second press of a button that is at work does nothing. */
async function press(
  id: string,
  job: () => Promise<Pressed>,
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
