import { ask, type Asked } from '../actions/asked';

/** The buttons of the ribbon group that run code; their ids stand in manifest.xml as FunctionName. */
const COMMANDS: readonly Asked[] = ['check', 'claims', 'superbills', 'undo'];

/** Everything is shown in the pane before it is done, so a button opens the pane and says what to start there. */
async function startInPane(asked: Asked, event: Office.AddinCommands.Event): Promise<void> {
  try {
    ask(asked);
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}

for (const command of COMMANDS) {
  Office.actions.associate(command, (event: Office.AddinCommands.Event) => startInPane(command, event));
}
