import { CellError, LIMITS, type Book } from '../../../desk/book/book';
import { shiftCells } from '../../../desk/book/structure';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { handMade, MAIN, partsOf, partText } from './support/package-files';

const SHEET = 'xl/worksheets/sheet1.xml';
const CHAIN = 'xl/calcChain.xml';

function withRows(rows: string): Book {
  return readXlsx(
    handMade({
      sheets: [{ rows }],
      relationships: [['rIdC', 'calcChain', 'calcChain.xml']],
      parts: [[CHAIN, `<calcChain xmlns="${MAIN}"><c r="A1" i="1"/></calcChain>`, 'application/x-chain']],
    }),
  );
}

function formulas(book: Book): (string | null)[] {
  return [...(book.sheets[0]?.entries() ?? [])].map(({ cell }) => cell.formula);
}

const SHARED =
  '<row r="1"><c r="B1"><f t="shared" ref="B1:C2" si="3">A1*$A$1</f><v>1</v></c><c r="C1"><f t="shared" si="3"/><v>1</v></c></row>' +
  '<row r="2"><c r="B2"><f t="shared" si="3"/><v>1</v></c><c r="C2"><f t="shared" si="3"/><v>1</v></c></row>';

test('each cell of a shared formula has its own', () => {
  expect(formulas(withRows(SHARED))).toEqual(['=A1*$A$1', '=B1*$A$1', '=A2*$A$1', '=B2*$A$1']);
});

test('a new value leaves the formula as the file writes it, shared or not', () => {
  const book = withRows(SHARED);
  book.sheets[0]?.setCalculated(0, 1, 9);
  book.sheets[0]?.setCalculated(1, 2, new CellError('#REF!'));
  const xml = partText(writeXlsx(book), SHEET);
  expect(xml).toContain('<c r="B1"><f t="shared" ref="B1:C2" si="3">A1*$A$1</f><v>9</v></c>');
  expect(xml).toContain('<c r="C2" t="e"><f t="shared" si="3"/><v>#REF!</v></c>');
});

test('when the cell that holds a shared formula changes, the others say their own', () => {
  const book = withRows(SHARED);
  book.sheets[0]?.setValue(0, 1, 5);
  const xml = partText(writeXlsx(book), SHEET);
  expect(xml).toContain('<c r="B1"><v>5</v></c><c r="C1"><f>B1*$A$1</f><v>1</v></c>');
  expect(xml).toContain('<c r="B2"><f>A2*$A$1</f><v>1</v></c>');
  expect(formulas(readXlsx(writeXlsx(book)))).toEqual([null, '=B1*$A$1', '=A2*$A$1', '=B2*$A$1']);
});

test('a changed member leaves the group to the others', () => {
  const book = withRows(SHARED);
  book.sheets[0]?.setFormula(1, 1, '=1');
  book.sheets[0]?.setCalculated(1, 1, 1);
  const xml = partText(writeXlsx(book), SHEET);
  expect(xml).toContain('<c r="B2"><f>1</f><v>1</v></c><c r="C2"><f t="shared" si="3"/>');
});

test('the order of calculation goes when a formula changes, and stays when only values do', () => {
  const book = withRows('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>');
  book.sheets[0]?.setCalculated(0, 0, 3);
  expect(partsOf(writeXlsx(book)).has(CHAIN)).toBe(true);
  book.sheets[0]?.setValue(0, 0, 3);
  const saved = partsOf(writeXlsx(book));
  expect(saved.has(CHAIN)).toBe(false);
  expect(saved.get('[Content_Types].xml')).not.toContain('calcChain');
  expect(saved.get('xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
});

test('Excel is told to calculate when a value is not known', () => {
  const book = withRows('<row r="1"><c r="A1"><v>2</v></c></row>');
  book.sheets[0]?.setFormula(0, 1, '=A1*2');
  expect(partText(writeXlsx(book), 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>');
  expect(partText(writeXlsx(book), SHEET)).toContain('<c r="B1"><f>A1*2</f></c>');
  book.sheets[0]?.setCalculated(0, 1, 4);
  expect(partText(writeXlsx(book), 'xl/workbook.xml')).not.toContain('calcPr');
});

const ARRAY =
  '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:B2">_xlfn.SEQUENCE(2,2)</f><v>1</v></c><c r="B1"><v>2</v></c></row>' +
  '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>';

test('the cells that an array fills know where it starts', () => {
  const sheet = withRows(ARRAY).sheets[0];
  expect(sheet?.cell(0, 0)).toMatchObject({ formula: '=SEQUENCE(2,2)', spill: { rows: 2, columns: 2 } });
  expect(sheet?.cell(1, 1)).toMatchObject({ value: 4, formula: null, spilledFrom: { row: 0, column: 0 } });
});

test('an array that was calculated again keeps its formula as the file writes it', () => {
  const book = withRows(ARRAY);
  book.sheets[0]?.setSpill(0, 0, [
    [5, 6],
    [7, 8],
  ]);
  const xml = partText(writeXlsx(book), SHEET);
  expect(xml).toContain(
    '<c r="A1" cm="1"><f t="array" ref="A1:B2">_xlfn.SEQUENCE(2,2)</f><v>5</v></c><c r="B1"><v>6</v></c>',
  );
});

test('a new formula that spills is a dynamic array, and every one has the same mark', () => {
  const book = withRows('<row r="1"/>');
  const sheet = book.sheets[0];
  for (const row of [0, 5]) {
    sheet?.setFormula(row, 0, '=SEQUENCE(2)');
    sheet?.setSpill(row, 0, [[1], [2]]);
  }
  const saved = writeXlsx(book);
  expect(partText(saved, SHEET)).toContain(
    '<c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.SEQUENCE(2)</f><v>1</v></c>',
  );
  expect(partText(saved, SHEET)).toContain('<c r="A6" cm="1"><f t="array" ref="A6:A7">');
  expect(partText(saved, 'xl/metadata.xml')).toContain(
    '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata>',
  );
  const again = readXlsx(saved);
  expect(again.sheets[0]?.cell(0, 0)?.spill).toEqual({ rows: 2, columns: 1 });
  again.sheets[0]?.setFormula(9, 0, '=SEQUENCE(3)');
  again.sheets[0]?.setSpill(9, 0, [[1], [2], [3]]);
  expect(partText(writeXlsx(again), 'xl/metadata.xml')).toBe(partText(saved, 'xl/metadata.xml'));
});

test('metadata of another kind stays beside the new mark', () => {
  const metadata = `<metadata xmlns="${MAIN}"><metadataTypes count="1"><metadataType name="XLRICHVALUE"/></metadataTypes><futureMetadata name="XLRICHVALUE" count="1"><bk/></futureMetadata><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>`;
  const book = readXlsx(
    handMade({
      relationships: [['rIdM', 'sheetMetadata', 'metadata.xml']],
      parts: [['xl/metadata.xml', metadata, 'application/x-metadata']],
    }),
  );
  book.sheets[0]?.setFormula(5, 5, '=SEQUENCE(2)');
  book.sheets[0]?.setSpill(5, 5, [[1], [2]]);
  const saved = partText(writeXlsx(book), 'xl/metadata.xml');
  expect(saved).toContain(
    '<metadataTypes count="2"><metadataType name="XLRICHVALUE"/><metadataType name="XLDAPR"',
  );
  expect(saved).toContain(
    '</futureMetadata><cellMetadata count="1"><bk><rc t="2" v="0"/></bk></cellMetadata><valueMetadata count="1">',
  );
});

test('a cell written into a spilled area ends the array there', () => {
  const book = withRows(ARRAY);
  book.sheets[0]?.setValue(1, 1, 'mine');
  expect(partText(writeXlsx(book), SHEET)).toContain(
    '<c r="A1" cm="1"><f t="array" ref="A1">_xlfn.SEQUENCE(2,2)</f><v>1</v></c>',
  );
});

describe('what kind of formula a file has', () => {
  const kinds = (book: Book) => [...(book.sheets[0]?.entries() ?? [])].map(({ cell }) => cell.formulaKind);
  const rows =
    '<row r="1"><c r="A1"><f>B1:B3*2</f><v>1</v></c><c r="C1" cm="1"><f t="array" ref="C1">B1:B3*2</f><v>1</v></c>' +
    '<c r="D1"><f t="array" ref="D1">B1:B3*2</f><v>1</v></c></row>';

  test('is told by its marks: without any, ranges are reduced; with metadata, they spill; an array is in braces', () => {
    expect(kinds(withRows(rows))).toEqual(['Intersecting', undefined, 'Array']);
  });

  test('is the same when the formula is rewritten and saved', () => {
    const book = withRows(rows);
    for (const [column, kind] of [
      [0, 'Intersecting'],
      [2, undefined],
      [3, 'Array'],
    ] as const)
      book.sheets[0]?.setFormula(0, column, '=B2:B4*2', kind);
    const saved = readXlsx(writeXlsx(book));
    expect(kinds(saved)).toEqual(['Intersecting', undefined, 'Array']);
    expect(partText(writeXlsx(book), SHEET)).toContain(
      '<c r="A1"><f>B2:B4*2</f></c><c r="C1" cm="1"><f t="array" ref="C1">B2:B4*2</f></c><c r="D1"><f t="array" ref="D1">B2:B4*2</f></c>',
    );
  });

  test('is not changed by moving or copying it with its sheet', () => {
    const book = withRows(rows);
    const [sheet] = book.sheets;
    if (sheet) shiftCells(sheet, { row: 0, column: 0, rows: 1, columns: LIMITS.columns }, 'Down');
    expect(sheet?.cell(1, 0)).toMatchObject({ formula: '=B2:B4*2', formulaKind: 'Intersecting' });
  });
});

test.each([
  ['=A1*2', false],
  ['=SUM(B1:B3)', false],
  ['=SUMPRODUCT((B1:B3>1)*B1:B3)', false],
  ['=VLOOKUP(A1,B:C,2,0)', false],
  ['=ROUND([@Minutes]/15,0)&"a:b"', false],
  ['=IF(A1="#N/A",#N/A,1)', false],
  ['=B1:B3', true],
  ['=SUM(B1:B3*2)', true],
  ['=IF(B1:B3>1,1,0)', true],
  ['=FILTER(B1:B3,B1:B3>1)', true],
  ['=VLOOKUP(B1:B3,B:C,2,0)', true],
  ['=Rate*2', true],
  ['=A1#', true],
])('%s is saved with the mark of dynamic arrays: %s', (formula, isMarked) => {
  const book = withRows('');
  book.sheets[0]?.setFormula(8, 8, formula);
  book.sheets[0]?.setCalculated(8, 8, 1);
  expect(partText(writeXlsx(book), SHEET).includes('<c r="I9" cm="1"><f t="array" ref="I9">')).toBe(isMarked);
});

test('custom functions are shown with their dot, kept as they are, and new ones follow the file', () => {
  const book = withRows('<row r="1"><c r="A1"><f>_xldudf_CLAIM_BILLABLE_UNITS( 60 )</f><v>4</v></c></row>');
  const sheet = book.sheets[0];
  expect(sheet?.cell(0, 0)?.formula).toBe('=CLAIM.BILLABLE_UNITS( 60 )');
  sheet?.setCalculated(0, 0, new CellError('#VALUE!', 'Minutes must be a number.'));
  sheet?.setFormula(1, 0, '=CLAIM.VISITS_LEFT("Ada Sample")');
  sheet?.setCalculated(1, 0, 3);
  const xml = partText(writeXlsx(book), SHEET);
  expect(xml).toContain('<c r="A1" t="e"><f>_xldudf_CLAIM_BILLABLE_UNITS( 60 )</f><v>#VALUE!</v></c>');
  expect(xml).toContain('<f>_xldudf_CLAIM_VISITS_LEFT("Ada Sample")</f>');
});

test('without such a formula in the file, new ones are written plain', () => {
  const book = withRows('<row r="1"/>');
  book.sheets[0]?.setFormula(0, 0, '=CLAIM.VISITS_LEFT("Ada & Ben")');
  expect(partText(writeXlsx(book), SHEET)).toContain('<f>CLAIM.VISITS_LEFT("Ada &amp; Ben")</f>');
});
