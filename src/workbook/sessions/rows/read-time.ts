import { cellName } from '../../../billing/cell-name';
import { readMinutes } from '../cells/minutes';
import { minutesBetween, readTime, readTimeRange } from '../cells/times';
import { readDate } from '../cells/dates';
import type { CellRead } from '../cells/text';
import type { RowReader } from './row-reader';
import { datesAt, type Cell } from './sheet-rows';

/** Minutes of the row: from its minutes column, else from start and end; null where nothing says. */
export function rowMinutes(reader: RowReader): number | null {
  const factor = reader.rows.mapping.fields.minutes?.factor ?? 1;
  const written = reader.read('minutes', (cell) => readMinutes(cell.value, cell.format, factor));
  const span = spanMinutes(reader, written !== null);
  if (written === null) return span;
  const place = reader.cells.minutes;
  if (span !== null && written > span && place !== undefined) {
    reader.warn(
      'session-minutes-longer-than-span',
      place,
      `${cellName(place)} says ${String(written)} minutes, but from start to end are only ${String(span)}.`,
      'Correct the minutes, the start or the end.',
    );
  }
  return written;
}

/** Minutes from start to end. Times that cannot be read matter only where the minutes depend on them. */
function spanMinutes(reader: RowReader, minutesWritten: boolean): number | null {
  const [startCell] = reader.filled('start');
  const [endCell] = reader.filled('end');
  if (startCell === undefined) return null;
  const range = readTimeRange(startCell.value);
  if (endCell === undefined || minutesWritten) {
    if (range !== null) return range.end - range.start;
    if (endCell === undefined) return null;
  }
  const clock = (cell: Cell) => readClock(cell, reader);
  if (minutesWritten) {
    const [start, end] = [clock(startCell), endCell === undefined ? { unreadable: '' } : clock(endCell)];
    if ('unreadable' in start || 'unreadable' in end) return null;
    const between = minutesBetween(start.value, end.value);
    return 'value' in between ? between.value : null;
  }
  const start = reader.read('start', clock);
  const end = reader.read('end', clock);
  if (start === null || end === null || endCell === undefined) return null;
  const between = minutesBetween(start, end);
  if ('value' in between) return between.value;
  reader.cannotRead('end', endCell, between.unreadable);
  return null;
}

/** Start and end of the row; null where they are not both written, or not readable. */
export function rowSpan(reader: RowReader): { start: number; end: number } | null {
  const [startCell] = reader.filled('start');
  const [endCell] = reader.filled('end');
  if (startCell === undefined) return null;
  if (endCell === undefined) return readTimeRange(startCell.value);
  const [start, end] = [readClock(startCell, reader), readClock(endCell, reader)];
  if (!('value' in start) || !('value' in end) || end.value <= start.value) return null;
  return { start: start.value, end: end.value };
}

/** A time of day, alone or behind a date. */
function readClock(cell: Cell, reader: RowReader): CellRead<number> {
  const time = readTime(cell.value);
  if ('value' in time) return time;
  const date = readDate(cell.value, cell.format, datesAt(reader.rows, reader.row));
  return 'value' in date && date.value.time !== null ? { value: date.value.time } : time;
}
