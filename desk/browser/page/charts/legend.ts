import type { ChartView } from '../../view/view';
import { fitted, rectangle, text, widthOf, type Box } from './svg';

const KEY = 8;
const ROW = 16;

/** Draws the names of the series at an edge of `room` and gives what is left of it. */
export function drawLegend({ legend, series }: ChartView, room: Box): { drawn: string; left: Box } {
  if (legend === null || series.length === 0) return { drawn: '', left: room };
  const widest = room.width * (legend === 'Left' || legend === 'Right' ? 0.3 : 0.9);
  const entries = series.map(({ name, color }) => {
    const words = fitted(name, widest - KEY - 6);
    return { words, color, width: KEY + 6 + widthOf(words) };
  });
  const entry = ({ words, color }: (typeof entries)[number], x: number, y: number): string =>
    rectangle({ x, y: y + 4, width: KEY, height: KEY }, color) + text(x + KEY + 5, y + 12, words);

  if (legend === 'Left' || legend === 'Right') {
    const width = Math.max(...entries.map((each) => each.width));
    const x = legend === 'Left' ? room.x : room.x + room.width - width;
    const top = room.y + Math.max(0, (room.height - entries.length * ROW) / 2);
    const drawn = entries.map((each, index) => entry(each, x, top + index * ROW)).join('');
    const left = { ...room, width: room.width - width - 10 };
    return { drawn, left: legend === 'Left' ? { ...left, x: room.x + width + 10 } : left };
  }

  const rows = inRows(entries, room.width);
  const height = rows.length * ROW;
  const top = legend === 'Top' ? room.y : room.y + room.height - height;
  const drawn = rows.flatMap((row, index) => {
    const total = row.reduce((sum, { width }) => sum + width + 14, -14);
    let x = room.x + (room.width - total) / 2;
    return row.map((each) => {
      const at = x;
      x += each.width + 14;
      return entry(each, at, top + index * ROW);
    });
  });
  const left = { ...room, height: room.height - height - 6 };
  return { drawn: drawn.join(''), left: legend === 'Top' ? { ...left, y: room.y + height + 6 } : left };
}

function inRows<T extends { width: number }>(entries: readonly T[], width: number): T[][] {
  const rows: T[][] = [];
  let used = Infinity;
  for (const entry of entries) {
    if (used + entry.width > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(entry);
    used += entry.width + 14;
  }
  return rows;
}
