import type { SessionField } from '../../../billing/records/session';
import { MAX_COLUMNS, type GridValue, type SheetGrid } from '../grid';
import { procedure } from '../../../billing/codes/procedures';
import { isBlank } from '../cells/text';
import { headerText } from './columns';
import { headerWords } from './header-words';
import { scoreHeader } from './score';
import { FIELDS, TAKEN } from './scores';

/** How far down a header row is looked for. */
const ROWS_SEARCHED = 40;
/** From here on a row looks like a header. */
export const A_HEADER = 2;

/** Position of the header row in `grid.values`, counted from 0, and how much it looks like one; null for none. */
export function findHeaderRow(grid: SheetGrid): { row: number; score: number } | null {
  let best: { row: number; score: number } | null = null;
  for (let row = 0; row < Math.min(ROWS_SEARCHED, grid.values.length); row++) {
    const bonus = grid.tables.some((table) => table.top === grid.firstRow + row) ? 1 : 0;
    const score = headerScore(grid.values[row] ?? []) + bonus;
    if (score >= A_HEADER && score > (best?.score ?? 0)) best = { row, score };
  }
  return best;
}

/** How many fields the row's texts name, date and client counted twice; numbers speak against a header. */
export function headerScore(cells: readonly GridValue[]): number {
  const { fields, score, texts } = readHeader(cells);
  if (texts < 2) return 0;
  let named = score;
  for (const [field, value] of fields) named += field === 'date' || field === 'client' ? value * 2 : value;
  return named;
}

/** The fields that the texts of a row name, each with how clearly. */
export function headerFields(cells: readonly GridValue[]): Map<SessionField, number> {
  return readHeader(cells).fields;
}

function readHeader(cells: readonly GridValue[]): {
  fields: Map<SessionField, number>;
  score: number;
  texts: number;
} {
  const fields = new Map<SessionField, number>();
  let score = 0;
  let texts = 0;
  for (const cell of cells.slice(0, MAX_COLUMNS)) {
    if (isBlank(cell)) continue;
    if (procedure(String(cell).trim().toUpperCase())) continue;
    if (typeof cell !== 'string' || /\d{3}/.test(cell)) {
      score -= 0.6;
      continue;
    }
    texts++;
    const { isKnown, field, value } = strongest(headerText(cell));
    if (isKnown) score += 0.05;
    if (value >= TAKEN) fields.set(field, Math.max(value, fields.get(field) ?? 0));
  }
  return { fields, score, texts };
}

interface Strongest {
  isKnown: boolean;
  field: SessionField;
  value: number;
}

/** Headers repeat from sheet to sheet and from block to block. */
const seen = new Map<string, Strongest>();
const MAX_SEEN = 2_000;

function strongest(header: string): Strongest {
  const known = seen.get(header);
  if (known !== undefined) return known;
  const words = headerWords(header);
  const best: Strongest = { isKnown: words.meanings.length > 0, field: 'notes', value: 0 };
  for (const field of FIELDS) {
    const value = scoreHeader(field, words);
    if (value > best.value) Object.assign(best, { field, value });
  }
  if (seen.size >= MAX_SEEN) seen.clear();
  seen.set(header, best);
  return best;
}
