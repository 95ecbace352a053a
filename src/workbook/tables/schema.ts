/** What a cell of a column holds. `list` is text separated by commas or semicolons. */
export type ColumnKind = 'text' | 'list' | 'date' | 'money' | 'number' | 'yes-no' | 'choice';

export interface SchemaColumn<Key extends string = string> {
  /** The record's own name of the value, e.g. `birthDate` or `address.zip`. */
  key: Key;
  /** The header the user reads; found again in any order and letter case. */
  header: string;
  kind: ColumnKind;
  /** The words a `choice` column takes. */
  choices?: readonly string[];
  /** Points. */
  width: number;
  /** What to type here, in one short sentence. */
  help: string;
}

/**
 * One of Claimsheet's own tables: a sheet with an ordinary Excel table of the same name.
 * `down` tables have one record whose fields stand one under another (Item, Value, Help).
 */
export interface TableSchema<Name extends string = string> {
  name: Name;
  direction: 'across' | 'down';
  about: string;
  /** The column whose value names a row, for tables whose cells an action changes later. */
  key?: string;
  columns: readonly SchemaColumn[];
}
