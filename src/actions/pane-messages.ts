import type { MadeAtOnce } from './ribbon-commands/made-at-once';

/** What a button of the ribbon tells the pane. */
export type PaneMessage =
  /** Show this screen; `problem` is why the button could not do its job by itself. */
  | { kind: 'show'; screen: 'check' | 'claims' | 'superbills'; problem?: string }
  /** Show what Undo would take back. */
  | { kind: 'undo'; problem?: string }
  | { kind: 'made'; made: MadeAtOnce }
  | { kind: 'taken back'; what: string };

type Listener = (told: PaneMessage) => void;

let waiting: PaneMessage[] = [];
let listener: Listener | null = null;

/**
 * Hands the news to the pane; where the pane is not there yet, it finds all of them when it comes. What was taken back
 * meanwhile is the last that was made, and no longer news.
 */
export function tellPane(told: PaneMessage): void {
  if (listener) return listener(told);
  const last = waiting.map(({ kind }) => kind).lastIndexOf('made');
  if (told.kind === 'taken back' && last >= 0) waiting.splice(last, 1);
  waiting.push(told);
}

/** Calls with all news from now on, and with those that were waiting, in their order. */
export function onPaneMessage(tell: Listener): void {
  listener = tell;
  const told = waiting;
  waiting = [];
  told.forEach(tell);
}
