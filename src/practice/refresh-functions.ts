import { browserStore, type TextStore } from './browser-store';

/**
 * Raise it with every change of a function's name, arguments or descriptions (a test compares them): Excel keeps what
 * it knows of functions for up to a day, and would offer the old ones beside a new pane.
 */
export const FUNCTIONS_EDITION = '1';

const REFRESH = 'Office.ForceRefreshCustomFunctionsCache';

/**
 * Asks Excel to read the functions again the next time this workbook is opened, once after they have changed; takes
 * the wish back when it has been fulfilled. Microsoft: "Clear the Office cache", for a shared runtime. What changed is
 * known by the browser's storage; where that is forbidden, Excel's own day passes.
 */
export function refreshFunctions(
  settings: Office.Settings,
  store: TextStore = browserStore('functions'),
): void {
  const before = store.read();
  const hasChanged = before !== null && before !== FUNCTIONS_EDITION;
  if (before !== FUNCTIONS_EDITION) store.write(FUNCTIONS_EDITION);
  const isAsked: unknown = settings.get(REFRESH);
  if (hasChanged === (isAsked === true)) return;
  if (hasChanged) settings.set(REFRESH, true);
  else settings.remove(REFRESH);
  settings.saveAsync();
}
