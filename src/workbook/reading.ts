import type { Revision } from './revision';
import type { SheetGrid } from './sessions/grid';

/** The workbook as read once: every sheet's values, and what stands in the way of writing. */
export interface WorkbookReading {
  sheets: SheetReading[];
  structureProtected: boolean;
  date1904: boolean;
  /** Custom XML parts in which Claimsheet remembers what it did. */
  memory: { id: string; xml: string }[];
  /** Hidden names that tell whether another window has written since. */
  revision: Revision;
  /** Whether this Excel can say which run made a sheet. */
  knowsMarks: boolean;
}

export interface SheetReading extends SheetGrid {
  visible: boolean;
  isProtected: boolean;
  /** Stays when the sheet is renamed or moved. */
  id: string;
  /** The mark of the run that made it, and which of its sheets it is: `7f3k 2`; null for any other sheet. */
  mark: string | null;
  /** Of pages that were made earlier, whose cells are not read: the line above the first page that names its account. */
  heading?: string;
}
