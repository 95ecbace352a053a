import { refreshFunctions } from '../practice/refresh-functions';

/**
 * Starts with the workbook, even while the pane is hidden, so it stays small: what the pane shows is loaded when it
 * is first seen.
 */
let pane: Promise<unknown> | null = null;

function openPane(): void {
  pane ??= import(/* webpackChunkName: "pane" */ './pane').then(
    ({ showPane }) => showPane(document),
    () => {
      pane = null;
      const place = document.querySelector('#pane');
      if (place)
        place.textContent = 'The pane could not be loaded. Check the network, then close and open it.';
    },
  );
}

/** Told by Office.js in a shared runtime; the published types leave it out. */
interface SharedRuntimeInfo {
  addin?: { visibilityMode?: string } | null;
}

async function start(): Promise<void> {
  const info = (await Office.onReady()) as SharedRuntimeInfo;
  if (info.addin?.visibilityMode === 'Hidden')
    await Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === Office.VisibilityMode.taskpane) openPane();
    });
  else openPane();
  refreshFunctions(Office.context.document.settings);
}

void start();
