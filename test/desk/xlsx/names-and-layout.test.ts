import { Book, emptyPageLayout, type PageLayout, type Sheet } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { widthInFile, widthInPoints } from '../../../desk/xlsx/sheet/units';
import { footerParts, footerText } from '../../../desk/xlsx/sheet/footer-text';
import { handMade, partText, type HandSheet } from './support/package-files';

const SHEET = 'xl/worksheets/sheet1.xml';

function read(sheet: HandSheet, names = ''): { book: Book; sheet: Sheet } {
  const workbookAfter = names === '' ? '' : `<definedNames>${names}</definedNames>`;
  const book = readXlsx(handMade({ sheets: [sheet], workbookAfter }));
  const [first] = book.sheets;
  if (!first) throw new Error('no sheet');
  return { book, sheet: first };
}

function names(book: Book): string[] {
  return [...partText(writeXlsx(book), 'xl/workbook.xml').matchAll(/<definedName [^>]*>[^<]*/g)].map(
    ([text]) => text.replace('<definedName ', ''),
  );
}

const PRINT =
  '<definedName name="_xlnm.Print_Area" localSheetId="0">\'Ada, Ben\'!$A$1:$F$40</definedName>' +
  '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Ada, Ben\'!$A:$B,\'Ada, Ben\'!$1:$2</definedName>';

test('names, the print area and the title rows are read', () => {
  const { book, sheet } = read(
    { name: 'Ada, Ben' },
    `<definedName name="Rate" hidden="1">27.5</definedName>${PRINT}`,
  );
  expect(book.names).toEqual([{ name: 'Rate', formula: '=27.5', scope: null, hidden: true }]);
  expect(sheet.pageLayout.printArea).toEqual({ row: 0, column: 0, rows: 40, columns: 6 });
  expect(sheet.pageLayout.titleRows).toEqual({ first: 0, last: 1 });
});

test('a new print area and new title rows leave the title columns alone', () => {
  const { book, sheet } = read({ name: 'Ada, Ben' }, PRINT);
  sheet.pageLayout.printArea = { row: 0, column: 0, rows: 50, columns: 3 };
  sheet.pageLayout.titleRows = { first: 2, last: 2 };
  expect(names(book)).toEqual([
    `name="_xlnm.Print_Area" localSheetId="0">'Ada, Ben'!$A$1:$C$50`,
    `name="_xlnm.Print_Titles" localSheetId="0">'Ada, Ben'!$A:$B,'Ada, Ben'!$3:$3`,
  ]);
  sheet.pageLayout.printArea = null;
  sheet.pageLayout.titleRows = null;
  expect(names(book)).toEqual([`name="_xlnm.Print_Titles" localSheetId="0">'Ada, Ben'!$A:$B`]);
});

test('names are added, changed and removed one by one', () => {
  const { book, sheet } = read(
    {},
    '<definedName name="Rate" comment="c">1</definedName><definedName name="Old">2</definedName>',
  );
  const [rate] = book.names;
  book.names.splice(0, 2, ...(rate ? [{ ...rate, formula: '=UNIQUE(Sheet1!$A$1)' }] : []));
  book.names.push({ name: 'Local', formula: '=Sheet1!$B$1', scope: sheet, hidden: true });
  expect(names(book)).toEqual([
    'name="Rate" comment="c">_xlfn.UNIQUE(Sheet1!$A$1)',
    'name="Local" localSheetId="0" hidden="1">Sheet1!$B$1',
  ]);
});

test('a name changed in place is written as it is now', () => {
  const { book } = read(
    {},
    '<definedName name="Rate">1</definedName><definedName name="Cap">2</definedName>',
  );
  const [rate, cap] = book.names;
  if (rate) rate.formula = "='Fees & more'!$A$1";
  if (cap) cap.hidden = true;
  expect(names(book)).toEqual([`name="Rate">'Fees &amp; more'!$A$1`, 'name="Cap" hidden="1">2']);
});

const LAYOUT: PageLayout = {
  orientation: 'Landscape',
  paperSize: 'Legal',
  printArea: { row: 1, column: 0, rows: 9, columns: 4 },
  titleRows: { first: 0, last: 0 },
  zoom: { horizontalFitToPages: 1 },
  margins: { left: 18, right: 18, top: 54, bottom: 54, header: 21.6, footer: 21.6 },
  centerHorizontally: true,
  printGridlines: true,
  leftFooter: 'Page &P of &N',
  centerFooter: 'A && B <c>',
  rightFooter: null,
};

test('all of a new sheet’s layout comes back', () => {
  const book = new Book();
  const sheet = book.addSheet('Claims');
  sheet.setValue(0, 0, 'x');
  sheet.tabColor = '#1F77B4';
  sheet.isProtected = true;
  sheet.showGridlines = false;
  sheet.freeze = { rows: 2, columns: 1 };
  sheet.merges.push({ row: 0, column: 0, rows: 1, columns: 3 });
  sheet.pageBreakRows.add(40).add(20);
  sheet.rowFormats.set(0, { height: 30.75, hidden: false }).set(7, { height: null, hidden: true });
  const bold = book.styles.derive(0, { bold: true });
  sheet.columnFormats.set(0, { width: 48, hidden: false, style: 0 });
  sheet.columnFormats.set(2, { width: 100.5, hidden: true, style: bold });
  sheet.pageLayout = LAYOUT;
  const again = readXlsx(writeXlsx(book)).sheets[0];
  expect(again).toMatchObject({
    tabColor: '#1F77B4',
    isProtected: true,
    showGridlines: false,
    freeze: { rows: 2, columns: 1 },
    merges: [{ row: 0, column: 0, rows: 1, columns: 3 }],
    pageLayout: LAYOUT,
  });
  expect([...(again?.pageBreakRows ?? [])]).toEqual([20, 40]);
  expect([...(again?.rowFormats ?? [])]).toEqual([
    [0, { height: 30.75, hidden: false }],
    [7, { height: null, hidden: true }],
  ]);
  expect(again?.columnFormats.get(0)).toEqual({ width: 48, hidden: false, style: 0 });
  expect(again?.columnFormats.get(2)).toMatchObject({ width: 100.5, hidden: true });
  expect(again?.styleOf(9, 2).bold).toBe(true);
});

test('the sections of a sheet stand in the order that Excel insists on', () => {
  const { book, sheet } = read({
    before: '<sheetFormatPr defaultRowHeight="15"/>',
    after: '<autoFilter ref="A1:B2"/><conditionalFormatting sqref="A1"/><ignoredErrors/><extLst/>',
  });
  sheet.tabColor = '#FF0000';
  sheet.isProtected = true;
  sheet.freeze = { rows: 1, columns: 0 };
  sheet.merges.push({ row: 0, column: 0, rows: 1, columns: 3 });
  sheet.pageBreakRows.add(5);
  sheet.columnFormats.set(0, { width: 60, hidden: false, style: 0 });
  sheet.pageLayout = LAYOUT;
  sheet.setValue(9, 9, 1);
  const sections = [
    ...partText(writeXlsx(book), SHEET)
      .replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>')
      .matchAll(/<(\w+)/g),
  ].map(([, name]) => name);
  const wanted =
    'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetProtection autoFilter mergeCells conditionalFormatting printOptions pageMargins pageSetup headerFooter rowBreaks ignoredErrors extLst';
  expect(sections.filter((name) => wanted.split(' ').includes(name ?? '')).join(' ')).toBe(wanted);
});

test('a changed setting keeps the others of its section', () => {
  const { book, sheet } = read({
    before:
      '<sheetPr codeName="S"><outlinePr summaryBelow="0"/></sheetPr><sheetViews><sheetView zoomScale="90" workbookViewId="0"><selection activeCell="B2"/><extLst/></sheetView></sheetViews>',
    after:
      '<printOptions headings="1"/><pageSetup paperSize="1" horizontalDpi="300" r:id="rId9"/><headerFooter differentFirst="1"><oddHeader>&amp;CTop</oddHeader><firstHeader>x</firstHeader></headerFooter>',
  });
  sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 2 };
  sheet.pageLayout.printGridlines = true;
  sheet.pageLayout.centerFooter = 'Page &P';
  sheet.freeze = { rows: 3, columns: 0 };
  const xml = partText(writeXlsx(book), SHEET);
  expect(xml).toContain(
    '<sheetPr codeName="S"><outlinePr summaryBelow="0"/><pageSetUpPr fitToPage="1"/></sheetPr>',
  );
  expect(xml).toContain(
    '<sheetView zoomScale="90" workbookViewId="0"><pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/><extLst/></sheetView>',
  );
  expect(xml).toContain('<printOptions headings="1" gridLines="1"/>');
  expect(xml).toContain(
    '<pageSetup paperSize="1" horizontalDpi="300" r:id="rId9" fitToWidth="1" fitToHeight="2"/>',
  );
  expect(xml).toContain(
    '<oddHeader>&amp;CTop</oddHeader><oddFooter>&amp;CPage &amp;P</oddFooter><firstHeader>x</firstHeader>',
  );
});

test('a changed column is cut out of its range; the others keep their outline', () => {
  const { book, sheet } = read({
    before:
      '<cols><col min="1" max="4" width="20.7109375" customWidth="1" outlineLevel="1" bestFit="1"/></cols>',
  });
  const column = sheet.columnFormats.get(1);
  if (column) column.width = 48;
  const kept = (min: number, max: number) =>
    `<col min="${String(min)}" max="${String(max)}" width="20.7109375" customWidth="1" outlineLevel="1" bestFit="1"/>`;
  expect(partText(writeXlsx(book), SHEET)).toContain(
    `<cols>${kept(1, 1)}<col min="2" max="2" width="9.140625" customWidth="1" outlineLevel="1"/>${kept(3, 4)}</cols>`,
  );
});

test('an empty cell takes the look of its row, else of its column', () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font/><font><b/></font></fonts><cellXfs count="3"><xf/><xf fontId="1"/><xf numFmtId="14"/></cellXfs></styleSheet>';
  const book = readXlsx(
    handMade({
      styles,
      sheets: [
        {
          before: '<cols><col min="2" max="2" width="9" style="2"/></cols>',
          rows: '<row r="3" s="1" customFormat="1"/>',
        },
      ],
    }),
  );
  book.sheets[0]?.setValue(2, 1, 1);
  book.sheets[0]?.setValue(3, 1, 2);
  const xml = partText(writeXlsx(book), SHEET);
  expect(xml).toContain(
    '<row r="3" s="1" customFormat="1"><c r="B3" s="1"><v>1</v></c></row><row r="4"><c r="B4" s="2">',
  );
});

test.each([
  [9.140625, 48],
  [8.7109375, 45.75],
  [20.7109375, 108.75],
  [0, 0],
  [1, 5.25],
])('a column %d digits wide in the file is %d points wide', (digits, points) => {
  expect(widthInPoints(digits)).toBe(points);
});

test('every width in whole pixels comes back', () => {
  for (let pixels = 0; pixels <= 1790; pixels++)
    expect(widthInPoints(widthInFile(pixels * 0.75))).toBe(pixels * 0.75);
});

test.each([
  [
    '&LPage &P&C&"Arial,Bold"Claims && more&R&D',
    { left: 'Page &P', center: '&"Arial,Bold"Claims && more', right: '&D' },
  ],
  ['just text', { left: null, center: 'just text', right: null }],
  ['&C&"Calibri,Regular"&10x', { left: null, center: '&"Calibri,Regular"&10x', right: null }],
  ['', { left: null, center: null, right: null }],
])('the footer %j has three parts', (text, parts) => {
  expect(footerParts(text)).toEqual(parts);
  expect(footerParts(footerText(parts))).toEqual(parts);
});

test('an untouched layout of a file without any is the empty one', () => {
  expect(read({}).sheet.pageLayout).toEqual(emptyPageLayout());
});
