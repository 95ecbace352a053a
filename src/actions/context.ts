import type { FilesWish } from './claims/claim-files';
import type { Only } from './sessions/only';

/** What an action is asked for, besides the workbook itself. */
export interface ActionOptions {
  /** Month of service, `YYYY-MM`. */
  month: string;
  /** The session sheet, where the user had to choose. */
  sheet?: string | undefined;
  /** Columns the user named for fields: field name to column header. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** Leaves the month's other sessions for later. */
  only?: Only | undefined;
  /** Files to make of the claims, beside the sheets. */
  files?: FilesWish | undefined;
  /** The claims go on the red form: what it has no room for is held back. */
  paper?: boolean | undefined;
  /** The moment of the click. */
  now: Date;
}
