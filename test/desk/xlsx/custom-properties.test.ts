import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { Book, type Sheet } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { KEPT_FEATURES } from './cases/kept-features';
import { exceljsFile, populateFile } from './support/library-files';
import { handMade, partsOf } from './support/package-files';

const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';
const SHEET = 'xl/worksheets/sheet1.xml';

function firstSheet(book: Book): Sheet {
  const [sheet] = book.sheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const propertiesOf = (book: Book): [string, string][] =>
  [...firstSheet(book).customProperties].map(({ key, value }) => [key, value]);

/** A text as the bytes of UTF-16, in the form of `partsOf`. */
const utf16 = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');

/** As Excel saves them. */
const file = handMade({
  sheets: [
    {
      after:
        '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
        '<customProperties><customPr name="First" r:id="rId1"/><customPr name="Second" r:id="rId2"/></customProperties>',
      relationships: [
        ['rId1', 'customProperty', '../customProperty1.bin'],
        ['rId2', 'customProperty', '../customProperty2.bin'],
      ],
    },
  ],
  parts: [
    ['xl/customProperty1.bin', utf16('one'), TYPE],
    ['xl/customProperty2.bin', utf16('two'), TYPE],
  ],
});

test('a new property is written into a part of its own, as Excel writes it', () => {
  const book = new Book();
  book.addSheet('Pages').customProperties.set('Run', 'Lauf ✓');
  const parts = partsOf(writeXlsx(book));
  expect(parts.get('xl/customProperty1.bin')).toBe(utf16('Lauf ✓'));
  expect(parts.get(SHEET)).toContain(
    '</sheetData><customProperties><customPr name="Run" r:id="rId1"/></customProperties></worksheet>',
  );
  expect(parts.get('[Content_Types].xml')).toContain(
    `<Override PartName="/xl/customProperty1.bin" ContentType="${TYPE}"/>`,
  );
  expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain('Target="../customProperty1.bin"');
});

test('those of Excel are read, and come back byte for byte when nothing is changed', () => {
  const book = readXlsx(file);
  expect(propertiesOf(book)).toEqual([
    ['First', 'one'],
    ['Second', 'two'],
  ]);
  expect(partsOf(writeXlsx(book))).toEqual(partsOf(file));
});

test('one is changed, one taken out and one added, and nothing else', () => {
  const book = readXlsx(file);
  const { customProperties } = firstSheet(book);
  customProperties.set('FIRST', 'changed');
  customProperties.delete('second');
  customProperties.set('Third', 'three');
  const saved = writeXlsx(book);
  expect(propertiesOf(readXlsx(saved))).toEqual([
    ['First', 'changed'],
    ['Third', 'three'],
  ]);
  const names = [...partsOf(saved).keys()].filter((name) => name.includes('customProperty'));
  expect(names).toHaveLength(2);
  expect(partsOf(saved).get(SHEET)).toMatch(
    /<pageMargins[^>]*\/><customProperties><customPr name="First" r:id="rId1"\/><customPr name="Third"[^>]*\/><\/customProperties>/,
  );
});

test('the last one leaves nothing behind', () => {
  const book = readXlsx(file);
  firstSheet(book).customProperties.delete('First');
  firstSheet(book).customProperties.delete('Second');
  const parts = partsOf(writeXlsx(book));
  expect([...parts.keys()].filter((name) => name.includes('customProperty'))).toEqual([]);
  expect(parts.get(SHEET)).not.toContain('customProp');
});

test('a deleted sheet takes its properties with it', () => {
  const book = readXlsx(file);
  book.addSheet('Kept');
  book.deleteSheet(firstSheet(book));
  expect([...partsOf(writeXlsx(book)).keys()].filter((name) => name.includes('customProperty'))).toEqual([]);
});

test('any key and value come back', () => {
  const text = fc.string({ unit: 'grapheme' });
  fc.assert(
    fc.property(
      text.filter((key) => key !== ''),
      text,
      (key, value) => {
        const book = new Book();
        book.addSheet('Pages').customProperties.set(key, value);
        expect(propertiesOf(readXlsx(writeXlsx(book)))).toEqual([[key, value]]);
      },
    ),
    { numRuns: 50 },
  );
});

describe.each(KEPT_FEATURES)('beside $feature', ({ book: hand }) => {
  test('a property is kept, and taken out without harm to another part', () => {
    const before = handMade(hand);
    const book = readXlsx(before);
    firstSheet(book).customProperties.set('Run', '1');
    const again = readXlsx(writeXlsx(book));
    expect(propertiesOf(again)).toEqual([['Run', '1']]);
    firstSheet(again).customProperties.delete('Run');
    const after = partsOf(writeXlsx(again));
    expect(after.get(SHEET)).toBe(partsOf(before).get(SHEET));
  });
});

test.each([
  ['exceljs', exceljsFile],
  ['xlsx-populate', populateFile],
])('a workbook made by %s is opened by exceljs with a property in it', async (_, make) => {
  const book = readXlsx(await make());
  firstSheet(book).customProperties.set('Run', '1');
  const opened = new ExcelJS.Workbook();
  await opened.xlsx.load(Buffer.from(writeXlsx(book)) as unknown as ExcelJS.Buffer);
  expect(opened.worksheets[0]?.getCell('A1').value).toBe('Client');
});
