import { readXlsx } from '../../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../../desk/xlsx/write-xlsx';
import { closeDesks, openDesk, openDeskOver, refusal, type Desk } from '../desk';

const ROWS = [
  ['Client', 'Status', 'Owed'],
  ['Ada', 'open', 60],
  ['Ben', 'paid', 0],
  ['Cleo', 'Open', 120],
  ['Dora', '', 30],
];

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Data']);
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Data');
    sheet.getRange('A1:C5').values = ROWS;
    sheet.tables.add('A1:C5', true).name = 'Claims';
    await context.sync();
  });
});
afterEach(closeDesks);

type Work = (table: Excel.Table, context: Excel.RequestContext) => unknown;

/** Does something with the table, in one request. */
function onTable(work: Work, on = desk): Promise<void> {
  return on.run(async (context) => {
    work(context.workbook.tables.getItem('Claims'), context);
    await context.sync();
  });
}

/** The clients whose rows are in sight. */
function shown(on = desk): unknown[] {
  const [sheet] = on.book.sheets;
  return [1, 2, 3, 4, 5, 6]
    .filter((row) => !sheet?.rowFormats.get(row)?.hidden)
    .flatMap((row) => sheet?.cell(row, 0)?.value ?? []);
}

const isDataFiltered = (on = desk): Promise<boolean> =>
  on.run(async (context) => {
    const { autoFilter } = context.workbook.tables.getItem('Claims');
    autoFilter.load('isDataFiltered');
    await context.sync();
    return autoFilter.isDataFiltered;
  });

const status = (table: Excel.Table): Excel.Filter => table.columns.getItem('Status').filter;
const owed = (table: Excel.Table): Excel.Filter => table.columns.getItem('Owed').filter;

const FILTERS: [name: string, work: Work, clients: string[]][] = [
  ['a value, in any case', (table) => status(table).applyValuesFilter(['open']), ['Ada', 'Cleo']],
  ['nothing or a value', (table) => status(table).applyValuesFilter(['', 'paid']), ['Ben', 'Dora']],
  ['a number', (table) => owed(table).applyValuesFilter(['120']), ['Cleo']],
  ['more than a number', (table) => owed(table).applyCustomFilter('>30'), ['Ada', 'Cleo']],
  ['between two numbers', (table) => owed(table).applyCustomFilter('>=30', '<=60', 'And'), ['Ada', 'Dora']],
  ['one or the other', (table) => owed(table).applyCustomFilter('<1', '>100', 'Or'), ['Ben', 'Cleo']],
  ['a beginning', (table) => status(table).applyCustomFilter('=o*'), ['Ada', 'Cleo']],
  ['anything but', (table) => status(table).applyCustomFilter('<>open'), ['Ben', 'Dora']],
  ['no blanks', (table) => status(table).applyCustomFilter('<>'), ['Ada', 'Ben', 'Cleo']],
  ['later in the alphabet', (table) => status(table).applyCustomFilter('>open'), ['Ben']],
  ['criteria', (table) => status(table).apply({ filterOn: 'Values', values: ['paid'] }), ['Ben']],
  [
    'the criteria of the table’s filter',
    (table) => table.autoFilter.apply(table.getRange(), 1, { filterOn: 'Custom', criterion1: '=p*' }),
    ['Ben'],
  ],
  [
    'two columns at once',
    (table) => {
      status(table).applyValuesFilter(['open']);
      owed(table).applyCustomFilter('>60');
    },
    ['Cleo'],
  ],
];

test.each(FILTERS)('rows are filtered by %s', async (_, work, clients) => {
  expect(await isDataFiltered()).toBe(false);
  await onTable(work);
  expect(shown()).toEqual(clients);
  expect(await isDataFiltered()).toBe(true);
});

test.each<[string, Work]>([
  ['of the column', (table) => status(table).clear()],
  ['of the table', (table) => table.clearFilters()],
  ['of its filter', (table) => table.autoFilter.clearCriteria()],
  ['of one column of its filter', (table) => table.autoFilter.clearColumnCriteria(1)],
  ['by taking the filter away', (table) => table.autoFilter.remove()],
  ['by taking the buttons away', (table) => (table.showFilterButton = false)],
])('all rows are shown once the criteria are cleared: %s', async (_, clear) => {
  await onTable((table) => status(table).applyValuesFilter(['open']));
  await onTable(clear);
  expect(shown()).toEqual(['Ada', 'Ben', 'Cleo', 'Dora']);
  expect(await isDataFiltered()).toBe(false);
});

test('the criteria are told as they were given', async () => {
  await desk.run(async (context) => {
    const table = context.workbook.tables.getItem('Claims');
    status(table).applyValuesFilter(['open', '']);
    owed(table).applyCustomFilter('>=30', '<=60', 'And');
    table.autoFilter.load('criteria,enabled');
    const filter = owed(table);
    filter.load('criteria');
    const range = table.autoFilter.getRange();
    range.load('address');
    await context.sync();
    const custom = { filterOn: 'Custom', criterion1: '>=30', criterion2: '<=60', operator: 'And' };
    expect(table.autoFilter.criteria).toEqual([null, { filterOn: 'Values', values: ['open', ''] }, custom]);
    expect([filter.criteria, table.autoFilter.enabled, range.address]).toEqual([custom, true, 'Data!A1:C5']);
  });
});

test('an edit changes nothing of what is shown until the filter is applied again', async () => {
  await onTable((table) => status(table).applyValuesFilter(['open']));
  await onTable(
    (_, { workbook }) => (workbook.worksheets.getItem('Data').getRange('B2').values = [['paid']]),
  );
  expect(shown()).toEqual(['Ada', 'Cleo']);
  await onTable((table) => table.reapplyFilters());
  expect(shown()).toEqual(['Cleo']);
});

test('values are written into the rows that are out of sight as well', async () => {
  await onTable((table) => status(table).applyValuesFilter(['open']));
  await onTable((table) => (table.columns.getItem('Owed').getDataBodyRange().values = [[1], [2], [3], [4]]));
  const [sheet] = desk.book.sheets;
  expect([1, 2, 3, 4].map((row) => sheet?.cell(row, 2)?.value)).toEqual([1, 2, 3, 4]);
});

test('a row added at the end is shown, whatever the filter', async () => {
  await onTable((table) => status(table).applyValuesFilter(['open']));
  await onTable((table) => table.rows.add(undefined, [['Emil', 'paid', 5]]));
  expect(shown()).toEqual(['Ada', 'Cleo', 'Emil']);
});

describe('cells of a filtered table cannot be moved', () => {
  test.each<[string, Work]>([
    ['deleting a row of it', (table) => table.rows.getItemAt(0).delete()],
    ['deleting rows of it', (table) => table.rows.deleteRowsAt(0, 2)],
    ['deleting cells of it', (table) => table.rows.getItemAt(1).getRange().delete('Up')],
    [
      'deleting whole rows',
      (_, { workbook }) => workbook.worksheets.getItem('Data').getRange('3:3').delete('Up'),
    ],
    ['adding a row in it', (table) => table.rows.add(0, [['Emil', 'open', 5]])],
    [
      'inserting whole rows',
      (_, { workbook }) => workbook.worksheets.getItem('Data').getRange('3:3').insert('Down'),
    ],
    [
      'inserting cells above it',
      (_, { workbook }) => workbook.worksheets.getItem('Data').getRange('A1:C1').insert('Down'),
    ],
  ])('%s', async (_, work) => {
    await onTable((table) => status(table).applyValuesFilter(['open']));
    expect(await refusal(onTable(work))).toBe('FilteredRangeConflict');
    expect(shown()).toEqual(['Ada', 'Cleo']);
    await onTable((table) => table.clearFilters());
    expect(await refusal(onTable(work))).toBe('done');
  });

  test('whole rows above it take the filter with them', async () => {
    await onTable((table) => status(table).applyValuesFilter(['open']));
    await onTable((_, { workbook }) => workbook.worksheets.getItem('Data').getRange('1:1').insert('Down'));
    expect(shown()).toEqual(['Client', 'Ada', 'Cleo']);
  });
});

test('a protected sheet lets nobody filter', async () => {
  await onTable((_, { workbook }) => workbook.worksheets.getItem('Data').protection.protect());
  expect(await refusal(onTable((table) => status(table).applyValuesFilter(['open'])))).toBe('AccessDenied');
});

test.each<[string, Work, string]>([
  [
    'filters on TopItems',
    (table) => status(table).apply({ filterOn: 'TopItems', criterion1: '2' }),
    'NotImplemented',
  ],
  ['top items', (table) => owed(table).applyTopItemsFilter(2), 'NotImplemented'],
  [
    'dates',
    (table) => owed(table).applyValuesFilter([{ date: '2026-10', specificity: 'Month' }]),
    'NotImplemented',
  ],
  ['a column that is not there', (table) => table.autoFilter.clearColumnCriteria(3), 'InvalidArgument'],
  [
    'cells outside the table',
    (table) => table.autoFilter.apply('E1:F3', 0, { filterOn: 'Values', values: ['x'] }),
    'InvalidArgument',
  ],
])('%s: refused', async (_, work, code) => {
  expect(await refusal(onTable(work))).toBe(code);
  expect(shown()).toHaveLength(4);
});

describe('in the file', () => {
  const saved = async (): Promise<Desk> => openDeskOver(readXlsx(writeXlsx(desk.book)));

  test('a filter and the rows it hides are there again, and can be cleared', async () => {
    await onTable((table) => {
      status(table).applyValuesFilter(['open', '']);
      owed(table).applyCustomFilter('>30');
    });
    const again = await saved();
    expect([shown(again), await isDataFiltered(again)]).toEqual([['Ada', 'Cleo'], true]);
    await onTable((table) => status(table).clear(), again);
    expect(shown(again)).toEqual(['Ada', 'Cleo']);
    await onTable((table) => owed(table).clear(), again);
    expect(shown(again)).toEqual(['Ada', 'Ben', 'Cleo', 'Dora']);
    expect(await isDataFiltered(await openDeskOver(readXlsx(writeXlsx(again.book))))).toBe(false);
  });

  test('a filter goes with its column', async () => {
    await onTable((table) => owed(table).applyCustomFilter('>30'));
    const [claims] = desk.book.sheets[0]?.tables ?? [];
    expect(claims?.columns.map(({ filter }) => filter !== undefined)).toEqual([false, false, true]);
    const [again] = (await saved()).book.sheets[0]?.tables ?? [];
    expect(again?.columns[2]?.filter?.criteria).toEqual({
      on: 'Custom',
      conditions: [{ comparison: '>', value: '30' }],
      mustAll: false,
    });
  });
});
