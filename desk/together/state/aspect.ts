import type { Book, Sheet } from '../../book/book';
import type { Move } from '../moves';

/** One thing that a workbook holds, such as a cell or a name: where, and what. Undefined: it is not there. */
export interface Entry {
  /** Within its aspect; the first part is the id of its sheet, where it belongs to one. */
  at: readonly (string | number)[];
  value: unknown;
}

export interface Change extends Entry {
  /** What its author had before. */
  before: unknown;
}

/** Rewrites formulas of an author for another copy: names that differ, and cells that have moved. */
export type MapFormula = (formula: string, ownSheet: string | null) => string;

/** One kind of things in a workbook, each merged by itself: of two changes of one thing the later is kept. */
export interface Aspect {
  read(book: Book): Iterable<Entry>;
  write(book: Book, change: Change): void;
  /** As it is in another copy; null when what it belonged to is gone there. */
  translate?(change: Change, moves: readonly Move[], formula: MapFormula): Change | null;
  /** Whether two values come to the same; without it their JSON does. */
  isSame?(a: unknown, b: unknown): boolean;
}

export function sheetById(book: Book, id: unknown): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.id === id);
}

/** The same value with `area` and what it was before moved, or null when the cells are gone. */
export function mapValue(change: Change, map: (value: unknown) => unknown): Change | null {
  const value = change.value === undefined ? undefined : map(change.value);
  if (value === null && change.value !== null) return null;
  return { ...change, value, before: change.before === undefined ? undefined : map(change.before) };
}
