import { areaAddress } from '../../../desk/book/address';
import { Book } from '../../../desk/book/book';
import { shiftCells } from '../../../desk/book/structure';
import { unpack } from '../../../desk/xlsx/package/zip';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { closeDesks, openDeskOver, refusal } from '../host/desk';

afterEach(closeDesks);

const NAME = "Ada's month";

/** Names in A, two columns of amounts beside them, on a sheet whose name needs quotes. */
function amounts(): Book {
  const book = new Book();
  const sheet = book.addSheet(NAME);
  const rows = [
    ['Who', 'Paid', 'Open'],
    ['Ada & Ben', 20, 100.5],
    ['Cid', 0, 60],
  ];
  rows.forEach((line, row) => line.forEach((value, column) => sheet.setValue(row, column, value)));
  sheet.setStyle(1, 1, book.styles.derive(0, { numberFormat: '#,##0.00' }));
  return book;
}

/** A stacked chart over both columns, made by Microsoft's client. */
async function withChart(book = amounts()): Promise<Book> {
  const desk = await openDeskOver(book);
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(NAME);
    const chart = sheet.charts.add('ColumnStacked', sheet.getRange('C2:C3'), 'Columns');
    const open = chart.series.getItemAt(0);
    open.name = 'Open';
    const paid = chart.series.add('Paid', 0);
    paid.setValues(sheet.getRange('B2:B3'));
    for (const series of [open, paid]) series.setXAxisValues(sheet.getRange('A2:A3'));
    paid.format.fill.setSolidColor('#2f5d62');
    chart.name = 'Paid and open';
    chart.title.text = 'Paid < open';
    chart.title.format.font.size = 11;
    chart.legend.position = 'Bottom';
    chart.axes.categoryAxis.reversePlotOrder = true;
    chart.axes.categoryAxis.textOrientation = 0;
    chart.setPosition('A5', 'C12');
    await context.sync();
  });
  return book;
}

/** A chart without what cannot be compared. */
function plain(book: Book): unknown {
  return book.sheets.flatMap((sheet) =>
    sheet.charts.map(({ area, series, source, ...rest }) => ({
      ...rest,
      isNew: source === null,
      area: areaAddress(area),
      series: series.map(({ name, values, categories, color }) => ({
        name,
        color,
        values: `${values.sheet.name}!${areaAddress(values.area)}`,
        categories: categories && areaAddress(categories.area),
      })),
    })),
  );
}

const expected = (isNew: boolean) => [
  {
    name: 'Paid and open',
    type: 'ColumnStacked',
    isNew,
    area: 'A5:C12',
    title: { text: 'Paid < open', size: 11, bold: false, color: '#595959' },
    legend: 'Bottom',
    reverseCategories: true,
    categoryAngle: 0,
    gapWidth: 150,
    series: [
      { name: 'Paid', color: '#2F5D62', values: `${NAME}!B2:B3`, categories: 'A2:A3' },
      { name: 'Open', color: null, values: `${NAME}!C2:C3`, categories: 'A2:A3' },
    ],
  },
];

test('what the client asks for is the chart on the sheet', async () => {
  expect(plain(await withChart())).toEqual(expected(true));
});

test('the file refers to the cells and holds their values for who only reads', async () => {
  const parts = unpack(writeXlsx(await withChart()));
  const xml = parts.text('xl/charts/chart1.xml');
  expect([...xml.matchAll(/<c:f>([^<]*)<\/c:f>/g)].map((found) => found[1])).toEqual([
    "'Ada''s month'!$A$2:$A$3",
    "'Ada''s month'!$B$2:$B$3",
    "'Ada''s month'!$A$2:$A$3",
    "'Ada''s month'!$C$2:$C$3",
  ]);
  expect(xml).toContain('<c:pt idx="0"><c:v>Ada &amp; Ben</c:v></c:pt>');
  expect(xml).toContain('<c:pt idx="0"><c:v>100.5</c:v></c:pt><c:pt idx="1"><c:v>60</c:v></c:pt>');
  expect(xml).toContain('<c:formatCode>#,##0.00</c:formatCode>');
  expect(parts.reachable().has('xl/charts/chart1.xml')).toBe(true);
});

test('a saved chart is read back, and saved again it is the same file', async () => {
  const bytes = writeXlsx(await withChart());
  const book = readXlsx(bytes);
  expect(plain(book)).toEqual(expected(false));
  expect(writeXlsx(book)).toEqual(bytes);
});

test('a second chart joins the drawing of the first, which stays byte for byte', async () => {
  const first = writeXlsx(await withChart());
  const parts = unpack(writeXlsx(await withChart(readXlsx(first))));
  expect(parts.text('xl/charts/chart1.xml')).toBe(unpack(first).text('xl/charts/chart1.xml'));
  expect(parts.names.filter((name) => /\/(charts|drawings)\/[^/]*$/.test(name)).sort()).toEqual([
    'xl/charts/chart1.xml',
    'xl/charts/chart2.xml',
    'xl/drawings/drawing1.xml',
  ]);
  const ids = [...parts.text('xl/drawings/drawing1.xml').matchAll(/cNvPr id="(\d+)"/g)].map(
    (found) => found[1],
  );
  expect(new Set(ids).size).toBe(2);
});

test('a chart of the file is deleted with its part; it is not changed', async () => {
  const desk = await openDeskOver(readXlsx(writeXlsx(await withChart())));
  const onChart = (work: (chart: Excel.Chart) => void) =>
    desk.run(async (context) => {
      work(context.workbook.worksheets.getItem(NAME).charts.getItem('paid and OPEN'));
      await context.sync();
    });
  expect(await refusal(onChart((chart) => (chart.title.text = 'x')))).toBe('NotImplemented');
  await onChart((chart) => chart.delete());
  const parts = unpack(writeXlsx(desk.book));
  expect(parts.names.filter((name) => name.includes('chart'))).toEqual([]);
  expect(parts.text('xl/drawings/drawing1.xml')).not.toContain('graphicFrame');
});

test('with its sheet a chart is gone from the file', async () => {
  const book = readXlsx(writeXlsx(await withChart()));
  book.addSheet('Other');
  const [sheet] = book.sheets;
  if (sheet) book.deleteSheet(sheet);
  expect(unpack(writeXlsx(book)).names.filter((name) => /chart|drawing/.test(name))).toEqual([]);
});

test('rows inserted above move a new chart and what it is drawn from', async () => {
  const book = await withChart();
  const [sheet] = book.sheets;
  if (sheet) shiftCells(sheet, { row: 1, column: 0, rows: 2, columns: 16384 }, 'Down');
  expect(plain(book)).toMatchObject([
    {
      area: 'A7:C14',
      series: [{ values: `${NAME}!B4:B5`, categories: 'A4:A5' }, { values: `${NAME}!C4:C5` }],
    },
  ]);
});

test('a series whose cells were deleted is gone', async () => {
  const book = await withChart();
  const [sheet] = book.sheets;
  if (sheet) shiftCells(sheet, { row: 0, column: 1, rows: 1048576, columns: 1 }, 'Left');
  expect(plain(book)).toMatchObject([{ series: [{ name: 'Open', values: `${NAME}!B2:B3` }] }]);
});

test('the client guesses names and categories from a whole table as Excel does', async () => {
  const desk = await openDeskOver(amounts());
  const said = await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(NAME);
    sheet.charts.add('BarClustered', sheet.getRange('A1:C3'));
    const charts = sheet.charts.load('items/name,items/chartType,items/series/items/name');
    await context.sync();
    return charts.items.map(({ name, chartType, series }) => [
      name,
      chartType,
      series.items.map((each) => each.name),
    ]);
  });
  expect(said).toEqual([['Chart 1', 'BarClustered', ['Paid', 'Open']]]);
  expect(plain(desk.book)).toMatchObject([
    { series: [{ values: `${NAME}!B2:B3`, categories: 'A2:A3' }, {}] },
  ]);
});
