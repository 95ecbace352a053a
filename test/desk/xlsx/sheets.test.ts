import { Book } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { handMade, partsOf, partText, type HandSheet } from './support/package-files';

const WORKBOOK = 'xl/workbook.xml';
const COMMENTS: HandSheet = {
  name: 'Old',
  relationships: [
    ['rId1', 'comments', '../comments1.xml'],
    ['rId2', 'drawing', '../drawings/drawing1.xml'],
  ],
};

function twoSheets(more: Parameters<typeof handMade>[0] = {}): Book {
  return readXlsx(
    handMade({
      sheets: [
        {
          name: 'Sessions',
          before: '<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>',
        },
        COMMENTS,
      ],
      parts: [
        ['xl/comments1.xml', '<comments/>', 'application/x-comments'],
        ['xl/drawings/drawing1.xml', '<drawing/>', 'application/x-drawing'],
        ['xl/drawings/_rels/drawing1.xml.rels', '<Relationships/>'],
      ],
      workbookBefore: '<bookViews><workbookView activeTab="0"/></bookViews>',
      workbookAfter:
        '<definedNames><definedName name="Here" localSheetId="0">Sessions!$A$1</definedName><definedName name="There" localSheetId="1">Old!$A$1</definedName><definedName name="Both">Sessions!$A$1+Old!$B$2:$C$3</definedName></definedNames>',
      ...more,
    }),
  );
}

function namesIn(file: Uint8Array): string[] {
  return [...partText(file, WORKBOOK).matchAll(/<definedName [^>]*>[^<]*/g)].map(([text]) =>
    text.replace('<definedName ', ''),
  );
}

test('a book made from nothing can be opened again', () => {
  const book = new Book();
  book.addSheet('Sessions').setValue(0, 0, 'Client');
  book.addSheet('Claims').setValue(2, 1, 95.5);
  book.activeSheet = 1;
  book.date1904 = true;
  const again = readXlsx(writeXlsx(book));
  expect(again.sheets.map((sheet) => sheet.name)).toEqual(['Sessions', 'Claims']);
  expect(again.sheets[1]?.cell(2, 1)?.value).toBe(95.5);
  expect([again.activeSheet, again.date1904]).toEqual([1, true]);
});

test('a new sheet gets its own part, and the others keep theirs', () => {
  const book = twoSheets();
  const before = partsOf(writeXlsx(book));
  book.addSheet('Claims & more', 1).setValue(0, 0, 1);
  const saved = writeXlsx(book);
  expect(partText(saved, WORKBOOK)).toContain(
    '<sheet sheetId="1" name="Sessions" r:id="rId1"/><sheet name="Claims &amp; more" sheetId="3" r:id="rId3"/><sheet sheetId="2" name="Old" r:id="rId2"/>',
  );
  expect(namesIn(saved)).toEqual([
    'name="Here" localSheetId="0">Sessions!$A$1',
    'name="There" localSheetId="2">Old!$A$1',
    'name="Both">Sessions!$A$1+Old!$B$2:$C$3',
  ]);
  const parts = partsOf(saved);
  expect(parts.get('[Content_Types].xml')).toContain('/xl/worksheets/sheet3.xml');
  for (const name of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
    expect(parts.get(name)).toBe(before.get(name));
  expect(readXlsx(saved).sheets.map((sheet) => sheet.name)).toEqual(['Sessions', 'Claims & more', 'Old']);
});

test('a deleted sheet goes with what only it had, and names that need it become #REF!', () => {
  const book = twoSheets();
  const old = book.sheet('Old');
  if (old) book.deleteSheet(old);
  const saved = writeXlsx(book);
  expect([...partsOf(saved).keys()].sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  expect(partText(saved, '[Content_Types].xml')).not.toMatch(/comments|drawing1|sheet2/);
  expect(namesIn(saved)).toEqual([
    'name="Here" localSheetId="0">Sessions!$A$1',
    'name="Both">Sessions!$A$1+#REF!',
  ]);
});

test('a part that another sheet uses as well stays when a sheet is deleted', () => {
  const book = readXlsx(
    handMade({
      sheets: [COMMENTS, { ...COMMENTS, name: 'Kept' }],
      parts: [
        ['xl/comments1.xml', '<comments/>', 'application/x-comments'],
        ['xl/drawings/drawing1.xml', '<drawing/>', 'application/x-drawing'],
      ],
    }),
  );
  const [old] = book.sheets;
  if (old) book.deleteSheet(old);
  expect(partsOf(writeXlsx(book)).has('xl/drawings/drawing1.xml')).toBe(true);
});

test('a moved sheet takes its names along, and the sheet shown first stays the same', () => {
  const book = twoSheets();
  book.sheets.reverse();
  book.activeSheet = 1;
  const saved = writeXlsx(book);
  expect(namesIn(saved).slice(0, 2)).toEqual([
    'name="Here" localSheetId="1">Sessions!$A$1',
    'name="There" localSheetId="0">Old!$A$1',
  ]);
  expect(partText(saved, WORKBOOK)).toContain('<workbookView activeTab="1"/>');
  expect(readXlsx(saved).activeSheet).toBe(1);
});

test('only one sheet is selected after another is shown first', () => {
  const book = twoSheets();
  book.activeSheet = 1;
  const saved = writeXlsx(book);
  expect(partText(saved, 'xl/worksheets/sheet1.xml')).not.toContain('tabSelected');
  expect(partText(saved, 'xl/worksheets/sheet2.xml')).toContain(
    '<sheetView workbookViewId="0" tabSelected="1"/>',
  );
});

test('a renamed sheet is followed by formulas, names, rules, links, charts and pivot tables', () => {
  const book = readXlsx(
    handMade({
      sheets: [
        {
          name: 'My sheet',
          rows: `<row r="1"><c r="A1"><f>'My sheet'!B1+Other!B1</f><v>1</v></c></row>`,
          after: `<conditionalFormatting sqref="A1"><cfRule type="expression" priority="1"><formula>'My sheet'!$A$1&gt;1</formula></cfRule></conditionalFormatting><hyperlinks><hyperlink ref="A1" location="'My sheet'!A1"/></hyperlinks>`,
        },
        { name: 'Other' },
      ],
      parts: [
        ['xl/charts/chart1.xml', `<c:chart xmlns:c="urn:c"><c:f>'My sheet'!$A$1:$A$9</c:f></c:chart>`],
        [
          'xl/pivotCache/pivotCacheDefinition1.xml',
          '<cacheSource><worksheetSource ref="A1:B2" sheet="My sheet"/></cacheSource>',
        ],
      ],
      workbookAfter: `<definedNames><definedName name="Rate">'My sheet'!$A$1</definedName></definedNames>`,
    }),
  );
  const [sheet] = book.sheets;
  if (sheet) sheet.name = 'Sessions';
  const saved = writeXlsx(book);
  const xml = partText(saved, 'xl/worksheets/sheet1.xml');
  expect(xml).toContain('<f>Sessions!B1+Other!B1</f>');
  expect(xml).toContain('<formula>Sessions!$A$1&gt;1</formula>');
  expect(xml).toContain('location="Sessions!A1"');
  expect(namesIn(saved)).toEqual(['name="Rate">Sessions!$A$1']);
  expect(partText(saved, 'xl/charts/chart1.xml')).toContain('<c:f>Sessions!$A$1:$A$9</c:f>');
  expect(partText(saved, 'xl/pivotCache/pivotCacheDefinition1.xml')).toContain('sheet="Sessions"');
});

test('a hidden sheet can be shown and a shown one hidden', () => {
  const book = twoSheets({ sheets: [{ name: 'Sessions' }, { name: 'Old', state: 'veryHidden' }] });
  expect(book.sheets[1]?.visibility).toBe('VeryHidden');
  for (const sheet of book.sheets) sheet.visibility = sheet.name === 'Old' ? 'Visible' : 'Hidden';
  const again = readXlsx(writeXlsx(book));
  expect(again.sheets.map((sheet) => sheet.visibility)).toEqual(['Hidden', 'Visible']);
});

test('a chart sheet keeps its place between the others', () => {
  const book = readXlsx(
    handMade({
      sheets: [{ name: 'A' }],
      relationships: [['rIdC', 'chartsheet', 'chartsheets/sheet1.xml']],
      parts: [['xl/chartsheets/sheet1.xml', '<chartsheet/>', 'application/x-chartsheet']],
      moreSheets: '<sheet name="Chart" sheetId="8" r:id="rIdC"/>',
    }),
  );
  expect(book.sheets.map((sheet) => sheet.name)).toEqual(['A']);
  book.addSheet('B');
  book.addSheet('C', 0);
  const list = [...partText(writeXlsx(book), WORKBOOK).matchAll(/<sheet [^>]*name="(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(list).toEqual(['C', 'A', 'Chart', 'B']);
});
