import { parseArea, splitSheetName } from '../../book/address';
import type { Book, Sheet } from '../../book/book';
import type { SheetArea } from '../place';
import { resolveTableReference } from './table-reference';

/** What a text means as a reference, for INDIRECT: an address, a structured reference or a name of a range; or null. */
export function referenceInText(book: Book, own: Sheet, row: number, text: string): SheetArea | null {
  const { sheet: named, rest } = splitSheetName(text.trim());
  const sheet = named === null ? own : book.sheet(named);
  if (!sheet) return null;
  const area = parseArea(rest);
  if (area) return { sheet, area };
  return tableReference(book, row, rest) ?? nameReference(book, sheet, row, rest);
}

function tableReference(book: Book, row: number, text: string): SheetArea | null {
  const at = text.indexOf('[');
  const name = (at < 0 ? text : text.slice(0, at)).toLowerCase();
  for (const table of book.tables()) {
    if (table.name.toLowerCase() !== name) continue;
    const found = resolveTableReference(table, at < 0 ? '' : text.slice(at), row);
    return 'area' in found ? { sheet: table.sheet, area: found.area } : null;
  }
  return null;
}

/** A name for something else than one place, such as OFFSET(…), is none for INDIRECT. */
function nameReference(book: Book, sheet: Sheet, row: number, text: string): SheetArea | null {
  const wanted = text.toLowerCase();
  const names = book.names.filter(({ name }) => name.toLowerCase() === wanted);
  const name = names.find(({ scope }) => scope === sheet) ?? names.find(({ scope }) => scope === null);
  if (!name || name.formula.toLowerCase() === `=${wanted}`) return null;
  const { sheet: named, rest } = splitSheetName(name.formula.slice(1));
  const target = named === null ? sheet : book.sheet(named);
  const area = parseArea(rest);
  if (target && area) return { sheet: target, area };
  return tableReference(book, row, name.formula.slice(1));
}
