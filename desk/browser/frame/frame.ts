import { external } from '../../runtime/external';
import type { PaneHost } from './pane-host';

/**
 * Runs in the add-in's frame before Office.js, as what Excel's web view puts there: the two globals through which
 * Microsoft's client talks to its host.
 */
function prepare(host: PaneHost): void {
  const { requirementSets, settings, displayMode, theme } = host;
  const onCommandCompleted = (): void => host.commandCompleted();
  const excel = external({
    requirementSets,
    settings,
    displayMode,
    onCommandCompleted,
    ...(theme && { theme }),
  });
  // The client installs `onMessageFromHost`.
  const bridge = {
    onMessageFromHost: (text: string): unknown => text,
    sendMessageToHost: (text: string): void => host.send(text),
  };
  Object.defineProperty(window, 'external', { configurable: true, value: excel.external });
  Object.defineProperty(window, '_richApiNativeBridge', { configurable: true, value: bridge });
  let commands = 0;
  host.attach({
    receive: (text) => void bridge.onMessageFromHost(text),
    run: (functionName, controlId) =>
      void excel.runCommand(`command-${String(++commands)}`, functionName, controlId),
  });
  window.addEventListener('load', () => void Office.onReady().then(() => host.ready()));
}

const { deskPane } = window.parent;
if (deskPane) prepare(deskPane);
