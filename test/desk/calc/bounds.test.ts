import { Workbench } from './workbench';

const bench = new Workbench();
afterAll(() => bench.close());

async function reasonFor(formula: string): Promise<string> {
  bench.put('A1', 'x', 'XFD1048576', 1, 'Sheet2!A1', formula);
  const { unsupported } = await bench.calculate();
  return unsupported.map(({ reason }) => reason).join();
}

const TOO_MANY = 'The Desk cannot calculate with so many cells.';

describe('a formula that is more than the Desk can hold is named, in no time', () => {
  test.each([
    ['the sum of a whole sheet', '=SUM(Sessions!A:XFD)', TOO_MANY],
    ['a range made by OFFSET', '=SUM(OFFSET(C1,0,0,1048576,16000))', TOO_MANY],
    ['a range made by INDIRECT', '=SUM(INDIRECT("C1:XFD1048576"))', TOO_MANY],
    ['a sequence as large as a sheet', '=SUM(SEQUENCE(1048576,16384))', TOO_MANY],
    ['an array that is made larger', '=ROWS(EXPAND(C1,1048576,16384,0))', TOO_MANY],
    ['a column times a row', '=SUM(SEQUENCE(100000)*SEQUENCE(1,10000))', TOO_MANY],
  ])('%s', async (_, formula, reason) => {
    expect(await reasonFor(formula)).toBe(reason);
  });

  test('a name made of names made of names', async () => {
    for (let at = 0; at < 18; at++)
      bench.book.names.push({
        name: `name_${String(at)}`,
        formula: at === 0 ? '=1' : `=name_${String(at - 1)}+name_${String(at - 1)}`,
        scope: null,
        hidden: false,
      });
    expect(await reasonFor('=name_17')).toBe('The Desk cannot calculate so many names in names.');
  });
});

test('one cell of a whole sheet is picked all the same', async () => {
  expect(await reasonFor('=INDEX(Sessions!A:XFD,1048576,16384)')).toBe('');
  expect(bench.value('Sheet2!A1')).toBe(1);
});

test('an array of 200,000 rows is written into its cells', async () => {
  const other = new Workbench().put('A1', '=SEQUENCE(200000)');
  await other.calculate();
  expect(other.value('A200000')).toBe(200_000);
  other.close();
});
