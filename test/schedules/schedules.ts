import fc from 'fast-check';
import type { Book } from '../../desk/book/book';
import { contentsOf } from '../support/desk';
import type { WorkbookName } from '../faults/workbooks';
import { EDITS, MOVES, type MoveName } from './moves';
import { play, serially, settledState, type Schedule } from './schedule';

const names = <Names extends string>(of: Record<Names, unknown>): Names[] => Object.keys(of) as Names[];

const CHOICES = fc.array(fc.nat(5), { minLength: 20, maxLength: 60 });

/** Two windows that write; in every third schedule a third one in which the user sorts, inserts, types, renames. */
const SCHEDULE: fc.Arbitrary<Schedule> = fc.oneof(
  { weight: 2, arbitrary: schedule(fc.constant([])) },
  {
    weight: 1,
    arbitrary: schedule(fc.array(fc.constantFrom(...names(EDITS)), { minLength: 1, maxLength: 3 })),
  },
);

function schedule(edits: fc.Arbitrary<MoveName[]>): fc.Arbitrary<Schedule> {
  const moves = fc.array(fc.constantFrom<MoveName>(...names(MOVES)), { minLength: 1, maxLength: 2 });
  return fc
    .record({
      on: fc.constantFrom<WorkbookName>('practice', 'billed', 'answered'),
      one: moves,
      two: moves,
      edits,
      choices: CHOICES,
    })
    .map(({ on, one, two, edits: byHand, choices }) => ({
      on,
      windows: byHand.length > 0 && on !== 'practice' ? [one, two, byHand] : [one, two],
      choices,
    }));
}

export function schedulesOf(count: number, seed: number): Schedule[] {
  return fc.sample(SCHEDULE, { numRuns: count, seed });
}

/** What went wrong in a schedule, in sentences. */
export async function wrongWith(asked: Schedule): Promise<string[]> {
  const played = await play(asked);
  const state = await settledState(played.book);
  return [
    ...played.broken,
    ...twice(played.book),
    ...unfinished(played.book),
    ...(asked.windows.length > 2 ? [] : await notSerial(asked, played, state)),
  ];
}

/** A session of the sheet is on one standing line at most, and an account in one row of the register. */
function twice(book: Book): string[] {
  const lines = rowsOf(book, 'ClaimLines').map((row) =>
    ['Client', 'Date of service', 'Code'].map((header) => row.get(header)).join(' '),
  );
  const accounts = rowsOf(book, 'Claims').map((row) => row.get('Account') ?? '');
  return [...repeated(lines), ...repeated(accounts)].map((what) => `twice: ${what}`);
}

function unfinished(book: Book): string[] {
  return rowsOf(book, 'Activity').flatMap((row) =>
    ['', 'kept', 'partly undone'].includes(row.get('State') ?? '') ? [] : [`left ${row.get('State') ?? ''}`],
  );
}

async function notSerial(
  { on }: Schedule,
  { done }: Awaited<ReturnType<typeof play>>,
  state: string,
): Promise<string[]> {
  const queues = [0, 1].map((window) =>
    done.filter((each) => each.window === window).map(({ move }) => move),
  );
  for (const order of interleavings(queues[0] ?? [], queues[1] ?? []).flatMap(withUndoOfOneRun))
    if ((await serially(on, order)) === state) return [];
  return ['no serial order comes to this'];
}

/** Undo pressed in two windows at once names the same run in both: it is taken back once. */
function withUndoOfOneRun(order: MoveName[]): MoveName[][] {
  const second = order.lastIndexOf('undo');
  return second > order.indexOf('undo') ? [order, order.filter((_, index) => index !== second)] : [order];
}

function interleavings(one: readonly MoveName[], two: readonly MoveName[]): MoveName[][] {
  const [first, ...restOfOne] = one;
  const [second, ...restOfTwo] = two;
  if (first === undefined) return [[...two]];
  if (second === undefined) return [[...one]];
  return [
    ...interleavings(restOfOne, two).map((rest) => [first, ...rest]),
    ...interleavings(one, restOfTwo).map((rest) => [second, ...rest]),
  ];
}

function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => text.trim() !== '' && texts.indexOf(text) !== index);
}

/** Rows of one of Claimsheet's own tables, wherever its sheet is called what. */
function rowsOf(book: Book, name: string): Map<string, string>[] {
  const sheet = book.sheets.find(({ tables }) => tables.some((table) => table.name === name));
  const area = sheet?.tables.find((table) => table.name === name)?.area;
  if (!sheet || !area) return [];
  const { cells } = contentsOf(book)[sheet.name] as { cells: Record<string, unknown> };
  const at = (row: number, column: number): string =>
    String(cells[`${String(area.row + row)}:${String(area.column + column)}`] ?? '');
  const columns = Array.from({ length: area.columns }, (_, column) => column);
  return Array.from(
    { length: area.rows - 1 },
    (_, row) => new Map(columns.map((column) => [at(0, column), at(row + 1, column)])),
  );
}
