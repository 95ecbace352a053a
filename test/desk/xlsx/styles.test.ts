import { Book } from '../../../desk/book/book';
import type { Style } from '../../../desk/book/styles';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { Palette } from '../../../desk/xlsx/styles/colors';
import { parseXml } from '../../../desk/xlsx/xml/tree';
import { handMade, MAIN, partText } from './support/package-files';

const FONT =
  '<font><sz val="10"/><color theme="1"/><name val="Aptos"/><family val="2"/><scheme val="minor"/></font>';
const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="165" formatCode="0.0&quot; h&quot;"/><numFmt numFmtId="164" formatCode="&quot;$&quot;#,##0.00"/></numFmts>` +
  `<fonts count="3">${FONT}<font><b/><i val="0"/><u val="double"/><vertAlign val="superscript"/><sz val="14"/><color theme="4" tint="0.4"/><name val="Arial"/><charset val="1"/></font><font><strike/><sz val="10"/><color indexed="10"/><name val="Aptos"/></font></fonts>` +
  '<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFffee00"/></patternFill></fill><fill><patternFill patternType="darkGrid"><fgColor theme="0" tint="-0.5"/></patternFill></fill></fills>' +
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border diagonalUp="1"><left style="mediumDashed"><color rgb="FF123456"/></left><right/><top/><bottom style="double"><color auto="1"/></bottom><diagonal style="thin"/></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="14" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1"><alignment horizontal="centerContinuous" vertical="top" wrapText="1" indent="2" textRotation="90"/><protection locked="0" hidden="1"/></xf>' +
  '<xf numFmtId="164" fontId="2" fillId="3" borderId="0" xfId="0"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

function styled(): Book {
  const cells = ['A', 'B', 'C', 'D', 'E'].map(
    (column, s) => `<c r="${column}1" s="${String(s)}"><v>1</v></c>`,
  );
  return readXlsx(handMade({ styles: STYLES, sheets: [{ rows: `<row r="1">${cells.join('')}</row>` }] }));
}

function styleOf(book: Book, column: number): Style | undefined {
  return book.sheets[0]?.styleOf(0, column);
}

/** The cell format and the font of a cell after saving. */
function saved(book: Book, column: string): { xf: string; font: string; xml: string } {
  const file = writeXlsx(book);
  const format =
    new RegExp(`<c r="${column}1" s="(\\d+)"`).exec(partText(file, 'xl/worksheets/sheet1.xml'))?.[1] ?? '0';
  const xml = partText(file, 'xl/styles.xml');
  const list = /<cellXfs[^>]*>(.*)<\/cellXfs>/s.exec(xml)?.[1] ?? '';
  const xf = list.match(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)?.[Number(format)] ?? '';
  const fonts = /<fonts[^>]*>(.*)<\/fonts>/s.exec(xml)?.[1]?.match(/<font>.*?<\/font>/gs) ?? [];
  return { xf, font: fonts[Number(/fontId="(\d+)"/.exec(xf)?.[1])] ?? '', xml };
}

test('the plain style of a file says nothing of its own', () => {
  const book = styled();
  expect(styleOf(book, 0)).toMatchObject({ fontName: null, fontSize: null, fontColor: null, fill: null });
  expect(book.defaultFont).toEqual({ name: 'Aptos', size: 10 });
});

test('a style is read in the words of Office.js, theme and palette colours resolved', () => {
  expect(styleOf(styled(), 1)).toEqual({
    numberFormat: 'm/d/yyyy',
    fontName: 'Arial',
    fontSize: 14,
    fontColor: '#8EA9DB',
    bold: true,
    italic: false,
    underline: true,
    strikethrough: false,
    fill: '#FFEE00',
    horizontalAlignment: 'CenterAcrossSelection',
    verticalAlignment: 'Top',
    wrapText: true,
    indent: 2,
    locked: false,
    borders: {
      EdgeLeft: { style: 'Dash', weight: 'Medium', color: '#123456' },
      EdgeBottom: { style: 'Double', weight: 'Thick', color: '#000000' },
    },
    xf: 1,
    changed: false,
  });
  expect(styleOf(styled(), 2)).toMatchObject({
    numberFormat: '"$"#,##0.00',
    fontColor: '#FF0000',
    strikethrough: true,
    fill: '#808080',
  });
  expect(styleOf(styled(), 4)?.numberFormat).toBe('0.0" h"');
});

test('a changed style keeps what the Desk does not model', () => {
  const book = styled();
  const sheet = book.sheets[0];
  const base = sheet?.cell(0, 1)?.style ?? 0;
  sheet?.setStyle(
    0,
    1,
    book.styles.derive(base, { bold: false, fontColor: '#00AA00', indent: 0, locked: true }),
  );
  const { xf, font, xml } = saved(book, 'B');
  expect(xf).toBe(
    '<xf numFmtId="14" fontId="3" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1" applyProtection="1">' +
      '<alignment horizontal="centerContinuous" vertical="top" wrapText="1" textRotation="90"/><protection locked="1" hidden="1"/></xf>',
  );
  expect(font).toBe(
    '<font><u val="double"/><vertAlign val="superscript"/><sz val="14"/><color rgb="FF00AA00"/><name val="Arial"/><charset val="1"/></font>',
  );
  expect(xml.startsWith(STYLES.slice(0, STYLES.indexOf('<fonts')))).toBe(true);
});

test('another font leaves the theme, and going back to the plain one takes the file’s own', () => {
  const book = styled();
  const sheet = book.sheets[0];
  sheet?.setStyle(0, 0, book.styles.derive(0, { fontName: 'Georgia' }));
  expect(saved(book, 'A').font).toBe('<font><sz val="10"/><color theme="1"/><name val="Georgia"/></font>');
  sheet?.setStyle(0, 1, book.styles.derive(sheet.cell(0, 1)?.style ?? 0, { fontName: null, fontSize: null }));
  expect(saved(book, 'B').font).toContain('<sz val="10"/><color theme="4" tint="0.4"/><name val="Aptos"/>');
});

test('one edge of a border changes; the diagonal and the others stay', () => {
  const book = styled();
  const sheet = book.sheets[0];
  const base = sheet?.cell(0, 1)?.style ?? 0;
  const borders = book.styles.get(base).borders;
  const top = { style: 'Continuous', weight: 'Thick', color: '#ABCDEF' };
  sheet?.setStyle(0, 1, book.styles.derive(base, { borders: { EdgeTop: top, ...borders } }));
  expect(saved(book, 'B').xml).toContain(
    '<border diagonalUp="1"><left style="mediumDashed"><color rgb="FF123456"/></left><right/><top style="thick"><color rgb="FFABCDEF"/></top><bottom style="double"><color auto="1"/></bottom><diagonal style="thin"/></border></borders>',
  );
});

test('the same new look is added once, and a look the file has already is not added', () => {
  const book = styled();
  const sheet = book.sheets[0];
  const bold = book.styles.derive(0, { bold: true });
  sheet?.setStyle(0, 0, bold);
  sheet?.setStyle(5, 0, bold);
  sheet?.setStyle(6, 0, book.styles.derive(bold, { bold: false }));
  const xml = saved(book, 'A').xml;
  expect(xml).toContain('<cellXfs count="6">');
  expect(xml).toContain('<fonts count="4">');
  expect(partText(writeXlsx(book), 'xl/worksheets/sheet1.xml')).toContain(
    '<row r="6"><c r="A6" s="5"/></row><row r="7"><c r="A7"/></row></sheetData>',
  );
});

test.each([
  ['#,##0.00', 'numFmtId="4"'],
  ['m/d/yyyy', 'numFmtId="14"'],
  ['"$"#,##0.00', 'numFmtId="164"'],
  ['0.000', 'numFmtId="166"'],
])('the number format %s is written as %s', (numberFormat, expected) => {
  const book = styled();
  book.sheets[0]?.setStyle(0, 0, book.styles.derive(0, { numberFormat }));
  expect(saved(book, 'A').xf).toContain(`${expected} `);
});

test.each([
  ['4472C4', 0.4, '#8EA9DB'],
  ['4472C4', -0.249977111117893, '#305496'],
  ['4472C4', 0.7999816888943144, '#D9E1F2'],
  ['ED7D31', 0.5999938962981048, '#F8CBAD'],
  ['70AD47', -0.499984740745262, '#375623'],
  ['FFFFFF', -0.1499984740745262, '#D9D9D9'],
  ['000000', 0.499984740745262, '#808080'],
])('the colour %s with a tint of %d is %s, as Excel shows it', (rgb, tint, expected) => {
  const color = parseXml(`<color rgb="FF${rgb}" tint="${String(tint)}"/>`);
  expect(new Palette(null).resolve(color)).toBe(expected);
});

const LOOKS: Partial<Style>[] = [
  { numberFormat: 'yyyy-mm-dd' },
  { fontName: 'Georgia', fontSize: 16.5, fontColor: '#112233', bold: true, italic: true },
  { underline: true, strikethrough: true },
  { fill: '#FFF2CC' },
  { horizontalAlignment: 'Right', verticalAlignment: 'Center', wrapText: true, indent: 3 },
  { locked: false },
  {
    borders: {
      EdgeTop: { style: 'Continuous', weight: 'Hairline', color: '#FF0000' },
      EdgeLeft: { style: 'DashDotDot', weight: 'Medium', color: '#00FF00' },
      EdgeRight: { style: 'SlantDashDot', weight: 'Medium', color: '#0000FF' },
      EdgeBottom: { style: 'Dot', weight: 'Thin', color: '#123123' },
    },
  },
];

test.each(LOOKS)('in a new book %j comes back', (look) => {
  const book = new Book();
  const sheet = book.addSheet('S');
  sheet.setValue(0, 0, 1);
  sheet.setStyle(0, 0, book.styles.derive(0, look));
  const again = readXlsx(writeXlsx(book));
  expect(again.sheets[0]?.styleOf(0, 0)).toMatchObject(look);
});
