import type { Book } from '../../book/book';
import type { Renames } from '../formulas/rename';
import type { CustomFunctionForm } from '../formulas/file-form';
import type { Package } from '../package/package';
import type { SharedStringWriter } from '../strings/shared-strings';
import type { StyleWriter } from '../styles/write-styles';
import type { ArrayMarks } from './array-marks';
import type { BookSource } from './source';

/** What all parts of one saving share. */
export interface WriteContext {
  book: Book;
  source: BookSource;
  /** The package being made: a copy of the file's. */
  parts: Package;
  styles: StyleWriter;
  strings: SharedStringWriter;
  arrays: ArrayMarks;
  renames: Renames;
  customFunctions: CustomFunctionForm;
  /** Set when a formula was added, changed or removed. */
  formulasChanged: boolean;
}
