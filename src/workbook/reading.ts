import type { SheetGrid } from './sessions/grid';

/** The workbook as read once: every sheet's values, and what stands in the way of writing. */
export interface WorkbookReading {
  sheets: SheetReading[];
  structureProtected: boolean;
  date1904: boolean;
  /** Custom XML parts in which Claimsheet remembers what it did. */
  memory: { id: string; xml: string }[];
}

export interface SheetReading extends SheetGrid {
  visible: boolean;
  isProtected: boolean;
}
