import type { CellPlace } from '../../billing/findings';
import type { Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';

/** What a cell of a column holds; in Excel a list is text with commas, money is dollars, a day is a date. */
interface ValueOfKind {
  text: string;
  list: string[];
  day: Day;
  money: Cents;
  number: number;
  'yes-no': boolean;
  choice: string;
}
export type ColumnKind = keyof ValueOfKind;

/**
 * A column of one of Claimsheet's own tables. `Value` is what a record holds of it: null where its cell is empty or
 * cannot be read.
 */
export interface Column<Value = unknown> {
  readonly kind: ColumnKind;
  /** The header the user reads; found again in any order and letter case. */
  readonly header: string;
  /** The words a `choice` column takes. */
  readonly choices?: readonly string[];
  /** What stands between the words of a list; a blank: between codes. */
  readonly separator?: ', ' | '; ' | ' ';
  /** A number that is kept as text, as people write the numbers of files. */
  readonly asText?: true;
  /** An empty cell reads as '' and not as null. */
  readonly isBlankText?: true;
  /** Points. */
  readonly width: number;
  /** What to type here, in one short sentence. */
  readonly help: string;
  /**
   * `table`: a table without this column is not read, since "empty" would be a guess. `row`: neither is a row without a
   * value in it. A column that is not required is added where an older workbook lacks it.
   */
  readonly required: 'table' | 'row' | null;
  /** Only its type counts. */
  readonly holds?: Value;
}

export type Columns = Readonly<Record<string, Column>>;

/**
 * One of Claimsheet's own tables: a sheet with an ordinary Excel table of the same name. `across` has a row for each
 * record; `down` has one record whose values stand one under another (Item, Value, Help).
 */
export interface Table<Own extends Columns = Columns, Name extends string = string> {
  readonly name: Name;
  readonly direction: 'across' | 'down';
  readonly about: string;
  /** The column whose value names a row, where cells are changed after the row was written. */
  readonly key: string | null;
  readonly columns: Own;
}

export type KeyOf<Own extends Columns> = keyof Own & string;

declare const ofColumn: unique symbol;
/** The key of a column, which a definition gave; never a text of a cell. */
export type ColumnKey = string & { readonly [ofColumn]: true };

/** A column with the key it has in records. */
export type KeyedColumn = Column & {
  readonly key: ColumnKey;
  /** Where records hold its value: `zip` of `address`. */
  readonly path: readonly [own: ColumnKey, part: ColumnKey | null];
};

const keyed = new WeakMap<Table, readonly KeyedColumn[]>();

/** The columns of a table in their order. */
export function columnsOf(table: Table): readonly KeyedColumn[] {
  const known = keyed.get(table) ?? Object.entries(table.columns).map(withKey);
  keyed.set(table, known);
  return known;
}

function withKey([key, column]: [string, Column]): KeyedColumn {
  const [own = '', part] = key.split('.') as ColumnKey[];
  return { ...column, key: key as ColumnKey, path: [own as ColumnKey, part ?? null] };
}

type Held<Each> = Each extends Column<infer Value> ? Value : never;
type GroupOf<Key> = Key extends `${infer Group}.${string}` ? Group : never;
type Plain<Own extends Columns> = {
  [Key in KeyOf<Own> as Key extends `${string}.${string}` ? never : Key]: Held<Own[Key]>;
};
type Grouped<Own extends Columns> = {
  [Group in GroupOf<KeyOf<Own>>]: {
    [Key in KeyOf<Own> as Key extends `${Group}.${infer Part}` ? Part : never]: Held<Own[Key]>;
  };
};
type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** What a row says, by the table's own column keys; `address.zip` is the `zip` of its `address`. */
export type RecordOf<Each extends Table> = Flat<
  Plain<Each['columns']> & Grouped<Each['columns']> & { cells: CellsOf<Each> }
>;

/** Where each value of a row stands, so that a finding can point there; an empty cell has a place too. */
export type CellsOf<Each extends Table> = { [Key in KeyOf<Each['columns']>]?: CellPlace };

/** What may be written into the cells of a row: a column that is left out, or null, leaves its cell empty. */
export type RowOf<Each extends Table> = {
  readonly [Key in KeyOf<Each['columns']>]?: Written<Held<Each['columns'][Key]>> | undefined;
};
type Written<Value> = Value extends readonly unknown[] ? Value | readonly string[] | null : Value | null;

export function defineTable<const Name extends string, Own extends Columns>(
  name: Name,
  {
    direction = 'across',
    key,
    ...rest
  }: { direction?: 'across' | 'down'; about: string; key?: NoInfer<KeyOf<Own>>; columns: Own },
): Table<Own, Name> {
  return { name, direction, key: key ?? null, ...rest };
}

function column<Kind extends ColumnKind, Value = ValueOfKind[Kind] | null>(
  kind: Kind,
  header: string,
  width: number,
  help: string,
  more: Partial<Column> = {},
): Column<Value> {
  return { kind, header, width, help, required: null, ...more } as Column<Value>;
}

export const text = (header: string, width: number, help: string) => column('text', header, width, help);
/** A text that reads as '' where its cell is empty. */
export const blankText = (header: string, width: number, help: string) =>
  column<'text', string>('text', header, width, help, { isBlankText: true });
export const list = (
  header: string,
  width: number,
  help: string,
  separator: NonNullable<Column['separator']> = ', ',
) => column<'list', string[]>('list', header, width, help, { separator });
export const day = (header: string, help: string) => column('day', header, 74, help);
export const money = (header: string, help: string) => column('money', header, 70, help);
export const number = (header: string, help: string) => column('number', header, 64, help);
export const fileNumber = (header: string, width: number, help: string) =>
  column('number', header, width, help, { asText: true });
export const yesNo = (header: string, help: string) => column('yes-no', header, 64, help);
export const choice = <const Words extends readonly string[]>(header: string, words: Words, help: string) =>
  column<'choice', Words[number] | null>('choice', header, 84, help, { choices: words });

/** A column without which the table cannot be relied on. */
export function required<Value>(each: Column<Value>): Column<Value> {
  return { ...each, required: 'table' };
}

/** A column without whose value a row says nothing. */
export function rowNeeds<Value>(each: Column<Value>): Column<NonNullable<Value>> {
  return { ...each, required: 'row' } as Column<NonNullable<Value>>;
}

/** The four columns of an address, as the group `key` of a record. */
export function address<const Key extends string>(key: Key, prefix: string, whose: string) {
  return {
    [`${key}.street`]: text(`${prefix}Street`, 140, `${whose} street address, without punctuation.`),
    [`${key}.city`]: text(`${prefix}City`, 90, `${whose} city.`),
    [`${key}.state`]: text(`${prefix}State`, 44, 'Two letters.'),
    [`${key}.zip`]: text(`${prefix}ZIP`, 70, 'Five or nine digits.'),
  } as { [Part in 'street' | 'city' | 'state' | 'zip' as `${Key}.${Part}`]: Column<string | null> };
}

export const YES_NO_HELP = 'Yes or No.';
export const SEXES = ['F', 'M', 'U'] as const;
