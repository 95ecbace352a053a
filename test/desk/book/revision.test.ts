import { Book, type Sheet } from '../../../desk/book/book';

function filled(): Sheet {
  const sheet = new Book().addSheet('Sessions');
  sheet.setValue(2, 1, 'Ada Fernwhistle');
  sheet.setFormula(3, 1, '=SEQUENCE(2)');
  sheet.setSpill(3, 1, [[1], [2]]);
  return sheet;
}

test.each<[string, (sheet: Sheet) => void]>([
  ['a value', (sheet) => sheet.setValue(2, 1, 60)],
  ['a formula', (sheet) => sheet.setFormula(2, 1, '=60')],
  ['a result', (sheet) => sheet.setCalculated(3, 1, 5)],
  ['an array', (sheet) => sheet.setSpill(3, 1, [[1], [2], [3]])],
  ['the end of an array', (sheet) => sheet.clearSpill(3, 1)],
  ['a style', (sheet) => sheet.setStyle(2, 1, 1)],
  ['an emptied cell', (sheet) => sheet.clearCell(2, 1, { contents: true, formats: true })],
  ['inserted rows', (sheet) => sheet.shiftRows({ row: 1, column: 0, rows: 1, columns: 9 }, 1)],
  ['deleted columns', (sheet) => sheet.shiftColumns({ row: 0, column: 0, rows: 9, columns: 1 }, -1)],
  ['a cell of a file', (sheet) => sheet.loadCell(9, 9, { value: 1, formula: null, style: 0 })],
])('%s counts as a change of the sheet', (_, change) => {
  const sheet = filled();
  const before = sheet.revision;
  change(sheet);
  expect(sheet.revision).toBeGreaterThan(before);
});

test('what is only read, or comes to the same result, is no change', () => {
  const sheet = filled();
  const before = sheet.revision;
  sheet.cell(2, 1);
  sheet.usedArea(true);
  sheet.setCalculated(3, 1, 1);
  expect(sheet.revision).toBe(before);
});

test('the used area follows the cells', () => {
  const sheet = filled();
  expect(sheet.usedArea(true)).toEqual({ row: 2, column: 1, rows: 3, columns: 1 });
  sheet.setValue(9, 5, 1);
  expect(sheet.usedArea(true)).toEqual({ row: 2, column: 1, rows: 8, columns: 5 });
  sheet.clearCell(9, 5, { contents: true, formats: false });
  expect(sheet.usedArea(true)).toEqual({ row: 2, column: 1, rows: 3, columns: 1 });
});
