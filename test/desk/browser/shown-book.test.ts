import { Book, CellError } from '../../../desk/book/book';
import { ShownBook } from '../../../desk/browser/server/shown-book';

function shownBook(): { book: Book; shown: ShownBook } {
  const book = new Book();
  for (const name of ['Sessions', 'Payers']) book.addSheet(name).setValue(0, 0, name);
  return { book, shown: new ShownBook(book, (sheet) => `id of ${sheet.name}`) };
}

test('A book that is as it was shown gives no change', () => {
  const { shown } = shownBook();
  expect(shown.update()).toBeNull();
});

test('Only the cells that are different are told, and the sheets stay in their order', () => {
  const { book, shown } = shownBook();
  book.sheet('Payers')?.setValue(1, 2, 95);
  book.sheet('Payers')?.clearCell(0, 0, { contents: true, formats: true });
  expect(shown.update()).toEqual({
    styles: {},
    sheets: [
      'id of Sessions',
      {
        id: 'id of Payers',
        isNew: false,
        frame: expect.objectContaining({ name: 'Payers', used: { rows: 2, columns: 3 } }) as object,
        cells: [[1, 2, 95, null, 0]],
        emptied: [[0, 0]],
      },
    ],
  });
  expect(shown.update()).toBeNull();
});

test('An error is told with its sentence, and once, however often it is calculated anew', () => {
  const { book, shown } = shownBook();
  const sheet = book.sheet('Payers');
  sheet?.setFormula(1, 0, '=CLAIM.BILLABLE_UNITS("abc")');
  sheet?.setCalculated(1, 0, new CellError('#VALUE!', '"abc" is not minutes.'));
  const change = shown.update()?.sheets[1];
  expect(change).toMatchObject({
    cells: [
      [1, 0, { error: '#VALUE!', message: '"abc" is not minutes.' }, '=CLAIM.BILLABLE_UNITS("abc")', 0],
    ],
  });
  sheet?.setFormula(1, 0, '=CLAIM.BILLABLE_UNITS("abc")');
  sheet?.setCalculated(1, 0, new CellError('#VALUE!', '"abc" is not minutes.'));
  expect(shown.update()).toBeNull();
});

test('New, deleted and moved sheets are told', () => {
  const { book, shown } = shownBook();
  const [first] = book.sheets;
  if (first) book.deleteSheet(first);
  book.addSheet('Claims', 0).setValue(0, 0, 'x');
  expect(shown.update()?.sheets).toEqual([
    expect.objectContaining({ id: 'id of Claims', isNew: true, cells: [[0, 0, 'x', null, 0]] }),
    'id of Payers',
  ]);
});

test('A table lends its look to cells that have none of their own', () => {
  const { book, shown } = shownBook();
  const sheet = book.sheet('Payers');
  if (!sheet) throw new Error('no sheet');
  const plain = { hasTotals: false, showBandedRows: true, showFilterButton: true, source: null };
  const columns = [{ name: 'Payers', formula: null }];
  const area = { row: 0, column: 0, rows: 3, columns: 1 };
  sheet.tables.push({ ...plain, name: 'T', sheet, area, style: 'TableStyleMedium2', columns });
  sheet.setValue(1, 0, 'own');
  sheet.setStyle(1, 0, book.styles.derive(0, { fill: '#FFEE00' }));
  shown.update();
  const { sheets, styles } = shown.view('Book.xlsx');
  const fills = sheets[1]?.cells.map(([row, , , , style]) => [row, styles[style]?.fill]);
  expect(fills).toEqual([
    [0, '#4472C4'],
    [1, '#FFEE00'],
    [2, undefined],
  ]);
});
