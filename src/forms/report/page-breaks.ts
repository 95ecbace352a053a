import { MAX_BREAKS } from '../page-limits';
import type { PageRow } from './page-rows';

/**
 * Rows, counted from 1, that start a new printed page, the first one left out. Every page is ended by a break of our
 * own, so that what belongs together (a heading and its table's first rows, a total and the row above it) stays
 * together. `capacity` is the height of a page in points of the sheet. Beyond the breaks that Excel takes, it ends pages
 * by itself where they are full.
 */
export function pageBreaks(rows: readonly PageRow[], capacity: number): number[] {
  const breaks: number[] = [];
  let used = 0;
  let index = 0;
  while (index < rows.length) {
    const group = groupFrom(rows, index);
    const height = group.reduce((sum, row) => sum + row.height, 0);
    // What is higher than a page can only be broken where it comes to its end.
    const together = height <= capacity ? [group] : group.map((row) => [row]);
    for (const part of together) {
      const needed = part.reduce((sum, row) => sum + row.height, 0);
      if (index > 0 && (part[0]?.startsPage || used + needed > capacity)) {
        breaks.push(index + 1);
        used = 0;
      }
      used += needed;
      index += part.length;
    }
  }
  return breaks.slice(0, MAX_BREAKS);
}

function groupFrom(rows: readonly PageRow[], first: number): PageRow[] {
  let end = first;
  while (rows[end]?.keep && rows[end + 1] && !rows[end + 1]?.startsPage) end++;
  return rows.slice(first, end + 1);
}
