import type { CellFix } from '../../../billing/findings';
import type { SessionField } from '../../../billing/records/session';
import { day, usDate } from '../../../billing/values/day';
import { cellOf } from '../../tables/cell-values';
import { MENDED_TEXT } from '../cells/mended-text';
import type { CellRead } from '../cells/text';
import type { Cell, SheetRows } from './sheet-rows';

/** What to write instead of a text that cannot be read, where the mended text can be; dates become real dates. */
export function fixOf(
  field: SessionField,
  cell: Cell,
  readCell: (cell: Cell) => CellRead<unknown>,
  { grid }: Pick<SheetRows, 'grid'>,
): CellFix | null {
  const was = typeof cell.value === 'string' ? cell.value.trim() : '';
  const to = MENDED_TEXT[field]?.(was) ?? was;
  if (to === was) return null;
  const read = readCell({ ...cell, value: to, shown: to });
  if ('unreadable' in read) return null;
  if (field !== 'date') return { was, to, words: `Write ${to}` };
  if (typeof read.value !== 'number') return null;
  const serial = cellOf({ kind: 'day' }, read.value, grid.date1904);
  if (typeof serial !== 'number') return null;
  return { was, to: serial, format: 'm/d/yyyy', words: `Write ${usDate(day(read.value))}` };
}
