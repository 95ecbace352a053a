import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MadeAtOnce } from '../actions/ribbon-commands/made-at-once';
import type { Overview } from '../actions/overview/overview';
import type { Remembered } from '../practice/set-up/remembered';
import type { Progress } from '../workbook/excel/payload';
import type { PaneActions } from './office/pane-actions';
import type { Busy } from './office/work';

export type ScreenId = 'set-up' | 'check' | 'claims' | 'superbills' | 'month-end' | 'help';

/** What every screen shares. */
export interface Pane {
  actions: PaneActions;
  overview: Overview;
  busy: Busy | null;
  /** Counts up when somebody edited the workbook. */
  edits: number;
  /** Counts up when a run was taken back. */
  undone: number;
  /** The last that the ribbon's button of each kind made. */
  madeAtOnce: Readonly<Partial<Record<MadeAtOnce['report']['action'], MadeAtOnce>>>;
  /**
   * Runs a job with progress and cancel. What goes wrong is shown at the top of the pane, with a button to try again:
   * the answer comes when that went well, and is null when the user let it be.
   */
  act<T>(
    what: string,
    kind: Busy['kind'],
    job: (progress: Progress) => Promise<T>,
  ): Promise<{ value: T } | null>;
  /** Reads the workbook again, with `tried` in place of what is remembered. */
  reload(tried?: Remembered): Promise<void>;
  go(screen: ScreenId): void;
  askUndo(): void;
}

export const PaneContext = createContext<Pane | null>(null);

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('a screen stands outside of the pane');
  return pane;
}
