import fc from 'fast-check';
import { Book, type Area, type Sheet } from '../../../desk/book/book';
import { shiftCells, tears } from '../../../desk/book/structure';

const small = fc.record({
  row: fc.nat(6),
  column: fc.nat(6),
  rows: fc.integer({ min: 1, max: 3 }),
  columns: fc.integer({ min: 1, max: 3 }),
});

const content = fc.array(fc.record({ row: fc.nat(9), column: fc.nat(9), value: fc.integer() }), {
  maxLength: 30,
});

function filled(cells: { row: number; column: number; value: number }[]): Sheet {
  const sheet = new Book().addSheet('Sheet1');
  for (const { row, column, value } of cells) sheet.setValue(row, column, value);
  return sheet;
}

const valuesOf = (sheet: Sheet): unknown[] =>
  [...sheet.entries()]
    .filter(({ cell }) => cell.value !== null)
    .map(({ row, column, cell }) => [row, column, cell.value])
    .sort();

describe('moving cells', () => {
  test('inserting cells and deleting them again changes nothing', () => {
    fc.assert(
      fc.property(content, small, fc.boolean(), (cells, area: Area, down) => {
        const sheet = filled(cells);
        const before = valuesOf(sheet);
        shiftCells(sheet, area, down ? 'Down' : 'Right');
        shiftCells(sheet, area, down ? 'Up' : 'Left');
        expect(valuesOf(sheet)).toEqual(before);
      }),
    );
  });

  test('a formula keeps its value when it only follows a move', () => {
    const sheet = filled([{ row: 4, column: 0, value: 7 }]);
    sheet.setFormula(0, 0, '=A5');
    sheet.setCalculated(0, 0, 7);
    shiftCells(sheet, { row: 2, column: 0, rows: 1, columns: 16384 }, 'Down');
    expect(sheet.cell(0, 0)).toMatchObject({ formula: '=A6', value: 7 });
  });

  test('names, print area and calculated columns follow', () => {
    const sheet = filled([]);
    sheet.book.names.push({ name: 'Total', formula: '=Sheet1!$A$5', scope: null, hidden: false });
    sheet.pageLayout.printArea = { row: 0, column: 0, rows: 10, columns: 2 };
    sheet.rowFormats.set(5, { height: 33, hidden: false });
    shiftCells(sheet, { row: 1, column: 0, rows: 2, columns: 16384 }, 'Down');
    expect(sheet.book.names[0]?.formula).toBe('=Sheet1!$A$7');
    expect(sheet.pageLayout.printArea?.rows).toBe(12);
    expect(sheet.rowFormats.get(7)?.height).toBe(33);
  });

  test('a strip that is narrower than what it moves would tear it apart', () => {
    const table = { row: 5, column: 0, rows: 3, columns: 3 };
    expect(tears(table, { row: 1, column: 0, rows: 1, columns: 2 }, 'Down')).toBe(true);
    expect(tears(table, { row: 1, column: 0, rows: 1, columns: 3 }, 'Down')).toBe(false);
    expect(tears(table, { row: 1, column: 4, rows: 1, columns: 2 }, 'Down')).toBe(false);
  });
});
