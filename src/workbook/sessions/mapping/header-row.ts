import type { SessionField } from '../../../billing/records/session';
import { MOST_COLUMNS, type GridValue, type SheetGrid } from '../grid';
import { isBlank } from '../cells/text';
import { headerText } from './columns';
import { headerWords } from './header-words';
import { scoreHeader } from './score';
import { FIELDS, TAKEN } from './scores';

/** How far down a header row is looked for. */
const ROWS_SEARCHED = 40;

/** Position of the header row in `grid.values`, counted from 0, and how much it looks like one; null for none. */
export function findHeaderRow(grid: SheetGrid): { row: number; score: number } | null {
  let best: { row: number; score: number } | null = null;
  for (let row = 0; row < Math.min(ROWS_SEARCHED, grid.values.length); row++) {
    const bonus = grid.tables.some((table) => table.top === grid.firstRow + row) ? 1 : 0;
    const score = headerScore(grid.values[row] ?? []) + bonus;
    if (score >= 2 && score > (best?.score ?? 0)) best = { row, score };
  }
  return best;
}

/** How many fields the row's texts name, date and client counted twice; numbers speak against a header. */
export function headerScore(cells: GridValue[]): number {
  const best = new Map<SessionField, number>();
  let score = 0;
  let texts = 0;
  for (const cell of cells.slice(0, MOST_COLUMNS)) {
    if (isBlank(cell)) continue;
    if (typeof cell !== 'string' || /\d{3}/.test(cell)) {
      score -= 0.6;
      continue;
    }
    texts++;
    const words = headerWords(headerText(cell));
    if (words.meanings.length > 0) score += 0.05;
    const [field, value] = strongest(words);
    if (value >= TAKEN) best.set(field, Math.max(value, best.get(field) ?? 0));
  }
  for (const [field, value] of best) score += field === 'date' || field === 'client' ? value * 2 : value;
  return texts < 2 ? 0 : score;
}

function strongest(words: ReturnType<typeof headerWords>): [SessionField, number] {
  let best: [SessionField, number] = ['notes', 0];
  for (const field of FIELDS) {
    const value = scoreHeader(field, words);
    if (value > best[1]) best = [field, value];
  }
  return best;
}
