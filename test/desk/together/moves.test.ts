import fc from 'fast-check';
import { Book, LIMITS, type Area, type Shift } from '../../../desk/book/book';
import { shiftCells } from '../../../desk/book/structure';
import { cross, type Move } from '../../../desk/together/moves';

const SIZE = 12;

/** A sheet whose cells all say where they stood, after some moves. */
function after(...moves: Move[]): Record<string, unknown> {
  const sheet = new Book().addSheet('Data');
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++)
      sheet.setValue(row, column, `${String(row)}:${String(column)}`);
  for (const { area, shift } of moves) shiftCells(sheet, area, shift);
  return Object.fromEntries(
    [...sheet.entries()].map(({ row, column, cell }) => [`${String(row)}:${String(column)}`, cell.value]),
  );
}

const move = (area: Area, shift: Shift): Move => ({ sheet: '{1}', area, shift });
const rows = (row: number, count: number, shift: 'Down' | 'Up'): Move =>
  move({ row, column: 0, rows: count, columns: LIMITS.columns }, shift);
const columns = (column: number, count: number, shift: 'Right' | 'Left'): Move =>
  move({ row: 0, column, rows: LIMITS.rows, columns: count }, shift);
/** Rows of a table that is as wide as columns B to D. */
const tableRows = (row: number, count: number, shift: 'Down' | 'Up'): Move =>
  move({ row, column: 1, rows: count, columns: 3 }, shift);

const at = fc.nat(SIZE - 1);
const count = fc.integer({ min: 1, max: 4 });
const up = fc.constantFrom('Down' as const, 'Up' as const);
const left = fc.constantFrom('Right' as const, 'Left' as const);

test.each<[string, fc.Arbitrary<Move>]>([
  ['rows', fc.tuple(at, count, up).map(([row, many, shift]) => rows(row, many, shift))],
  ['columns', fc.tuple(at, count, left).map(([column, many, shift]) => columns(column, many, shift))],
  ['rows of a table', fc.tuple(at, count, up).map(([row, many, shift]) => tableRows(row, many, shift))],
  [
    'rows and columns',
    fc.oneof(
      fc.tuple(at, count, up).map(([row, many, shift]) => rows(row, many, shift)),
      fc.tuple(at, count, left).map(([column, many, shift]) => columns(column, many, shift)),
    ),
  ],
])('%s that two people inserted and deleted come to the same, whoever is first', (_, one) => {
  const list = fc.array(one, { maxLength: 4 });
  fc.assert(
    fc.property(list, list, (later, earlier) => {
      const [laterHere, earlierThere] = cross(later, earlier);
      expect(after(...earlier, ...laterHere)).toEqual(after(...later, ...earlierThere));
    }),
    { numRuns: 200 },
  );
});

test('of two insertions at one place the later one comes after', () => {
  expect(cross([rows(3, 1, 'Down')], [rows(3, 2, 'Down')])).toEqual([
    [rows(5, 1, 'Down')],
    [rows(3, 2, 'Down')],
  ]);
});

test('a row inserted among rows that another deletes stays', () => {
  expect(cross([rows(2, 4, 'Up')], [rows(4, 1, 'Down')])[0]).toEqual([rows(5, 2, 'Up'), rows(2, 2, 'Up')]);
});

test('rows that both delete are deleted once', () => {
  expect(cross([rows(2, 4, 'Up')], [rows(4, 4, 'Up')])[0]).toEqual([rows(2, 2, 'Up')]);
});

test('another sheet’s rows change nothing', () => {
  const other = { ...rows(0, 5, 'Down'), sheet: '{2}' };
  expect(cross([rows(3, 1, 'Down')], [other])).toEqual([[rows(3, 1, 'Down')], [other]]);
});
