import type { CellPlace } from '../../../billing/findings';
import { day, partsOf } from '../../../billing/values/day';
import { clientName } from '../cells/client-names';
import { showsMonth } from '../cells/formats';
import { isBlank, plainWords, tidyText } from '../cells/text';
import type { Period } from '../cells/titles';
import { periodOfHeading } from '../cells/titles';
import type { GridValue, SheetGrid } from '../grid';
import { headerWords } from '../mapping/header-words';
import type { Block } from './block';
import { CLIENT_LABELS, NOBODY } from './label-words';

/** A client whom a label names, and where. */
export interface ClientLabel {
  name: string;
  place: CellPlace;
}

const LABELS = new Set(CLIENT_LABELS);
const LONGEST_LABEL = 200;
/** Another label behind the name: "Client: Jane Doe  Insurance: Regence". */
const NEXT_LABEL = /\s+\p{L}+\s*:.*$/u;

/** The client named by the cell at `at` of a row or, for "Client:" alone, by the next filled one; null for none. */
export function clientLabelAt(
  grid: SheetGrid,
  row: number,
  at: number,
  { right }: Pick<Block, 'right'>,
): ClientLabel | null {
  const cells = grid.values[row] ?? [];
  const said = labelIn(cells[at]);
  if (said === null) return null;
  if (said.rest !== '') return labelOf(grid, row, at, said.rest);
  const next = nextFilled(cells, at + 1, right);
  const value = next === null ? '' : (cells[next] ?? '');
  const isAlone = next === null || nextFilled(cells, next + 1, right) === null;
  if (next === null || typeof value !== 'string' || !isAName(value)) return null;
  return said.isMarked || isAlone ? labelOf(grid, row, next, value) : null;
}

function labelOf(grid: SheetGrid, row: number, at: number, text: string): ClientLabel | null {
  const name = clientName(tidyText(text).replace(NEXT_LABEL, ''));
  if (!/\p{L}{2}/u.test(name) || NOBODY.has(plainWords(name))) return null;
  return { name, place: { sheet: grid.name, row: grid.firstRow + row, column: grid.firstColumn + at } };
}

/** "Client: Jane Doe" is a label with the rest behind its sign; "Client" alone has no sign. */
function labelIn(value: GridValue | undefined): { rest: string; isMarked: boolean } | null {
  if (typeof value !== 'string' || value.length > LONGEST_LABEL) return null;
  const [, label, rest] = /^([^:=]+)[:=](.*)$/s.exec(value) ?? [null, value, null];
  if (
    !LABELS.has(
      plainWords(
        String(label)
          .replace(/['’]s\b/, '')
          .replace(/#/g, ''),
      ),
    )
  )
    return null;
  return { rest: tidyText(rest ?? ''), isMarked: rest !== null };
}

/** A name, and not the header of a further column. */
function isAName(text: string): boolean {
  return /\p{L}{2}/u.test(text) && headerWords(text).unknown.length > 0;
}

/** The month or year that a row gives to the rows below it: alone, or with sums beside it; null for any other row. */
export function periodOfRow(
  grid: SheetGrid,
  row: number,
  { left, right }: Pick<Block, 'left' | 'right'>,
): Period | null {
  const cells = grid.values[row] ?? [];
  const at = nextFilled(cells, left, right);
  if (at === null) return null;
  const period = periodAt(cells[at] ?? '', grid.formats[row]?.[at] ?? '', grid.date1904);
  if (period === null) return null;
  for (
    let next = nextFilled(cells, at + 1, right);
    next !== null;
    next = nextFilled(cells, next + 1, right)
  ) {
    if (!isSum(cells[next] ?? '')) return null;
  }
  return period;
}

function periodAt(value: GridValue, format: string, date1904: boolean): Period | null {
  if (typeof value === 'string') return periodOfHeading(value);
  if (typeof value !== 'number' || !Number.isInteger(value)) return null;
  if (showsMonth(format)) {
    const { year, month } = partsOf(day(value + (date1904 ? 1462 : 0)));
    return { year, month };
  }
  return value >= 1990 && value < 2100 ? { year: value, month: null } : null;
}

/** A number, an amount, a count of sessions, or the word that introduces a sum. */
function isSum(value: GridValue): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'string' || value.length > LONGEST_LABEL) return false;
  const words = plainWords(value).replace(
    /\b(?:sessions?|visits?|clients?|hours?|hrs?|min|minutes|units?|usd)\b/g,
    '',
  );
  return (
    /^[\d ]*$/.test(words) || /^(?:(?:sub|grand|month|monthly) ?)?(?:total|sum)s?[\d ]*$/.test(words.trim())
  );
}

/** Position of the first filled cell from `from` on; null for none. */
export function nextFilled(cells: readonly GridValue[], from: number, right: number): number | null {
  for (let at = from; at <= Math.min(right, cells.length - 1); at++) {
    if (!isBlank(cells[at])) return at;
  }
  return null;
}
