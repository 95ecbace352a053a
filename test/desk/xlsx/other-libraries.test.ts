import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { Book, CellError, type CellValue } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { exceljsFile, populateFile } from './support/library-files';
import { partsOf } from './support/package-files';
import { anyText } from '../../support/any-text';

describe.each([
  ['exceljs', exceljsFile],
  ['xlsx-populate', populateFile],
])('a workbook made by %s', (_, make) => {
  let file: Uint8Array;
  beforeAll(async () => {
    file = await make();
  });

  test('comes back byte for byte when nothing is changed', () => {
    expect(partsOf(writeXlsx(readXlsx(file)))).toEqual(partsOf(file));
  });

  test('is changed in one sheet only by a number in a cell of it, and there in one cell', () => {
    const book = readXlsx(file);
    book.sheets[0]?.setValue(60, 30, 1);
    const before = partsOf(file);
    const after = partsOf(writeXlsx(book));
    // Both libraries leave formulas without a value, so Excel is told to calculate.
    const workbook = (text = '') => text.replace(/<calcPr[^>]*>/, '');
    expect(after.get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
    expect(workbook(after.get('xl/workbook.xml'))).toBe(workbook(before.get('xl/workbook.xml')));
    after.set('xl/workbook.xml', before.get('xl/workbook.xml') ?? '');
    const changed = [...after.keys()].filter((name) => after.get(name) !== before.get(name));
    expect(changed).toEqual(['xl/worksheets/sheet1.xml']);
    const rest = (text = '') =>
      text
        .replace('<row r="61"><c r="AE61"><v>1</v></c></row>', '')
        .replace(/<sheetData\/>/, '<sheetData></sheetData>')
        .replace(/<dimension[^>]*>/, '');
    expect(rest(after.get('xl/worksheets/sheet1.xml'))).toBe(rest(before.get('xl/worksheets/sheet1.xml')));
  });

  test('is opened by exceljs after new sheets and texts were added', async () => {
    const book = readXlsx(file);
    const sheet = book.addSheet('Claims');
    sheet.setValue(0, 0, 'Ada Sample');
    book.sheets[0]?.setValue(0, 0, 'changed');
    const opened = await openWithExceljs(writeXlsx(book));
    expect(opened.getWorksheet('Claims')?.getCell('A1').value).toBe('Ada Sample');
    expect(opened.worksheets[0]?.getCell('A1').value).toBe('changed');
  });
});

test('what exceljs wrote is read as it meant it', async () => {
  const sheet = readXlsx(await exceljsFile()).sheets[0];
  expect(sheet?.cell(1, 1)?.value).toBe(45356);
  expect(sheet?.cell(3, 4)).toMatchObject({ formula: '=C4/15', value: 4 });
  expect(sheet?.cell(1, 5)?.value).toBe('no show');
  expect(sheet?.tables[0]).toMatchObject({ name: 'Sessions', hasTotals: true, style: 'TableStyleMedium4' });
  expect(sheet?.pageLayout).toMatchObject({
    orientation: 'Landscape',
    paperSize: 'A4',
    zoom: { horizontalFitToPages: 1 },
    printArea: { row: 0, column: 0, rows: 40, columns: 8 },
    centerFooter: 'Page &P of &N',
  });
});

async function openWithExceljs(file: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(file) as unknown as ExcelJS.Buffer);
  return book;
}

const text = anyText({ maxLength: 12 });
const value: fc.Arbitrary<CellValue> = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(new CellError('#N/A'), new CellError('#DIV/0!')),
);
const cells = fc.array(fc.tuple(fc.nat(20), fc.nat(30), value, fc.boolean()), {
  minLength: 1,
  maxLength: 25,
});

function written(entries: [number, number, CellValue, boolean][], book: Book): Book {
  const sheet = book.sheets[0] ?? book.addSheet('S');
  for (const [row, column, content, isFormula] of entries) {
    if (isFormula) {
      sheet.setFormula(row, column, '=A1&"<&>"');
      sheet.setCalculated(row, column, content);
    } else sheet.setValue(row, column, content);
  }
  return book;
}

function contents(book: Book): unknown[] {
  const list = [...(book.sheets[0]?.entries() ?? [])].map(({ row, column, cell }) => [
    row,
    column,
    cell.value,
    cell.formula,
  ]);
  return list.sort(
    ([rowA, columnA], [rowB, columnB]) => Number(rowA) - Number(rowB) || Number(columnA) - Number(columnB),
  );
}

test('any cells come back, also after a second round of changes over the first', () => {
  fc.assert(
    fc.property(cells, cells, (first, second) => {
      const book = written(first, new Book());
      const again = readXlsx(writeXlsx(book));
      expect(contents(again)).toEqual(contents(book));
      written(second, again);
      expect(contents(readXlsx(writeXlsx(again)))).toEqual(contents(again));
    }),
    { numRuns: 60 },
  );
});

test('exceljs finds the values that were written', async () => {
  const plain = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  const value = fc.oneof(plain, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (values) => {
      const book = new Book();
      const sheet = book.addSheet('S');
      values.forEach((each, row) => {
        sheet.setValue(row, 1, each);
      });
      const opened = (await openWithExceljs(writeXlsx(book))).getWorksheet('S');
      values.forEach((each, row) => {
        expect(opened?.getCell(row + 1, 2).value).toEqual(each === 0 ? 0 : each);
      });
    }),
    { numRuns: 25 },
  );
});
