import { WEB_PAYLOAD_LIMIT } from '../../../desk/host/host';
import { closeDesks, openDesk, refusal, type Desk } from './desk';

afterEach(closeDesks);

const rows = (count: number, columns = 10): unknown[][] =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (__, column) => row * columns + column),
  );

async function writeRows(desk: Desk, count: number): Promise<void> {
  await desk.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRangeByIndexes(0, 0, count, 10).values = rows(count);
    await context.sync();
  });
}

const syncs = (desk: Desk): typeof desk.host.requests =>
  desk.host.requests.filter((request) => request.kind === 'sync');

describe('every request is recorded', () => {
  test('with what it did and how large it and its answer were', async () => {
    const desk = await openDesk();
    await desk.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('A1');
      range.values = [['some text']];
      range.load('values,address');
      await context.sync();
    });
    const [request] = syncs(desk);
    expect(request?.what).toEqual(['set Values', 'load values,address']);
    expect(request?.actions).toBeGreaterThan(3);
    expect(request?.requestBytes).toBeGreaterThan(300);
    expect(request?.responseBytes).toBeGreaterThan(50);
  });

  test('one sync is one round trip, however many cells it writes', async () => {
    for (const count of [10, 1000, 5000]) {
      const desk = await openDesk();
      await writeRows(desk, count);
      expect(syncs(desk)).toHaveLength(1);
      expect(desk.book.sheets[0]?.cell(count - 1, 9)?.value).toBe(count * 10 - 1);
    }
  });

  test('what the client gives back afterwards is told apart', async () => {
    const desk = await openDesk();
    await writeRows(desk, 1);
    await desk.client.close();
    expect(desk.host.requests.map((request) => request.kind)).toEqual(
      expect.arrayContaining(['sync', 'cleanup']) as string[],
    );
    expect(syncs(desk)).toHaveLength(1);
  });

  test('a failed one with its code', async () => {
    const desk = await openDesk();
    await refusal(desk.run((context) => context.workbook.worksheets.getItem('Nowhere').context.sync()));
    expect(syncs(desk)[0]?.error).toBe('ItemNotFound');
  });
});

describe('the payload limit of Excel on the web', () => {
  test('a request above it is refused, and nothing of it is done', async () => {
    const desk = await openDesk(['Sheet1'], { payloadLimit: 20_000 });
    expect(await refusal(writeRows(desk, 400))).toBe('RequestPayloadSizeLimitExceeded');
    expect(desk.book.sheets[0]?.usedArea(true)).toBeNull();
    expect(await refusal(writeRows(desk, 40))).toBe('done');
  });

  test('an answer above it is refused', async () => {
    const desk = await openDesk(['Sheet1'], { payloadLimit: 20_000 });
    const sheet = desk.book.sheets[0];
    for (let row = 0; row < 3000; row++) sheet?.setValue(row, 0, 'a line of text');
    const attempt = desk.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getUsedRange().load('values');
      await context.sync();
    });
    expect(await refusal(attempt)).toBe('ResponsePayloadSizeLimitExceeded');
  });

  test('is five megabytes', () => {
    expect(WEB_PAYLOAD_LIMIT).toBe(5_242_880);
  });
});

describe('a failure can be injected', () => {
  /** Two syncs: the first writes A1, the second writes A2 and A3. */
  async function twoSteps(desk: Desk): Promise<string> {
    return refusal(
      desk.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem('Sheet1');
        sheet.getRange('A1').values = [[1]];
        await context.sync();
        sheet.getRange('A2').values = [[2]];
        sheet.getRange('A3').values = [[3]];
        await context.sync();
      }),
    );
  }

  const column = (desk: Desk): unknown[] =>
    [0, 1, 2].map((row) => desk.book.sheets[0]?.cell(row, 0)?.value ?? null);

  test('at the second request, before any of it is done', async () => {
    const desk = await openDesk(['Sheet1'], { failAt: { request: 2, code: 'GeneralException' } });
    expect(await twoSteps(desk)).toBe('GeneralException');
    expect(column(desk)).toEqual([1, null, null]);
  });

  test('in the middle: what came before stays done, as in Excel', async () => {
    const desk = await openDesk(['Sheet1'], { failAt: { request: 2, afterWrites: 1, code: 'AccessDenied' } });
    expect(await twoSteps(desk)).toBe('AccessDenied');
    expect(column(desk)).toEqual([1, 2, null]);
  });

  test('after all of it: done, but the client is told that it failed', async () => {
    const desk = await openDesk(['Sheet1'], {
      failAt: {
        request: 2,
        afterWrites: Infinity,
        code: 'GeneralException',
        message: 'The answer was lost.',
      },
    });
    expect(await twoSteps(desk)).toBe('GeneralException');
    expect(column(desk)).toEqual([1, 2, 3]);
  });

  test('only once: the next attempt goes through', async () => {
    const desk = await openDesk(['Sheet1'], { failAt: { request: 1, code: 'GeneralException' } });
    expect(await twoSteps(desk)).toBe('GeneralException');
    expect(await twoSteps(desk)).toBe('done');
  });
});

type Statement = (context: Excel.RequestContext) => unknown;

const FAILING: [name: string, code: string, statement: Statement][] = [
  [
    'a sheet that is not there',
    'ItemNotFound',
    ({ workbook }) => workbook.worksheets.getItem('Nowhere').load('name'),
  ],
  ['a name that is not there', 'ItemNotFound', ({ workbook }) => workbook.names.getItem('Nothing').delete()],
  ['a sheet name that is taken', 'ItemAlreadyExists', ({ workbook }) => workbook.worksheets.add('SHEET1')],
  [
    'values of the wrong shape',
    'InvalidArgument',
    ({ workbook }) => (workbook.worksheets.getItem('Sheet1').getRange('B1:B2').values = [[1]]),
  ],
  [
    'a range that is none',
    'InvalidArgument',
    ({ workbook }) => workbook.worksheets.getItem('Sheet1').getRange('?').clear(),
  ],
  [
    'something that the Desk does not support',
    'NotImplemented',
    ({ workbook }) => workbook.worksheets.getItem('Sheet1').copy('End'),
  ],
];

describe('the statements of a request are carried out in order, and the first that fails ends it', () => {
  /** One statement of every kind, before and after. */
  const write = ({ workbook }: Excel.RequestContext, word: string): void => {
    workbook.worksheets.add(`Sheet ${word}`);
    workbook.names.add(`Name_${word}`, '=1').visible = false;
    workbook.settings.add(`Setting ${word}`, word);
    workbook.customXmlParts.add(`<${word}/>`);
    const sheet = workbook.worksheets.getItem('Sheet1');
    sheet.customProperties.add(word, word);
    sheet.getRange(word === 'before' ? 'A1' : 'A2').values = [[word]];
  };

  test.each(FAILING)('%s', async (_, code, statement) => {
    const desk = await openDesk();
    const attempt = desk.run(async (context) => {
      write(context, 'before');
      statement(context);
      write(context, 'after');
      await context.sync();
    });
    expect(await refusal(attempt)).toBe(code);
    const { book } = desk;
    const [sheet] = book.sheets;
    expect({
      sheets: book.sheets.map(({ name }) => name),
      names: book.names.map(({ name, hidden }) => [name, hidden]),
      settings: [...book.settings],
      xml: book.customXmlParts.map(({ xml }) => xml),
      properties: [...(sheet?.customProperties ?? [])].map(({ key }) => key),
      cells: [...(sheet?.entries() ?? [])].map(({ cell }) => cell.value),
    }).toEqual({
      sheets: ['Sheet1', 'Sheet before'],
      names: [['Name_before', true]],
      settings: [['Setting before', 'before']],
      xml: ['<before/>'],
      properties: ['before'],
      cells: ['before'],
    });
  });

  test('the add-in goes on with the next request as if that one had ended there', async () => {
    const desk = await openDesk();
    await desk.run(async (context) => {
      write(context, 'before');
      context.workbook.names.getItem('Nothing').delete();
      expect(await refusal(context.sync())).toBe('ItemNotFound');
      write(context, 'after');
      await context.sync();
    });
    expect(desk.book.customXmlParts.map(({ xml }) => xml)).toEqual(['<before/>', '<after/>']);
  });
});
