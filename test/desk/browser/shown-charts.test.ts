import { Book, CellError, type Sheet } from '../../../desk/book/book';
import { newChart } from '../../../desk/book/charts';
import { ShownBook } from '../../../desk/browser/server/shown-book';
import type { SheetView } from '../../../desk/browser/view/view';

const column = (sheet: Sheet, at: number, rows = 3) => ({
  sheet,
  area: { row: 1, column: at, rows, columns: 1 },
});

/** A chart on its own sheet, drawn from the cells of another. */
function owed(): { book: Book; numbers: Sheet; month: Sheet; shown: ShownBook } {
  const book = new Book();
  const numbers = book.addSheet('Numbers');
  const month = book.addSheet('Month');
  const rows = [
    ['Payer', '0-30', '31-60'],
    ['Apple Health', 450, 12.5],
    ['L&I', 360, null],
    [46113, new CellError('#N/A'), 7],
  ];
  rows.forEach((line, row) => line.forEach((value, at) => numbers.setValue(row, at, value)));
  numbers.setStyle(1, 1, book.styles.derive(0, { numberFormat: '$#,##0' }));
  numbers.setStyle(3, 0, book.styles.derive(0, { numberFormat: 'm/d/yyyy' }));
  const series = [1, 2].map((at) => ({
    name: at === 1 ? '0-30' : '31-60',
    values: column(numbers, at),
    categories: column(numbers, 0),
    color: at === 1 ? '#2F5D62' : null,
  }));
  month.charts.push(newChart('Chart 1', 'BarStacked', { row: 4, column: 0, rows: 10, columns: 6 }, series));
  return { book, numbers, month, shown: new ShownBook(book, (sheet) => sheet.name) };
}

const monthOf = (shown: ShownBook): SheetView | undefined => shown.view('Book.xlsx').sheets[1];

test('A chart is told with the words and numbers that its cells show', () => {
  const { month, shown } = owed();
  Object.assign(month.charts[0]?.title ?? {}, { text: 'What is owed', bold: true });
  shown.update();
  expect(monthOf(shown)?.charts).toEqual([
    {
      area: { row: 4, column: 0, rows: 10, columns: 6 },
      kind: 'BarStacked',
      title: { text: 'What is owed', size: 14, bold: true, color: '#595959' },
      legend: 'Bottom',
      categories: ['Apple Health', 'L&I', '4/1/2026'],
      series: [
        { name: '0-30', color: '#2F5D62', values: [450, 360, null] },
        { name: '31-60', color: '#ED7D31', values: [12.5, null, 7] },
      ],
      numberFormat: '$#,##0',
      reverseCategories: false,
      categoryAngle: null,
      gapWidth: 150,
    },
  ]);
});

test('A number that changes on another sheet is told to the sheet with the chart, and only then', () => {
  const { numbers, shown } = owed();
  expect(shown.update()).toBeNull();
  numbers.setValue(1, 1, 99);
  const change = shown.update()?.sheets[1];
  expect(change).toMatchObject({
    id: 'Month',
    cells: [],
    frame: { charts: [{ series: [{ values: [99, 360, null] }, {}] }] },
  });
  numbers.setValue(0, 0, 'Who');
  expect(shown.update()?.sheets[1]).toBe('Month');
});

test('A chart that was deleted is told as gone', () => {
  const { month, shown } = owed();
  month.charts.pop();
  expect(shown.update()?.sheets).toEqual([
    'Numbers',
    expect.objectContaining({ frame: expect.objectContaining({ charts: [] }) as object }),
  ]);
});

test('Categories without cells are numbered; a whole column gives no more than can be drawn', () => {
  const { numbers, month, shown } = owed();
  const [chart] = month.charts;
  if (!chart) throw new Error('no chart');
  chart.series = [{ name: 'All', values: column(numbers, 1, 1_048_575), categories: null, color: 'url(#x)' }];
  shown.update();
  const view = monthOf(shown)?.charts[0];
  expect(view?.series[0]?.values).toHaveLength(500);
  expect(view?.series[0]?.color).toBe('#4472C4');
  expect(view?.categories.slice(0, 3)).toEqual(['1', '2', '3']);
});
