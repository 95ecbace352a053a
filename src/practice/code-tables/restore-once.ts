import { browserStore } from '../browser-store';
import { restoreEditions } from './loaded-editions';

let isRestored = false;

/** Puts the tables that the user loaded at an earlier start into force, before the first code is checked. */
export function restoreEditionsOnce(): void {
  if (isRestored) return;
  isRestored = true;
  restoreEditions(browserStore('code-tables'));
}
