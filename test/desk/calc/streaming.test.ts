import type { Book, Sheet } from '../../../desk/book/book';
import { CellError } from '../../../desk/book/book';
import { createCalculator, type Calculator } from '../../../desk/calc/calculator';
import { readCustomFunctionTable } from '../../../desk/calc/custom-function-table';
import { placeAddress } from '../../../desk/calc/place';
import type { CalculationReport } from '../../../desk/calc/report';
import { closeDesks, openDesk } from '../host/desk';

/** LIVE(key, [shift]) streams a number that the test changes; PLAIN(x) is an ordinary function. */
const functions = readCustomFunctionTable({
  functions: [
    {
      id: 'LIVE',
      name: 'LIVE',
      parameters: [
        { name: 'key', type: 'any' },
        { name: 'shift', type: 'number', optional: true },
      ],
      options: { stream: true, allowErrorForDataTypeAny: true },
    },
    { id: 'PLAIN', name: 'PLAIN', parameters: [{ name: 'x', type: 'any' }] },
  ],
});

interface Invoked {
  key: unknown;
  shift: number;
  cell: CustomFunctions.StreamingInvocation<unknown>;
}

let book: Book;
let sheet: Sheet;
let calculator: Calculator;
let hostBox: Awaited<ReturnType<typeof openDesk>>;
let numbers: Record<string, number>;
let running: Set<Invoked>;
let order: string[];
let updates: string[][];
let tell: (report: CalculationReport) => void;

beforeEach(async () => {
  hostBox = await openDesk(['Sessions']);
  ({ book } = hostBox);
  const first = book.sheet('Sessions');
  if (!first) throw new Error('The desk has a sheet.');
  sheet = first;
  numbers = { a: 1, b: 2 };
  running = new Set();
  order = [];
  updates = [];
  tell = () => undefined;
  const { CustomFunctions, invoke, streaming } = hostBox.client;
  CustomFunctions.associate('LIVE', (key: unknown, shift: number | null, cell: Invoked['cell']) => {
    const call = { key, shift: shift ?? 0, cell };
    running.add(call);
    order.push(`live ${String((key as { code?: string } | null)?.code ?? key)}`);
    cell.onCanceled = () => running.delete(call);
    setTimeout(() => answer(call), 0);
  });
  CustomFunctions.associate('PLAIN', (x: unknown) => {
    order.push(`plain ${String(x)}`);
    return x;
  });
  calculator = await createCalculator(book, {
    functions,
    invoke,
    streaming,
    onUpdate: (report) => {
      updates.push(report.calculated.map((place) => placeAddress(place).replace('Sessions!', '')).sort());
      tell(report);
    },
  });
});
afterEach(async () => {
  calculator.close();
  await closeDesks();
});

function answer({ key, shift, cell }: Invoked): void {
  const { Error: FunctionError, ErrorCode } = hostBox.client.CustomFunctions;
  const number = numbers[String(key)];
  cell.setResult(
    number === undefined ? new FunctionError(ErrorCode.notAvailable, 'No such key.') : number + shift,
  );
}

/** Every running call answers anew; resolves when the next update is in the book. */
async function change(next: Record<string, number>): Promise<void> {
  const updated = new Promise<void>((resolve) => (tell = () => resolve()));
  numbers = { ...numbers, ...next };
  for (const call of running) answer(call);
  await updated;
}

const put = (row: number, column: number, content: string | number): void => {
  if (typeof content === 'string' && content.startsWith('=')) sheet.setFormula(row, column, content);
  else sheet.setValue(row, column, content);
};
const value = (row: number, column: number) => sheet.cell(row, column)?.value ?? null;

describe('cells with a streaming function', () => {
  it('have their first answer when the calculation is over, errors with their sentence', async () => {
    put(0, 0, '=CLAIM.LIVE("a")');
    put(1, 0, '=CLAIM.LIVE("none")');
    put(2, 0, '=SUM(A1,CLAIM.LIVE("b"))*10');
    const report = await calculator.recalculateAll();
    expect([value(0, 0), value(1, 0), value(2, 0)]).toEqual([1, new CellError('#N/A', 'No such key.'), 30]);
    expect(report).toMatchObject({ calls: 3, messages: 1 });
  });

  it('follow later answers, and only what depends on a changed one is calculated', async () => {
    put(0, 0, '=CLAIM.LIVE("a")');
    put(1, 0, '=CLAIM.LIVE("b")');
    put(2, 0, '=A1*10');
    put(3, 0, '=A2*10');
    await calculator.recalculateAll();
    await change({ a: 7 });
    expect([value(0, 0), value(2, 0), value(3, 0)]).toEqual([7, 70, 20]);
    expect(updates).toEqual([['A1', 'A3']]);
  });

  it('start after everything else is calculated, since they may read the whole workbook', async () => {
    put(0, 0, '=CLAIM.LIVE(B1)');
    put(0, 1, 'a');
    put(1, 0, '=CLAIM.PLAIN(CLAIM.PLAIN(5)+1)');
    await calculator.recalculateAll();
    expect(order).toEqual(['plain 5', 'plain 6', 'live a']);
  });

  it('are called once for as long as their arguments stay, and cancelled when these change', async () => {
    put(0, 0, '=CLAIM.LIVE(B1)');
    put(0, 1, 'a');
    put(5, 5, '=1+1');
    await calculator.recalculateAll();
    await calculator.recalculateAll();
    put(4, 4, 'elsewhere');
    await calculator.recalculate();
    expect(order).toEqual(['live a']);
    put(0, 1, 'b');
    await calculator.recalculate();
    expect(value(0, 0)).toBe(2);
    expect([...running].map(({ key }) => key)).toEqual(['b']);
  });

  it.each([
    ['deleted', ''],
    ['replaced by another formula', '=1'],
    ['no longer called in an IF', '=IF(FALSE,CLAIM.LIVE("a"),0)'],
  ])('are cancelled when their formula is %s', async (_, formula) => {
    put(0, 0, '=CLAIM.LIVE("a")');
    await calculator.recalculateAll();
    expect(running.size).toBe(1);
    if (formula === '') sheet.setValue(0, 0, null);
    else put(0, 0, formula);
    await calculator.recalculate();
    expect(running.size).toBe(0);
  });

  it('are all cancelled when the calculator is closed', async () => {
    put(0, 0, '=CLAIM.LIVE("a")+CLAIM.LIVE("b")');
    await calculator.recalculateAll();
    expect([value(0, 0), running.size]).toEqual([3, 2]);
    calculator.close();
    expect(running.size).toBe(0);
  });

  it('do not hide an edit that was not calculated yet', async () => {
    put(0, 0, '=CLAIM.LIVE("a")');
    put(0, 1, 4);
    put(0, 2, '=B1*2');
    await calculator.recalculateAll();
    put(0, 1, 5);
    await change({ a: 3 });
    expect([value(0, 0), value(0, 2)]).toEqual([3, 10]);
  });

  it('get an error among their arguments where they allow it', async () => {
    put(0, 0, '=CLAIM.LIVE(B1)');
    put(0, 1, '=1/0');
    await calculator.recalculateAll();
    expect(order).toEqual(['live #DIV/0!']);
    expect(value(0, 0)).toMatchObject({ text: '#N/A' });
  });

  it('need something that runs them', () => {
    expect(() => createCalculator(book, { functions, invoke: hostBox.client.invoke })).toThrow('CLAIM.LIVE');
  });
});
