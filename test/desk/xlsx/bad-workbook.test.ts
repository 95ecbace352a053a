import { BadWorkbook } from '../../../desk/xlsx/bad-workbook';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { handMade, MAIN, zipOf } from './support/package-files';

const bytes = (text: string) => new TextEncoder().encode(text);
const oldContainer = (text: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from(text, 'utf16le')]);
const good = handMade({});
const withPassword = new Uint8Array(good);
withPassword[6] = 1;
const RELS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(), 'The file is empty.'],
  [
    'a text file',
    bytes('Date,Client\n'),
    'This is not an Excel workbook (.xlsx): the file is something else.',
  ],
  [
    'an HTML page called .xlsx',
    bytes('<html>'),
    'This is not an Excel workbook (.xlsx): the file is something else.',
  ],
  [
    'an old .xls',
    oldContainer('Workbook'),
    'This is an old Excel file (.xls); open it in Excel and save it as .xlsx.',
  ],
  [
    'a workbook with a password',
    oldContainer('EncryptedPackage'),
    'The workbook is protected with a password; open it in Excel and save it without one.',
  ],
  ['a zip with a password', withPassword, 'The file is locked with a zip password; unpack it first.'],
  [
    'a cut file',
    good.slice(0, good.length - 60),
    'The workbook file is damaged or cut short; it could not be unpacked.',
  ],
  [
    'a beginning only',
    good.slice(0, 40),
    'The workbook file is damaged or cut short; it could not be unpacked.',
  ],
  ['a zip of photographs', zipOf({ 'a.png': 'x' }), 'There is no Excel workbook in this file.'],
  [
    'a text document',
    zipOf({ 'word/document.xml': '<d/>' }),
    'This is a Word or PowerPoint file, not an Excel workbook.',
  ],
  [
    'an OpenDocument file',
    zipOf({ mimetype: 'x', 'content.xml': '<c/>' }),
    'This is an OpenDocument file (.ods); save it as .xlsx first.',
  ],
  [
    'a binary workbook',
    zipOf({
      'xl/workbook.bin': 'x',
      '_rels/.rels': `<Relationships ${RELS}><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>`,
    }),
    'This is a binary Excel workbook (.xlsb); open it in Excel and save it as .xlsx.',
  ],
  [
    'broken XML',
    zipOf({ 'xl/workbook.xml': `<workbook xmlns="${MAIN}"><sheets>` }),
    'The workbook is damaged: its contents could not be read.',
  ],
  [
    'a sheet without its part',
    zipOf({
      'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="x"><sheets><sheet name="May" sheetId="1" r:id="a"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships ${RELS}><Relationship Id="a" Type="x/worksheet" Target="s.xml"/></Relationships>`,
    }),
    'The workbook is damaged: its sheet “May” is missing.',
  ],
  [
    'no sheets',
    zipOf({ 'xl/workbook.xml': `<workbook xmlns="${MAIN}"/>` }),
    'The workbook has no worksheets.',
  ],
])('%s is refused with one sentence', (_, file, sentence) => {
  let thrown: unknown = null;
  try {
    readXlsx(file);
  } catch (problem) {
    thrown = problem;
  }
  expect(thrown).toBeInstanceOf(BadWorkbook);
  expect((thrown as BadWorkbook).message).toBe(sentence);
});
