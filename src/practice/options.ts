import type { SessionFilter } from './sessions/session-filter';

/** What an action is asked for, besides the workbook itself. */
export interface ActionOptions {
  /** Month of service, `YYYY-MM`. */
  month: string;
  /** The session sheet, where the user had to choose. */
  sheet?: string | undefined;
  /** Columns the user named for fields: field name to column header. */
  columns?: Readonly<Record<string, string>> | undefined;
  /** Leaves the month's other sessions for later. */
  filter?: SessionFilter | undefined;
  /** Answers to questions, by their keys; they join those that the workbook remembers. */
  answers?: ReadonlyMap<string, string> | undefined;
  /** The moment of the click. */
  now: Date;
}
