/** The buttons of the ribbon group that run code; their ids stand in manifest.xml as FunctionName. */
const COMMANDS = ['check', 'claims', 'superbills', 'undo'] as const;

async function showPane(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } finally {
    event.completed();
  }
}

for (const command of COMMANDS) Office.actions.associate(command, showPane);

export {};
