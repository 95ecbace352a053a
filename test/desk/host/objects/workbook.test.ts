import { closeDesks, openDesk, refusal, type Desk } from '../desk';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk(['Data', 'Other'], { fileName: 'sessions.xlsx' });
});
afterEach(closeDesks);

describe('names', () => {
  test('stand for a range, and are found by name in any case', async () => {
    await desk.run(async (context) => {
      const { names, worksheets } = context.workbook;
      names.add('First_client', worksheets.getItem('Data').getRange('B2:B3'));
      const name = names.getItem('first_CLIENT');
      const range = name.getRange();
      name.load('name,formula,type,value,visible,scope');
      range.load('address');
      await context.sync();
      expect(name.toJSON()).toMatchObject({
        name: 'First_client',
        formula: '=Data!$B$2:$B$3',
        type: 'Range',
        value: 'Data!B2:B3',
        visible: true,
        scope: 'Workbook',
      });
      expect(range.address).toBe('Data!B2:B3');
    });
  });

  test('can be used as an address', async () => {
    await desk.run(async (context) => {
      context.workbook.names.add('Total', '=Data!$C$9');
      const range = context.workbook.worksheets.getItem('Data').getRange('Total');
      range.load('address');
      await context.sync();
      expect(range.address).toBe('Data!C9');
    });
  });

  test('of one sheet are apart from those of the workbook', async () => {
    await desk.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Data');
      sheet.names.add('Local', '=1');
      const elsewhere = context.workbook.names.getItemOrNullObject('Local');
      const here = sheet.names.getItem('Local');
      here.load('value,type,scope');
      await context.sync();
      expect([elsewhere.isNullObject, here.value, here.type, here.scope]).toEqual([
        true,
        1,
        'Double',
        'Worksheet',
      ]);
    });
  });

  test('are deleted, and refused when taken or misspelt', async () => {
    const add = (name: string): Promise<string> =>
      refusal(
        desk.run(async (context) => {
          context.workbook.names.add(name, '=1');
          await context.sync();
        }),
      );
    expect(await add('Rate')).toBe('done');
    expect(await add('RATE')).toBe('ItemAlreadyExists');
    expect(await add('B12')).toBe('InvalidArgument');
    expect(await add('two words')).toBe('InvalidArgument');
    await desk.run(async (context) => {
      context.workbook.names.getItem('Rate').delete();
      await context.sync();
    });
    expect(desk.book.names).toHaveLength(0);
  });
});

describe('settings', () => {
  test('keep values of any JSON kind, dates included', async () => {
    await desk.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('mapping', { sheet: 'Data', columns: [1, 2] });
      settings.add('when', new Date(0) as unknown as string);
      await context.sync();
      const mapping = settings.getItem('mapping');
      const when = settings.getItem('when');
      const none = settings.getItemOrNullObject('nothing');
      mapping.load('value');
      when.load('value');
      await context.sync();
      expect(mapping.value).toEqual({ sheet: 'Data', columns: [1, 2] });
      expect(new Date(when.value as Date).getTime()).toBe(0);
      expect(none.isNullObject).toBe(true);
      mapping.delete();
      await context.sync();
      expect(await refusal(settings.getItem('mapping').context.sync())).toBe('ItemNotFound');
    });
  });
});

describe('the workbook and the application', () => {
  test('has a name, is not read-only, and knows whether it was changed', async () => {
    await desk.run(async (context) => {
      const { workbook } = context;
      workbook.load('name,readOnly,isDirty');
      await context.sync();
      expect([workbook.name, workbook.readOnly, workbook.isDirty]).toEqual(['sessions.xlsx', false, false]);
      workbook.worksheets.getItem('Data').getRange('A1').values = [[1]];
      workbook.load('isDirty');
      await context.sync();
      expect(workbook.isDirty).toBe(true);
    });
  });

  test('answers what is selected', async () => {
    await desk.run(async (context) => {
      context.workbook.worksheets.getItem('Other').getRange('B2:C4').select();
      const selected = context.workbook.getSelectedRange();
      const cell = context.workbook.getActiveCell();
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      selected.load('address');
      cell.load('address');
      sheet.load('name');
      await context.sync();
      expect([selected.address, cell.address, sheet.name]).toEqual(['Other!B2:C4', 'Other!B2', 'Other']);
    });
  });

  test('a few worksheet functions can be called', async () => {
    await desk.run(async (context) => {
      const date = context.workbook.functions.date(2024, 13, 1);
      const today = context.workbook.functions.today();
      date.load('value');
      today.load('value');
      await context.sync();
      expect([date.value, today.value]).toEqual([45658, 45366]);
    });
  });
});

describe('a workbook that counts days from 1904', () => {
  test('says so in dates, typed dates and what a date shows', async () => {
    desk.book.date1904 = true;
    await desk.run(async (context) => {
      const date = context.workbook.functions.date(2000, 1, 1);
      const typed = context.workbook.worksheets.getItem('Data').getRange('A1');
      typed.values = [['1/1/2000']];
      date.load('value');
      typed.load('values,text');
      await context.sync();
      expect([date.value, typed.values, typed.text]).toEqual([35064, [[35064]], [['1/1/2000']]]);
    });
  });
});

describe('calculation', () => {
  /** Counts calculations; each makes every formula 42. */
  function counting(): { calls: number; recalculate: () => Promise<void> } {
    const counter = {
      calls: 0,
      async recalculate() {
        counter.calls++;
        for (const sheet of desk.book.sheets) {
          for (const { row, column, cell } of sheet.entries()) {
            if (cell.formula !== null) sheet.setCalculated(row, column, 42);
          }
        }
        await Promise.resolve();
      },
    };
    return counter;
  }

  test('a formula written and read in one request is calculated in between', async () => {
    const counter = counting();
    desk = await openDesk(['Data'], { recalculate: counter.recalculate });
    await desk.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getRange('A1');
      range.formulas = [['=6*7']];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[42]]);
      range.load('values');
      await context.sync();
    });
    expect(counter.calls).toBe(1);
  });

  test('manual mode waits for calculate(), and a suspended one for the next sync', async () => {
    const counter = counting();
    desk = await openDesk(['Data'], { recalculate: counter.recalculate });
    await desk.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Data').getRange('A1');
      context.application.suspendApiCalculationUntilNextSync();
      range.formulas = [['=6*7']];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([['']]);
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[42]]);
      context.application.calculationMode = 'Manual';
      range.formulas = [['=6*8']];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([['']]);
      context.application.calculate('Full');
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[42]]);
    });
  });
});
