import type { MadeAtOnce } from './one-click/made-at-once';

/** What a button of the ribbon tells the pane. */
export type Told =
  /** Show this screen; `problem` is why the button could not do its job by itself. */
  | { kind: 'show'; screen: 'check' | 'claims' | 'superbills'; problem?: string }
  /** Show what Undo would take back. */
  | { kind: 'undo'; problem?: string }
  | { kind: 'made'; made: MadeAtOnce }
  | { kind: 'taken back'; what: string };

type Listener = (told: Told) => void;

let waiting: Told | null = null;
let listener: Listener | null = null;

/** Hands the news to the pane; where the pane is not there yet, it finds the last when it comes. */
export function tellPane(told: Told): void {
  if (listener) listener(told);
  else waiting = told;
}

/** Calls with all news from now on, and with the last one that was waiting. */
export function whenTold(tell: Listener): void {
  listener = tell;
  if (waiting) tell(waiting);
  waiting = null;
}
