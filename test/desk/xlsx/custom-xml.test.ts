import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { Book } from '../../../desk/book/book';
import { CustomXmlPart } from '../../../desk/book/custom-xml-part';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { KEPT_FEATURES } from './cases/kept-features';
import { exceljsFile, populateFile } from './support/library-files';
import { handMade, partsOf, type HandBook } from './support/package-files';

const ID = '{5B3C6C5E-0D0B-4E0F-9D53-0A2A5B6E7C81}';
const OTHER = '{5B3C6C5E-0D0B-4E0F-9D53-0A2A5B6E7C82}';
const DATA = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

function bookOf(...xml: string[]): Book {
  const book = new Book();
  book.addSheet('Sessions');
  xml.forEach((text, at) => book.customXmlParts.push(new CustomXmlPart(at === 0 ? ID : OTHER, text)));
  return book;
}

/** As Excel saves a part. */
const FOREIGN: HandBook = {
  relationships: [['rId9', 'customXml', '../customXml/item1.xml']],
  parts: [
    ['customXml/item1.xml', '<?xml version="1.0"?>\n<run xmlns="urn:run">\n  <n>1</n>\n</run>'],
    [
      'customXml/itemProps1.xml',
      `<ds:datastoreItem ds:itemID="${ID}" xmlns:ds="${DATA}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:run"/></ds:schemaRefs></ds:datastoreItem>`,
      PROPERTIES,
    ],
    [
      'customXml/_rels/item1.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${LINKS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    ],
  ],
};

test('a new part is written where Office looks for it, with its id beside it', () => {
  const parts = partsOf(writeXlsx(bookOf('<run xmlns="urn:run&amp;1"/>')));
  expect(parts.get('customXml/item1.xml')).toBe('<run xmlns="urn:run&amp;1"/>');
  const properties = parts.get('customXml/itemProps1.xml');
  expect(properties).toContain(`<ds:datastoreItem ds:itemID="${ID}" xmlns:ds="${DATA}">`);
  expect(properties).toContain('<ds:schemaRef ds:uri="urn:run&amp;1"/>');
  expect(parts.get('xl/_rels/workbook.xml.rels')).toContain(
    `Type="${LINKS}/customXml" Target="../customXml/item1.xml"`,
  );
  expect(parts.get('customXml/_rels/item1.xml.rels')).toContain(
    `Type="${LINKS}/customXmlProps" Target="itemProps1.xml"`,
  );
  const types = parts.get('[Content_Types].xml');
  expect(types).toContain('<Default Extension="xml" ContentType="application/xml"/>');
  expect(types).toContain(`<Override PartName="/customXml/itemProps1.xml" ContentType="${PROPERTIES}"/>`);
});

test('any text comes back with its id, also one that was declared in another encoding', () => {
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/[<&\r]|]]>/g, ' '));
  fc.assert(
    fc.property(text, fc.boolean(), (inside, isDeclared) => {
      const xml = `${isDeclared ? '<?xml version="1.0" encoding="UTF-16"?>' : ''}<a>${inside}</a>`;
      const again = readXlsx(writeXlsx(bookOf(xml, '<b/>')));
      expect(again.customXmlParts.map(({ id }) => id)).toEqual([ID, OTHER]);
      expect(again.customXmlParts[0]?.xml).toBe(xml.replace('UTF-16', 'UTF-8'));
    }),
    { numRuns: 50 },
  );
});

test('a part of Excel’s is read with its id, and changed without touching anything else', () => {
  const file = handMade(FOREIGN);
  const book = readXlsx(file);
  const [part] = book.customXmlParts;
  expect([part?.id, part?.namespaceUri]).toEqual([ID, 'urn:run']);
  part?.setXml('<run xmlns="urn:run">2</run>');
  const before = partsOf(file);
  const after = partsOf(writeXlsx(book));
  expect(after.get('customXml/item1.xml')).toBe('<run xmlns="urn:run">2</run>');
  expect([...after.keys()].filter((name) => after.get(name) !== before.get(name))).toEqual([
    'customXml/item1.xml',
  ]);
});

test('a part that is taken out leaves nothing behind', () => {
  const book = readXlsx(handMade(FOREIGN));
  book.customXmlParts.pop();
  const parts = partsOf(writeXlsx(book));
  expect([...parts.keys()].filter((name) => name.startsWith('customXml/'))).toEqual([]);
  expect(parts.get('[Content_Types].xml')).not.toContain('itemProps');
  expect(parts.get('xl/_rels/workbook.xml.rels')).not.toContain('customXml');
});

test('a part without an id has one, the same each time, and keeps it once it is changed', () => {
  const file = handMade({
    relationships: [['rId9', 'customXml', '../customXml/item7.xml']],
    parts: [['customXml/item7.xml', '<run/>']],
  });
  const book = readXlsx(file);
  const [part] = book.customXmlParts;
  expect(readXlsx(file).customXmlParts[0]?.id).toBe(part?.id);
  part?.setXml('<run n="2"/>');
  const saved = writeXlsx(book);
  expect(readXlsx(saved).customXmlParts[0]).toMatchObject({ id: part?.id, xml: '<run n="2"/>' });
  expect([...partsOf(saved).keys()]).toContain('customXml/itemProps7.xml');
});

test('two parts with the same id in a file are still told apart, and stay as they are', () => {
  const second = (FOREIGN.parts ?? []).map(
    ([name, text, type]) =>
      [name.replace('1.xml', '2.xml'), text.replace('itemProps1', 'itemProps2'), type] as const,
  );
  const file = handMade({
    relationships: [
      ['rId9', 'customXml', '../customXml/item1.xml'],
      ['rId10', 'customXml', '../customXml/item2.xml'],
    ],
    parts: [...(FOREIGN.parts ?? []), ...second] as HandBook['parts'] & object,
  });
  const book = readXlsx(file);
  expect(new Set(book.customXmlParts.map(({ id }) => id)).size).toBe(2);
  expect(partsOf(writeXlsx(book))).toEqual(partsOf(file));
});

test('a part that is no XML stays in the file, and is not shown', () => {
  const file = handMade({
    relationships: [['rId9', 'customXml', '../customXml/item1.xml']],
    parts: [['customXml/item1.xml', '<run>']],
  });
  const book = readXlsx(file);
  expect(book.customXmlParts).toEqual([]);
  expect(partsOf(writeXlsx(book))).toEqual(partsOf(file));
});

test('settings are kept beside parts, and are none of them', () => {
  const book = bookOf('<run/>');
  book.settings.set('SetUp', 'said');
  const again = readXlsx(writeXlsx(book));
  expect(again.customXmlParts.map(({ xml }) => xml)).toEqual(['<run/>']);
  expect([...again.settings]).toEqual([['SetUp', 'said']]);
});

describe.each(KEPT_FEATURES)('beside $feature', ({ book: hand }) => {
  test('a part is kept, and taken out without harm to another part', () => {
    const file = handMade(hand);
    const book = readXlsx(file);
    const before = book.customXmlParts.length;
    book.customXmlParts.push(new CustomXmlPart(ID, '<run/>'));
    const again = readXlsx(writeXlsx(book));
    expect(again.customXmlParts[before]).toMatchObject({ id: ID, xml: '<run/>' });
    again.customXmlParts.pop();
    expect(partsOf(writeXlsx(again))).toEqual(partsOf(file));
  });
});

test.each([
  ['exceljs', exceljsFile],
  ['xlsx-populate', populateFile],
])('a workbook made by %s is opened by exceljs with a part in it', async (_, make) => {
  const book = readXlsx(await make());
  book.customXmlParts.push(new CustomXmlPart(ID, '<run xmlns="urn:run"/>'));
  const opened = new ExcelJS.Workbook();
  await opened.xlsx.load(Buffer.from(writeXlsx(book)) as unknown as ExcelJS.Buffer);
  expect(opened.worksheets[0]?.getCell('A1').value).toBe('Client');
});
