import { closeDesks, openDesk, type Desk } from './desk';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Data', 'Other']);
});
afterEach(closeDesks);

/** Lets the events that are under way arrive. */
const arrive = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

const write = (address: string, values: unknown[][]): Promise<void> =>
  desk.run(async (context) => {
    context.workbook.worksheets.getItem('Data').getRange(address).values = values;
    await context.sync();
  });

async function listen<T>(
  register: (context: Excel.RequestContext, take: (event: T) => Promise<void>) => unknown,
): Promise<T[]> {
  const events: T[] = [];
  await desk.run(async (context) => {
    register(context, async (event) => {
      events.push(event);
      await Promise.resolve();
    });
    await context.sync();
  });
  return events;
}

test('what was calculated is told at once, though nobody reads it, to whoever listens to that', async () => {
  let calculations = 0;
  const recalculate = () => {
    calculations++;
    return Promise.resolve({ calculated: [{ sheet: 'Data', row: 0, column: 0 }] });
  };
  desk = await openDesk(['Data', 'Other'], { recalculate });
  await write('A1', [[1]]);
  expect(calculations).toBe(0);
  const events = await listen<Excel.WorksheetCalculatedEventArgs>((context, take) =>
    context.workbook.worksheets.onCalculated.add(take),
  );
  await write('A1', [['=1+1']]);
  await arrive();
  expect(events.map(({ type }) => type)).toContain('WorksheetCalculated');
});

describe('changed cells', () => {
  test('are told to whoever listens to the sheet, with what was there before', async () => {
    const events = await listen<Excel.WorksheetChangedEventArgs>((context, take) =>
      context.workbook.worksheets.getItem('Data').onChanged.add(take),
    );
    await write('B2', [[5]]);
    await arrive();
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      type: 'WorksheetChanged',
      changeType: 'RangeEdited',
      source: 'Local',
      triggerSource: 'ThisLocalAddin',
      address: 'B2',
      details: { valueBefore: '', valueAfter: 5, valueTypeBefore: 'Empty', valueTypeAfter: 'Double' },
    });
  });

  test('are told without what triggered them where the requirement set has no word for it', async () => {
    desk = await openDesk(['Data'], { requirementSets: { ExcelApi: '1.13' } });
    const events = await listen<Excel.WorksheetChangedEventArgs>((context, take) =>
      context.workbook.worksheets.getItem('Data').onChanged.add(take),
    );
    await write('B2', [[5]]);
    await arrive();
    expect(events[0]?.source).toBe('Local');
    expect(events[0]?.triggerSource).toBeUndefined();
  });

  test('are told to whoever listens to all sheets, and not to other sheets', async () => {
    const all = await listen<Excel.WorksheetChangedEventArgs>((context, take) =>
      context.workbook.worksheets.onChanged.add(take),
    );
    const other = await listen<Excel.WorksheetChangedEventArgs>((context, take) =>
      context.workbook.worksheets.getItem('Other').onChanged.add(take),
    );
    await write('A1:B2', [
      [1, 2],
      [3, 4],
    ]);
    await arrive();
    expect([all.map((event) => event.address), other]).toEqual([['A1:B2'], []]);
  });

  test('can be asked for as a range', async () => {
    const events = await listen<Excel.WorksheetChangedEventArgs>((context, take) =>
      context.workbook.worksheets.onChanged.add(take),
    );
    await write('A1:B1', [[1, 2]]);
    await arrive();
    await desk.run(async (context) => {
      const range = events[0]?.getRange(context);
      range?.load('address,values');
      await context.sync();
      expect([range?.address, range?.values]).toEqual(['Data!A1:B1', [[1, 2]]]);
    });
  });

  test('of the user are told as well', async () => {
    const events = await listen<Excel.WorksheetChangedEventArgs>((context, take) =>
      context.workbook.worksheets.onChanged.add(take),
    );
    const sheet = desk.book.sheet('Data');
    if (sheet) desk.host.raiseChanged(sheet, { row: 4, column: 0, rows: 1, columns: 1 });
    await arrive();
    expect(events).toMatchObject([{ address: 'A5', source: 'Local', triggerSource: 'Unknown' }]);
  });

  test('are not told after the handler was removed', async () => {
    const events: unknown[] = [];
    await desk.run(async (context) => {
      const handler = context.workbook.worksheets.onChanged.add(async (event) => {
        events.push(event);
        await Promise.resolve();
      });
      await context.sync();
      handler.remove();
      await context.sync();
    });
    await write('A1', [[1]]);
    await arrive();
    expect(events).toEqual([]);
  });

  test('inserted rows say so', async () => {
    const events = await listen<Excel.WorksheetChangedEventArgs>((context, take) =>
      context.workbook.worksheets.onChanged.add(take),
    );
    await desk.run(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('2:3').insert('Down');
      await context.sync();
    });
    await arrive();
    expect(events).toMatchObject([
      { changeType: 'RowInserted', address: '2:3', changeDirectionState: { insertShiftDirection: 'Down' } },
    ]);
  });
});

describe('other events', () => {
  test('a changed table', async () => {
    await write('A1:A2', [['Client'], ['Ada']]);
    await desk.run(async (context) => {
      context.workbook.tables.add('Data!A1:A2', true);
      await context.sync();
    });
    const onTables = await listen<Excel.TableChangedEventArgs>((context, take) =>
      context.workbook.tables.onChanged.add(take),
    );
    const onTable = await listen<Excel.TableChangedEventArgs>((context, take) =>
      context.workbook.tables.getItem('Table1').onChanged.add(take),
    );
    await write('A2', [['Ben']]);
    await write('C9', [['elsewhere']]);
    await arrive();
    expect(onTables.map((event) => event.address)).toEqual(['A2']);
    expect(onTable).toMatchObject([{ address: 'A2', changeType: 'RangeEdited' }]);
  });

  test('sheets added, deleted and activated', async () => {
    const added = await listen<Excel.WorksheetAddedEventArgs>((context, take) =>
      context.workbook.worksheets.onAdded.add(take),
    );
    const deleted = await listen<Excel.WorksheetDeletedEventArgs>((context, take) =>
      context.workbook.worksheets.onDeleted.add(take),
    );
    const activated = await listen<Excel.WorksheetActivatedEventArgs>((context, take) =>
      context.workbook.worksheets.onActivated.add(take),
    );
    await desk.run(async (context) => {
      context.workbook.worksheets.add('New').activate();
      await context.sync();
      context.workbook.worksheets.getItem('New').delete();
      await context.sync();
    });
    await arrive();
    expect([added.length, deleted.length, activated.length]).toEqual([1, 1, 1]);
    expect(added[0]?.worksheetId).toBe(deleted[0]?.worksheetId);
  });

  test('a selection of the user', async () => {
    const events = await listen<Excel.WorksheetSelectionChangedEventArgs>((context, take) =>
      context.workbook.worksheets.getItem('Other').onSelectionChanged.add(take),
    );
    const sheet = desk.book.sheet('Other');
    if (sheet) desk.host.raiseSelectionChanged(sheet, { row: 1, column: 1, rows: 2, columns: 1 });
    await arrive();
    expect(events).toMatchObject([{ address: 'B2:B3' }]);
  });
});
