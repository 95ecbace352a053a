/** What the Desk's page offers to the frame with the add-in; both are of one origin. */
export interface PaneHost {
  /** What was asked of the window in its address, such as another Excel version. */
  requirementSets: Record<string, string>;
  settings: Map<string, unknown>;
  displayMode: 'hidden' | 'taskpane';
  theme?: Record<string, number>;
  /** The frame is about to load Office.js: this is how it is reached from now on. */
  attach(frame: PaneFrame): void;
  /** A message of Office.js to its host: JSON text. */
  send(text: string): void;
  /** The add-in's scripts have run: its functions and commands are there. */
  ready(): void;
  /** A ribbon command has called `event.completed()`. */
  commandCompleted(): void;
}

export interface PaneFrame {
  /** A message of the host to Office.js: JSON text. */
  receive(text: string): void;
  /** Runs a ribbon command. */
  run(functionName: string, controlId: string): void;
}

declare global {
  interface Window {
    deskPane?: PaneHost;
  }
}
