import { CellError } from '../../../desk/book/book';
import { directCall } from '../../../desk/calc/formulas/direct-call';
import { functions, Workbench } from './workbench';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => {
  bench.close();
});

const isDirect = (text: string): boolean => {
  const { book } = bench;
  const sheet = book.sheet('Sessions') ?? book.addSheet('Sessions');
  return directCall(text, { book, sheet, customFunctions: functions }) !== null;
};

describe('a formula that is one call of a custom function', () => {
  it.each([
    'A1',
    'A1,A2',
    'A1,,A3',
    ',A2',
    'A1,',
    'A1,,,TRUE',
    'A1,,,FALSE',
    '5',
    '0.25,12',
    '"97124"',
    '"a, b (c)"',
    '""',
    '"TRUE",,"12"',
    'A3:B4',
    'A5',
    'A6',
    'A7,A8,A9,A10',
    "'My sheet'!B2",
    '$A$1 , A2',
    'B$1:A$2',
  ])('gets the same arguments as from the engine: (%s)', async (args) => {
    bench.column('A1', 60, 'text', true, null, '', new CellError('#N/A'), '7', 12.5, false, 1e-7);
    bench.column('B1', 1, 2, 3, 4).put("'My sheet'!B2", 'there');
    bench.put('D1', `=CLAIM.SEES_ERRORS(${args})`, 'D9', `=IF(TRUE,CLAIM.SEES_ERRORS(${args}))`);
    bench.put('E1', `=CLAIM.ECHO(${args})`, 'E9', `=IF(TRUE,CLAIM.ECHO(${args}))`);
    bench.put('F1', `=CLAIM.BILLABLE_UNITS(${args})`, 'F9', `=IF(TRUE,CLAIM.BILLABLE_UNITS(${args}))`);
    await bench.calculate();
    const argsOf = (column: string, row: number) =>
      bench.calls
        .filter(({ caller }) => caller === `Sessions!${column}${String(row)}`)
        .map((call) => call.args);
    for (const column of ['D', 'E', 'F']) {
      expect(argsOf(column, 1)).toEqual(argsOf(column, 9));
      expect(bench.value(`${column}1`)).toEqual(bench.value(`${column}9`));
    }
  });

  it.each([
    ['=CLAIM.ECHO(A1)', true],
    ['= CLAIM.ECHO( A1:B2 , "x" ,,TRUE) ', true],
    ['=CLAIM.ECHO(DeskSheet_0_!A1)', true],
    ['=CLAIM.ECHO()', false],
    ['=CLAIM.ECHO(A1)+1', false],
    ['=CLAIM.ECHO(A1)&CLAIM.ECHO(A2)', false],
    ['=CLAIM.ECHO(CLAIM.ECHO(A1))', false],
    ['=CLAIM.ECHO(A1+1)', false],
    ['=CLAIM.ECHO(-1)', false],
    ['=CLAIM.ECHO("say ""x""")', false],
    ['=CLAIM.ECHO(#N/A)', false],
    ['=CLAIM.ECHO({1,2})', false],
    ['=CLAIM.ECHO((A1,A2))', false],
    ['=CLAIM.ECHO(A1 A2)', false],
    ['=CLAIM.ECHO(DeskSheet_7_!A1)', false],
    ['=SUM(A1)', false],
  ])('is known: %s is %s', (text, expected) => {
    expect(isDirect(text)).toBe(expected);
  });

  it('waits for the cells that it reads', async () => {
    bench.put('A1', '=CLAIM.ECHO(B1)', 'B1', '=C1+1', 'C1', '=CLAIM.ECHO(4)', 'D1', '=CLAIM.ECHO(D1)');
    const report = await bench.calculate();
    expect(['A1', 'B1', 'C1'].map((cell) => bench.shown(cell))).toEqual(['5', '5', '4']);
    expect(report.circular).toHaveLength(1);
  });
});
