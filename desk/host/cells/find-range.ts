import { LIMITS, type Area, type Book, type Sheet } from '../../book/book';
import { intersection } from '../../book/areas';
import { areaAddress, parseArea, quoteSheetName, splitSheetName } from '../../book/address';
import { ExcelError, invalidArgument, unsupported } from '../errors';
import type { RangeTarget } from '../targets';
import { bodyOf } from './tables';

/**
 * Finds what an address or a name means on a sheet: `A1:B2`, `A:C`, `1:3`, `'My sheet'!A1`, a defined name or the
 * name of a table (its data, as in Excel). Errors: `InvalidArgument` for what is none of these.
 */
export function findRange(book: Book, sheet: Sheet, address: unknown): RangeTarget {
  if (typeof address !== 'string') throw invalidArgument();
  const { sheet: named, rest } = splitSheetName(address.trim().replace(/^=/, ''));
  const on = named === null ? sheet : book.sheet(named);
  if (!on) throw new ExcelError('ItemNotFound');
  const area = parseArea(rest);
  if (area) return { sheet: on, area };
  if (rest.includes('[')) throw unsupported('structured references in Worksheet.getRange');
  if (rest.includes(',') || rest.includes(' ')) throw invalidArgument();
  return byName(book, on, rest);
}

function byName(book: Book, sheet: Sheet, name: string): RangeTarget {
  const wanted = name.toLowerCase();
  const named = book.names.filter((one) => one.name.toLowerCase() === wanted);
  const known = named.find((one) => one.scope === sheet) ?? named.find((one) => one.scope === null);
  if (known) return findRange(book, sheet, known.formula);
  for (const table of book.tables()) {
    if (table.name.toLowerCase() !== wanted) continue;
    return { sheet: table.sheet, area: bodyOf(table) };
  }
  throw invalidArgument();
}

/** `'My sheet'!$A$1:$B$2`, as a name refers to a range. */
export function absoluteAddress({ sheet, area }: RangeTarget): string {
  const address = areaAddress(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return `${quoteSheetName(sheet.name)}!${address}`;
}

/** The whole grid of a sheet. */
export function wholeSheet(): Area {
  return { row: 0, column: 0, rows: LIMITS.rows, columns: LIMITS.columns };
}

/** The used cells within an area. Excel takes formatted cells for used unless only values are asked for. */
export function usedRange(sheet: Sheet, valuesOnly: boolean, within: Area): Area | null {
  const used = sheet.usedArea(valuesOnly);
  if (!used || (within.rows === LIMITS.rows && within.columns === LIMITS.columns)) return used;
  const inside = intersection(used, within);
  return inside && shrinkToUsed(sheet, inside, valuesOnly);
}

function shrinkToUsed(sheet: Sheet, area: Area, valuesOnly: boolean): Area | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      const cell = sheet.cell(row, column);
      if (!cell || (cell.value === null && cell.formula === null && (valuesOnly || cell.style === 0)))
        continue;
      top = Math.min(top, row);
      left = Math.min(left, column);
      bottom = row;
      right = Math.max(right, column);
    }
  }
  return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}
