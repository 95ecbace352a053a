/** What a button of the ribbon asks the pane to start. */
export type Asked = 'check' | 'claims' | 'superbills' | 'undo';

type Listener = (asked: Asked) => void;

let waiting: Asked | null = null;
let listener: Listener | null = null;

/** Hands the wish to the pane; where the pane is not there yet, it finds it when it comes. */
export function ask(asked: Asked): void {
  if (listener) listener(asked);
  else waiting = asked;
}

/** Tells the pane of every wish from now on, and of the last one that was waiting. */
export function whenAsked(tell: Listener): void {
  listener = tell;
  if (waiting) tell(waiting);
  waiting = null;
}
