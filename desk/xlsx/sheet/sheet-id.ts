import type { Book } from '../../book/book';
import type { SheetSlot } from '../workbook/source';

/**
 * What add-ins know a sheet by: the `xr:uid` that Excel writes. A sheet of another program gets one in the form of
 * Excel's first ones, made of its number in the list of sheets, which stays when it is renamed or moved.
 */
export function sheetId(rootTag: string, slot: SheetSlot, book: Book): string | null {
  const taken = new Set(book.sheets.map(({ id }) => id?.toUpperCase()));
  const written = /\s\w+:uid\s*=\s*["'](\{[0-9A-Fa-f-]{36}\})["']/.exec(rootTag)?.[1];
  if (written !== undefined && !taken.has(written.toUpperCase())) return written;
  const number = Math.max(0, slot.sheetId - 1);
  const bytes = [number % 256, Math.floor(number / 256) % 256].map((byte) =>
    byte.toString(16).padStart(2, '0').toUpperCase(),
  );
  const made = `{00000000-0001-0000-${bytes.join('')}-000000000000}`;
  return taken.has(made) ? null : made;
}
