import type { Finding } from '../../../billing/findings';
import type { Session } from '../../../billing/records/session';
import { isBlank, tidyText } from '../cells/text';
import { tablesOf, type ColumnMapping } from '../column-mapping';
import type { SheetGrid } from '../grid';
import { rowFinding } from './unreadable';

const COLOR =
  'red|orange|yellow|green|blue|purple|violet|pink|gr[ae]y|brown|teal|turquoise|highlight(?:ed)?|shaded';
/** "purple = paid", "Yellow: billed", "highlighted means sent". */
const LEGEND = new RegExp(`\\b(?:${COLOR})\\b(?: rows?| cells?)?\\s*(?:=|:|-|–|→|means)\\s*\\p{L}`, 'iu');
const LONGEST_LEGEND = 80;
/** Rows that alternate so often are only striped. */
const STRIPED = 0.8;

/** Tells where colors seem to say something of the sessions: no color is read. */
export function fillFindings(
  grid: SheetGrid,
  mapping: ColumnMapping,
  sessions: readonly Session[],
): Finding[] {
  const legend = legendOf(grid, columnsOfSessions(mapping), new Set(sessions.map(({ place }) => place.row)));
  if (legend) return [legend];
  const fills = grid.looks?.fills;
  if (!fills || fills.size === 0) return [];
  const filled = sessions.flatMap(({ place }) => {
    const color = fills.get(place.row);
    return color === undefined ? [] : [{ place, color }];
  });
  const colors = new Map<string, number>();
  for (const { color } of filled) colors.set(color, (colors.get(color) ?? 0) + 1);
  const [first] = filled;
  if (first === undefined || colors.size < 2 || isStriped(filled.map(({ color }) => color))) return [];
  const counts = [...colors.values()].sort((a, b) => b - a).map(String);
  return [
    rowFinding({
      rule: 'session-fills-not-read',
      severity: 'NOTE',
      place: first.place,
      message: `Sessions of "${grid.name}" are filled in ${String(colors.size)} colors (${counts.join(', ')} rows): what a color says is not read.`,
      fix: WHAT_HELPS,
    }),
  ];
}

const WHAT_HELPS =
  'Nothing, if colors are only for looks. If one says that a visit was billed, paid or not kept, write that into a column.';

function isStriped(colors: readonly string[]): boolean {
  const changes = colors.filter((color, at) => at > 0 && color !== colors[at - 1]).length;
  return colors.length > 2 && changes >= STRIPED * (colors.length - 1);
}

/** Columns in which a session says something of itself, such as "red: skin irritated". */
function columnsOfSessions(mapping: ColumnMapping): Set<number> {
  return new Set(
    tablesOf(mapping).flatMap(({ columns }) =>
      columns.flatMap(({ column, use }) => (use === 'taken' ? [column] : [])),
    ),
  );
}

function legendOf(grid: SheetGrid, taken: ReadonlySet<number>, rows: ReadonlySet<number>): Finding | null {
  for (const [row, values] of grid.values.entries()) {
    for (const [column, value] of values.entries()) {
      if (typeof value !== 'string' || value.length < 5 || isBlank(value) || !LEGEND.test(value)) continue;
      if (taken.has(grid.firstColumn + column) && rows.has(grid.firstRow + row)) continue;
      const text = tidyText(value);
      if (text.length > LONGEST_LEGEND) continue;
      return rowFinding({
        rule: 'session-fills-not-read',
        severity: 'NOTE',
        place: { sheet: grid.name, row: grid.firstRow + row, column: grid.firstColumn + column },
        message: `"${text}" says what a color means, and no color is read.`,
        fix: WHAT_HELPS,
      });
    }
  }
  return null;
}
