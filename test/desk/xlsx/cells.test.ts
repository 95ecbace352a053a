import { CellError, type CellValue } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { handMade, MAIN, partsOf, partText, zipOf, type HandBook } from './support/package-files';

const SHEET = 'xl/worksheets/sheet1.xml';

function withRows(rows: string, more: HandBook = {}) {
  return handMade({ sheets: [{ rows }], ...more });
}

function firstCell(xml: string): CellValue {
  const book = readXlsx(withRows(`<row r="1">${xml}</row>`));
  return book.sheets[0]?.cell(0, 0)?.value ?? null;
}

test.each<[string, string, CellValue]>([
  ['a number', '<c r="A1"><v>60</v></c>', 60],
  ['a number with an exponent', '<c r="A1"><v>1.5E-7</v></c>', 1.5e-7],
  ['a number in full length', '<c r="A1"><v>0.30000000000000004</v></c>', 0.30000000000000004],
  ['true', '<c r="A1" t="b"><v>1</v></c>', true],
  ['false', '<c r="A1" t="b"><v>0</v></c>', false],
  ['a text in the cell', '<c r="A1" t="inlineStr"><is><t> 97124 </t></is></c>', ' 97124 '],
  ['rich text', '<c r="A1" t="inlineStr"><is><r><t>no </t></r><r><t>show</t></r></is></c>', 'no show'],
  [
    'text with a reading',
    '<c r="A1" t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c>',
    'a',
  ],
  ['a text of a formula', '<c r="A1" t="str"><f>"x"</f><v>x</v></c>', 'x'],
  ['an empty text of a formula', '<c r="A1" t="str"><f>""</f><v></v></c>', ''],
  ['an escaped carriage return', '<c r="A1" t="str"><v>a_x000D_b</v></c>', 'a\rb'],
  ['an escaped escape', '<c r="A1" t="str"><v>_x005F_x000D_</v></c>', '_x000D_'],
  ['entities', '<c r="A1" t="str"><v>&lt;M54.5&gt; &amp; &#9829;</v></c>', '<M54.5> & ♥'],
  ['character data', '<c r="A1" t="str"><v><![CDATA[a < b]]></v></c>', 'a < b'],
  ['a date of a strict file', '<c r="A1" t="d"><v>2024-03-05T12:00:00</v></c>', 45356.5],
  ['a cell with a look only', '<c r="A1" s="0"/>', null],
])('%s is read', (_, xml, value) => {
  expect(firstCell(xml)).toBe(value);
});

test('errors are read as errors, and a kind of a later Excel as #VALUE!', () => {
  expect(firstCell('<c r="A1" t="e"><v>#DIV/0!</v></c>')).toEqual(new CellError('#DIV/0!'));
  expect(firstCell('<c r="A1" t="e"><v>#PYTHON!</v></c>')).toEqual(new CellError('#VALUE!'));
});

const EVERY_VALUE: [string, CellValue][] = [
  ['a whole number', 97124],
  ['a fraction', 0.1 + 0.2],
  ['a very small number', 5e-324],
  ['a very large number', 1.7976931348623157e308],
  ['a text', 'Ada Sample'],
  ['a text that looks like a number', '00123'],
  ['a text that looks like a formula', '=1+1'],
  ['spaces around a text', '  kept  '],
  ['lines', 'first\nsecond\r\nthird\ttab'],
  ['characters XML cannot hold', '\u0000\u0001\u001f\ufffe\uffff'],
  ['a lone surrogate', 'a\ud83db'],
  ['a text like an escape', '_x000D_ and _x005F_'],
  ['marks', `<>&"' ]]> é 💆`],
  ['an empty text', ''],
  ['true', true],
  ['false', false],
];

test.each(EVERY_VALUE)('%s comes back as it was written', (_, value) => {
  const book = readXlsx(withRows('<row r="1"><c r="A1"><v>1</v></c></row>'));
  book.sheets[0]?.setValue(0, 0, value);
  book.sheets[0]?.setFormula(1, 0, '=A1');
  book.sheets[0]?.setCalculated(1, 0, value);
  const again = readXlsx(writeXlsx(book)).sheets[0];
  expect(again?.cell(0, 0)?.value).toBe(value);
  expect(again?.cell(1, 0)?.value).toBe(value);
});

test('errors come back, the newer ones as Excel stores them', () => {
  const book = readXlsx(withRows('<row r="1"><c r="A1"><v>1</v></c></row>'));
  book.sheets[0]?.setValue(0, 0, new CellError('#N/A', 'There is no client of that name.'));
  book.sheets[0]?.setValue(1, 0, new CellError('#SPILL!'));
  const sheet = readXlsx(writeXlsx(book)).sheets[0];
  expect(sheet?.cell(0, 0)?.value).toEqual(new CellError('#N/A'));
  expect(sheet?.cell(1, 0)?.value).toEqual(new CellError('#VALUE!'));
});

test('a text that looks like a formula is marked so that Excel leaves it a text', () => {
  const book = readXlsx(withRows('<row r="1"/>'));
  book.sheets[0]?.setValue(0, 0, '=1+1');
  const saved = writeXlsx(book);
  expect(partText(saved, SHEET)).toContain('<c r="A1" s="1" t="s">');
  expect(partText(saved, 'xl/styles.xml')).toContain('quotePrefix="1"');
  book.sheets[0]?.setValue(0, 0, 2);
  expect(partText(writeXlsx(book), SHEET)).toContain('<c r="A1"><v>2</v></c>');
});

test('a text longer than a cell can hold is refused with its place', () => {
  const book = readXlsx(withRows('<row r="1"/>'));
  book.sheets[0]?.setValue(4, 1, 'x'.repeat(32767));
  expect(() => writeXlsx(book)).not.toThrow();
  book.sheets[0]?.setValue(4, 1, 'x'.repeat(32768));
  expect(() => writeXlsx(book)).toThrow(
    'The text in cell B5 of the sheet “Sheet1” has 32,768 characters; a cell holds at most 32,767.',
  );
});

test('rows and cells without addresses are counted, and get addresses when something is added', () => {
  const book = readXlsx(
    withRows('<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row><c><v>6</v></c></row>'),
  );
  const sheet = book.sheets[0];
  expect([...(sheet?.entries() ?? [])].map(({ row, column, cell }) => [row, column, cell.value])).toEqual([
    [0, 0, 1],
    [0, 3, 4],
    [0, 4, 5],
    [1, 0, 6],
  ]);
  sheet?.setValue(0, 1, 2);
  expect(partText(writeXlsx(book), SHEET)).toContain(
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c><c r="E1"><v>5</v></c></row>' +
      '<row r="2"><c r="A2"><v>6</v></c></row>',
  );
});

test('a file with prefixed elements is read and written with its prefix', () => {
  const file = zipOf({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<x:workbook xmlns:x="${MAIN}" xmlns:rel="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="S" sheetId="1" rel:id="a"/></x:sheets></x:workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/s.xml"/></Relationships>',
    'xl/s.xml': `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f>"a"</x:f><x:v>a</x:v></x:c></x:row></x:sheetData><x:legacyDrawing/></x:worksheet>`,
  });
  const book = readXlsx(file);
  const sheet = book.sheets[0];
  expect(sheet?.cell(0, 0)).toMatchObject({ value: 'a', formula: '="a"' });
  sheet?.setValue(0, 1, true);
  if (sheet) sheet.tabColor = '#00FF00';
  sheet?.merges.push({ row: 4, column: 0, rows: 1, columns: 2 });
  expect(partText(writeXlsx(book), 'xl/s.xml')).toBe(
    `<x:worksheet xmlns:x="${MAIN}"><x:sheetPr><x:tabColor rgb="FF00FF00"/></x:sheetPr><x:dimension ref="A1:B1"/><x:sheetData><x:row r="1">` +
      '<x:c r="A1" t="str"><x:f>"a"</x:f><x:v>a</x:v></x:c><x:c r="B1" t="b"><x:v>1</x:v></x:c></x:row></x:sheetData>' +
      '<x:mergeCells count="1"><x:mergeCell ref="A5:B5"/></x:mergeCells><x:legacyDrawing/></x:worksheet>',
  );
});

test('the cells beside a changed one keep their text', () => {
  const before = '<c r="A2" s="0"  t="n" ><v>6.0E1</v></c>';
  const after = '<c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>rich</t></r></is></c>';
  const book = readXlsx(
    withRows(`<row r="2" x="1" spans="1:3">${before}<c r="B2"><v>1</v></c>${after}</row>`),
  );
  book.sheets[0]?.setValue(1, 1, 2);
  expect(partText(writeXlsx(book), SHEET)).toContain(
    `<row r="2" x="1" spans="1:3">${before}<c r="B2"><v>2</v></c>${after}</row>`,
  );
});

test('rich text stays while only the look of its cell changes', () => {
  const rich = '<is><r><rPr><b/></rPr><t>rich</t></r></is>';
  const book = readXlsx(withRows(`<row r="1"><c r="A1" t="inlineStr">${rich}</c></row>`));
  book.sheets[0]?.setStyle(0, 0, book.styles.derive(0, { bold: true }));
  expect(partText(writeXlsx(book), SHEET)).toContain(`<c r="A1" s="1" t="inlineStr">${rich}</c>`);
  book.sheets[0]?.setValue(0, 0, 'plain');
  expect(partText(writeXlsx(book), SHEET)).not.toContain('<b/>');
});

test('what was deleted or overwritten cannot be read in the shared strings any more', () => {
  const strings = `<sst xmlns="${MAIN}" count="3" uniqueCount="3"><si><t>Ada Sample</t></si><si><t>Ben Sample</t></si><si><t>never shown</t></si></sst>`;
  const file = withRows('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>', {
    relationships: [['rIdS', 'sharedStrings', 'sharedStrings.xml']],
    parts: [
      [
        'xl/sharedStrings.xml',
        strings,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml',
      ],
    ],
  });
  const book = readXlsx(file);
  book.sheets[0]?.setValue(0, 0, 'Cleo');
  const saved = writeXlsx(book);
  expect(partText(saved, 'xl/sharedStrings.xml')).toBe(
    `<sst xmlns="${MAIN}"><si><t/></si><si><t>Ben Sample</t></si><si><t>never shown</t></si><si><t>Cleo</t></si></sst>`,
  );
  expect(readXlsx(saved).sheets[0]?.cell(0, 1)?.value).toBe('Ben Sample');
});

test('changes that are taken back leave the file as it was, byte for byte', () => {
  const file = withRows(
    '\n<row r="1" spans="1:2"><c r="A1" t="inlineStr"><is><r><t>rich</t></r></is></c><c r="B1"><f>1+1</f><v>2</v></c></row>\n',
  );
  const book = readXlsx(file);
  const sheet = book.sheets[0];
  sheet?.setValue(0, 0, 'other');
  sheet?.setValue(0, 1, 5);
  sheet?.setValue(7, 7, 'new');
  sheet?.setStyle(0, 0, book.styles.derive(0, { bold: true }));
  const added = book.addSheet('Claims');
  added.setValue(0, 0, 1);
  expect(partsOf(writeXlsx(book))).not.toEqual(partsOf(file));
  book.deleteSheet(added);
  sheet?.setValue(0, 0, 'rich');
  sheet?.setStyle(0, 0, 0);
  sheet?.setFormula(0, 1, '=1+1');
  sheet?.setCalculated(0, 1, 2);
  sheet?.clearCell(7, 7, { contents: true, formats: true });
  expect(partsOf(writeXlsx(book))).toEqual(partsOf(file));
});

test('the same book gives the same bytes, however often it is saved', () => {
  const book = readXlsx(withRows('<row r="1"><c r="A1"><v>1</v></c></row>'));
  book.addSheet('New').setValue(0, 0, 'text');
  expect(writeXlsx(book)).toEqual(writeXlsx(book));
});
