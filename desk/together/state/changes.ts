import type { Book } from '../../book/book';
import type { Aspect, Change } from './aspect';
import { cells } from './cells';
import { charts } from './charts';
import { customProperties, customXml, names, settings } from './kept';
import { columns, merges, pageBreaks, pages, rows } from './layout';
import { looks, order, sheets } from './sheets';
import { tableColumns, tableLooks, tables } from './tables';

/** All that is merged, in the order in which it must be: cells stand on sheets, and tables over cells. */
export const ASPECTS: readonly Aspect[] = [
  sheets,
  order,
  looks,
  tables,
  cells,
  tableColumns,
  tableLooks,
  rows,
  columns,
  merges,
  names,
  settings,
  customXml,
  customProperties,
  pages,
  pageBreaks,
  charts,
];

/** What must change in one book to make it another; what is gone comes first. */
export function changesBetween(aspect: Aspect, from: Book, to: Book): Change[] {
  const before = entries(aspect, from);
  const now = entries(aspect, to);
  const gone = [...before]
    .filter(([key]) => !now.has(key))
    .map(([, { at, value }]): Change => ({ at, value: undefined, before: value }));
  const isSame = aspect.isSame ?? isSameJson;
  const changed = [...now].flatMap(([key, { at, value }]): Change[] => {
    const known = before.get(key)?.value;
    return isSame(known, value) ? [] : [{ at, value, before: known }];
  });
  return [...gone, ...changed];
}

function entries(aspect: Aspect, book: Book): Map<string, { at: Change['at']; value: unknown }> {
  return new Map([...aspect.read(book)].map((entry) => [JSON.stringify(entry.at), entry]));
}

function isSameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
