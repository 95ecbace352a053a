import { CellError } from '../../../desk/book/book';
import type { Invocation } from '../../../desk/calc/custom-functions';
import { closeDesks, openDesk, type Desk } from '../host/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(['Sessions']);
  const { CustomFunctions, Excel } = desk.client;
  CustomFunctions.associate('ADD', (a: number, b: number | null) => a + (b ?? 100));
  CustomFunctions.associate('SHAPE', (values: unknown[][]) => [[values.length, values[0]?.length]]);
  CustomFunctions.associate('WHERE', (invocation: CustomFunctions.Invocation) => invocation.address);
  CustomFunctions.associate('LATER', async (text: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return `later: ${text}`;
  });
  CustomFunctions.associate('REFUSE', (code: string) => {
    throw new CustomFunctions.Error(code as CustomFunctions.ErrorCode, 'in plain words');
  });
  CustomFunctions.associate('BREAK', () => {
    throw new Error('a bug');
  });
  CustomFunctions.associate('READ', (address: string) =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sessions').getRange(address);
      range.load('values');
      await context.sync();
      return range.values[0]?.[0] as unknown;
    }),
  );
});
afterAll(closeDesks);

const call = (functionId: string, ...args: Invocation['args']): Invocation => ({
  functionId,
  args,
  caller: 'Sessions!M5',
});

describe('Microsoft’s custom-functions runtime', () => {
  test('calls a function, in any case, and answers in order', async () => {
    const results = await desk.client.invoke([call('ADD', 1, 2), call('add', 3, 4)]);
    expect(results).toEqual([
      { failed: false, value: 3 },
      { failed: false, value: 7 },
    ]);
  });

  test('an omitted argument is null, a range is rows of values, an answer may be rows too', async () => {
    const [added, shape] = await desk.client.invoke([
      call('ADD', 1, null),
      call('SHAPE', [
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ]);
    expect(added).toEqual({ failed: false, value: 101 });
    expect(shape).toEqual({ failed: false, value: [[2, 3]] });
  });

  test('a function can ask which cell calls it', async () => {
    expect(await desk.client.invoke([call('WHERE')])).toEqual([{ failed: false, value: 'Sessions!M5' }]);
  });

  test('an async function answers later', async () => {
    expect(await desk.client.invoke([call('LATER', 'x')])).toEqual([{ failed: false, value: 'later: x' }]);
  });

  test.each([
    ['#N/A', 1],
    ['#DIV/0!', 5],
    ['#NUM!', 6],
    ['#VALUE!', 7],
    ['#NULL!', 8],
  ])('its own error %s comes with its code and sentence', async (code, errorCode) => {
    expect(await desk.client.invoke([call('REFUSE', code)])).toEqual([
      { failed: true, errorCode, message: 'in plain words' },
    ]);
  });

  test('an exception and an unknown function fail without a sentence of their own', async () => {
    const [broken, unknown] = await desk.client.invoke([call('BREAK'), call('NO_SUCH_FUNCTION')]);
    expect(broken).toEqual({ failed: true, errorCode: 2, message: null });
    expect(unknown?.failed).toBe(true);
  });

  test('a function is not called with an error among its arguments: the error is the answer', async () => {
    const error = new CellError('#REF!');
    const [single, inRange] = await desk.client.invoke([call('ADD', error, 1), call('SHAPE', [[1, error]])]);
    expect([single, inRange]).toEqual([
      { failed: false, value: error },
      { failed: false, value: error },
    ]);
  });

  test('a function may read the workbook while others wait', async () => {
    desk.book.sheets[0]?.setValue(0, 0, 'read in between');
    const results = await desk.client.invoke([call('READ', 'A1'), call('ADD', 1, 1)]);
    expect(results).toEqual([
      { failed: false, value: 'read in between' },
      { failed: false, value: 2 },
    ]);
  });

  test('20,000 calls travel in one message', async () => {
    const before = desk.host.requests.length;
    const results = await desk.client.invoke(Array.from({ length: 20_000 }, (_, n) => call('ADD', n, 1)));
    expect(results).toHaveLength(20_000);
    expect(results[19_999]).toEqual({ failed: false, value: 20_000 });
    const answers = desk.host.requests.slice(before).filter((request) => request.kind === 'functions');
    expect(answers.length).toBeLessThan(10);
  });
});

test('a function that reads the workbook during the calculation does not wait for it', async () => {
  const calling = await openDesk(['Sessions'], {
    recalculate: async () => {
      const [result] = await calling.client.invoke([call('FIRST')]);
      const sheet = calling.book.sheets[0];
      if (result && !result.failed) sheet?.setCalculated(0, 1, result.value as number);
    },
  });
  calling.client.CustomFunctions.associate('FIRST', () =>
    calling.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sessions').getRange('A1');
      range.load('values');
      await context.sync();
      return range.values[0]?.[0] as unknown;
    }),
  );
  await calling.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Sessions').getRange('A1:B1');
    range.formulas = [[7, '=CLAIM.FIRST()']];
    range.load('values');
    await context.sync();
    expect(range.values).toEqual([[7, 7]]);
  });
});
