import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCalculator } from '../../../desk/calc/calculator';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { functions, Workbench } from './workbench';

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench();
});
afterEach(() => bench.close());

/** What a formula of a file without the mark of dynamic arrays shows, in a cell of row 3. */
async function shown(formula: string, at = 'F3'): Promise<string> {
  bench
    .column('A1', 'Code', '97124', '97140', '97124')
    .column('B1', 'Minutes', 60, 30, 45)
    .column('C1', 'Units', 4, 2, 3)
    .put('Other!A1', 1, 'Other!A2', 2);
  bench.book.names.push({ name: 'minutes', formula: '=Sessions!$B$2:$B$4', scope: null, hidden: false });
  const { row, column } = bench.place(at);
  bench.book.sheet('Sessions')?.setFormula(row, column, formula, 'Intersecting');
  await bench.calculate();
  return bench.shown(at);
}

describe('in a formula of older Excel a range stands for its cell beside the formula', () => {
  test.each([
    ['a product of two columns', '=B$2:B$4*C$2:C$4', '60'],
    ['a range alone', '=B2:B4', '30'],
    ['a whole column', '=B:B*2', '60'],
    ['a column of another sheet', '=Other!A1:A4', '0'],
    ['a whole column of another sheet, below what is used', '=Other!A:A&"x"', 'x'],
    ['a name', '=minutes+1', '31'],
    ['a row that does not reach the formula', '=B2:D2*2', '#VALUE!'],
    ['a range that ends above the formula', '=B1:B2&""', '#VALUE!'],
    ['a block beside the formula', '=B2:C4', '#VALUE!'],
    ['an argument that takes one value', '=ROUND(B2:B4/4,0)', '8'],
    ['a condition', '=IF(A2:A4="97140","manual","other")', 'manual'],
    ['what IF hands on', '=IF(TRUE,B2:B4,0)', '30'],
    ['what is looked up', '=VLOOKUP(A2:A4,A1:C4,3,FALSE)', '2'],
    ['what is computed for a sum', '=SUM(B2:B4*2)', '60'],
    ['a condition inside a sum, which hands its range on', '=SUM(IF(A2:A4="97140",C2:C4,0))', '9'],
    ['a condition that is nowhere beside the formula', '=SUM(IF(A4:A6="97140",C2:C4,0))', '#VALUE!'],
    ['a range that OFFSET makes', '=OFFSET(B1,1,0,3,1)', '30'],
    ['the first of an array', '={7,8,9}*2', '14'],
    ['an array that a function makes', '=SEQUENCE(3)', '1'],
  ])('%s: %s', async (_, formula, value) => {
    expect(await shown(formula)).toBe(value);
  });
});

describe('and stays whole', () => {
  test.each([
    ['where ranges are taken', '=SUM(B2:B4)+COUNTIF(A2:A4,"97124")', '137'],
    ['in SUMPRODUCT, with all that is computed there', '=SUMPRODUCT((A2:A4="97124")*B2:B4,C2:C4)', '375'],
    ['with functions inside SUMPRODUCT', '=SUMPRODUCT(ROUND(B2:B4/15,0))', '9'],
    ['in MATCH inside INDEX', '=INDEX(B2:B4,MATCH("97140",A2:A4,0))', '30'],
    ['in LOOKUP, with what is computed there', '=LOOKUP(2,1/(A2:A4="97124"),C2:C4)', '3'],
    ['in INDEX, with what is computed there', '=SUM(INDEX((A2:A4="97124")*B2:B4,0))', '105'],
    ['for ROWS', '=ROWS(B2:B4)', '3'],
    ['for a custom function that takes ranges', '=SUM(CLAIM.BILLABLE_UNITS(B2:B4))', '9'],
    ['in LET', '=SUM(LET(m,B2:B4,m*2))', '270'],
  ])('%s: %s', async (_, formula, value) => {
    expect(await shown(formula)).toBe(value);
  });
});

test('nothing is written into the cells below and beside it', async () => {
  await shown('=CLAIM.BILLABLE_UNITS(B2:B4)');
  await shown('=B2:B4*2', 'G2');
  expect([bench.shown('F3'), bench.shown('F4'), bench.shown('G2'), bench.shown('G3')]).toEqual([
    '4',
    '',
    '120',
    '',
  ]);
  expect(bench.book.sheet('Sessions')?.cell(3, 5)).toBeUndefined();
});

test('it waits for the one cell that it reads, and for no other', async () => {
  bench.put('B2', '=F3', 'B3', '=C3*2', 'C3', 15);
  bench.book.sheet('Sessions')?.setFormula(2, 5, '=B2:B4*2', 'Intersecting');
  const { circular } = await bench.calculate();
  expect(circular).toEqual([]);
  expect([bench.shown('F3'), bench.shown('B2')]).toEqual(['60', '60']);
  expect(await bench.change('C3', 20)).toEqual(['B2', 'B3', 'F3']);
  expect(bench.shown('F3')).toBe('80');
});

test('an array formula fills the area it was entered over, no more and no less', async () => {
  const sheet = bench.column('B1', 1, 2, 3).book.sheet('Sessions');
  for (const [column, rows] of [
    [3, 2],
    [4, 4],
  ] as const) {
    sheet?.setFormula(0, column, '=B1:B3*2', 'Array');
    sheet?.setSpill(
      0,
      column,
      Array.from({ length: rows }, () => [0]),
    );
  }
  sheet?.setFormula(0, 6, '=SUM(IF(B1:B3>1,B1:B3))', 'Array');
  await bench.calculate();
  const shownIn = (letter: string) => [1, 2, 3, 4].map((row) => bench.shown(`${letter}${String(row)}`));
  expect(shownIn('D')).toEqual(['2', '4', '', '']);
  expect(shownIn('E')).toEqual(['2', '4', '6', '#N/A']);
  expect(bench.shown('G1')).toBe('5');
});

test('the charges of a file of older Excel are 120, 60 and 90', async () => {
  const file = join(__dirname, 'cases/implicit-intersection.xlsx');
  const book = readXlsx(readFileSync(file));
  const calculator = await createCalculator(book, { functions, invoke: () => Promise.resolve([]) });
  await calculator.recalculateAll();
  calculator.close();
  const sheet = book.sheets[0];
  expect([1, 2, 3, 4, 5].map((row) => sheet?.cell(row, 8)?.value)).toEqual([
    120,
    60,
    90,
    undefined,
    undefined,
  ]);
});
