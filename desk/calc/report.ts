import type { CellPlace } from './place';

export interface CalculationReport {
  /** Cells whose formula was calculated, in the order in which they got their values. */
  calculated: CellPlace[];
  /** Cells that depend on themselves; they keep their last value, or 0. */
  circular: CellPlace[];
  /** Cells that the Desk cannot calculate; they keep the value from the file, or show #NAME?. */
  unsupported: (CellPlace & { reason: string })[];
  /** Custom-function calls sent, and the messages they travelled in. */
  calls: number;
  messages: number;
}

export function emptyReport(): CalculationReport {
  return { calculated: [], circular: [], unsupported: [], calls: 0, messages: 0 };
}
