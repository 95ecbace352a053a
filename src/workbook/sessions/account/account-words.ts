import { rowsByKind, type RowKind, type SheetAccount } from './account';

/** One and several rows of a kind. */
const KINDS: Readonly<Record<RowKind, readonly [string, string]>> = {
  session: ['session', 'sessions'],
  month: ['month band', 'month bands'],
  client: ['label of a client', 'labels of clients'],
  heading: ['heading', 'headings'],
  total: ['total', 'totals'],
  header: ['header', 'headers'],
  'header again': ['repeated header', 'repeated headers'],
  blank: ['blank row', 'blank rows'],
  'no session': ['row without a session', 'rows without a session'],
  'left out': ['row left out', 'rows left out'],
};

/** Kinds in the order in which they are told; blank rows say nothing. */
const TOLD: readonly RowKind[] = [
  'session',
  'left out',
  'month',
  'client',
  'heading',
  'total',
  'header again',
  'no session',
];

/** "271 rows: 246 sessions, 14 month bands, 11 totals." */
export function accountWords(account: Pick<SheetAccount, 'tables'>): string {
  const counts = new Map(rowsByKind(account));
  const parts = TOLD.flatMap((kind): string[] => {
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [counted(count, KINDS[kind])];
  });
  const rows = TOLD.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  return `${counted(rows, ['row', 'rows'])}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}.`;
}

/** What is not used of a sheet: columns with cells in them, and what stands outside of its tables. */
export function unusedWords({ tables, outside }: SheetAccount): string[] {
  const columns = tables
    .flatMap(({ columns: all }) => all)
    .filter(({ use, cells }) => use === 'not used' && cells > 1)
    .map(({ label, cells }) => `"${label}" (${counted(cells, ['cell', 'cells'])})`);
  const places = outside
    .filter(({ why }) => why !== 'above the sessions')
    .map(({ why, cells }) => `${counted(cells, ['cell', 'cells'])} ${PLACES[why]}`);
  return [
    ...(columns.length === 0 ? [] : [`Not used: ${columns.join(', ')}.`]),
    ...(places.length === 0 ? [] : [`Not read: ${places.join(', ')}.`]),
  ];
}

const PLACES: Readonly<Record<SheetAccount['outside'][number]['why'], string>> = {
  'above the sessions': 'above the sessions',
  'beside the sessions': 'beside the sessions',
  'below the sessions': 'below the sessions',
  'another table': 'of another table',
};

function counted(count: number, [one, several]: readonly [string, string]): string {
  return `${String(count)} ${count === 1 ? one : several}`;
}
