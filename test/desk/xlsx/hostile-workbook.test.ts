import { zipSync } from 'fflate';
import { BadWorkbook } from '../../../desk/xlsx/bad-workbook';
import { MOST } from '../../../desk/xlsx/limits';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { handMade } from './support/package-files';

function refusal(file: Uint8Array): string {
  try {
    readXlsx(file);
  } catch (problem) {
    if (problem instanceof BadWorkbook) return problem.message;
    throw problem;
  }
  return 'read';
}

const rows = (text: string) => handMade({ sheets: [{ name: 'Sessions', rows: text }] });
const many = (count: number, text: string) => text.repeat(count);

describe('a workbook that no Excel has made is refused with one sentence', () => {
  test.each<[string, Uint8Array, string]>([
    [
      'a row beyond the last',
      rows('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'),
      'The workbook is damaged: it has a row “99999999”, and a sheet ends with row 1048576.',
    ],
    [
      'a row below the first',
      rows('<row r="-5"><c r="A-5"><v>1</v></c></row>'),
      'The workbook is damaged: it has a row “-5”, and a sheet ends with row 1048576.',
    ],
    [
      'a row whose number is none',
      rows('<row r="NaN"/>'),
      'The workbook is damaged: it has a row “NaN”, and a sheet ends with row 1048576.',
    ],
    [
      'a cell beyond the last column',
      rows('<row r="1"><c r="ZZZ1"><v>1</v></c></row>'),
      'The workbook is damaged: it has a cell “ZZZ1”, and a sheet ends with cell XFD1048576.',
    ],
    [
      'a cell after the last one, without an address',
      rows('<row r="1"><c r="XFD1"/><c/></row>'),
      'The workbook is damaged: it has a cell “XFE1”, and a sheet ends with cell XFD1048576.',
    ],
    [
      'two sheets of one name',
      handMade({ sheets: [{ name: 'Same' }, { name: 'Same' }] }),
      'The workbook is damaged: it has two sheets named “Same”, which Excel cannot tell apart.',
    ],
    [
      'two sheets whose names differ in case only',
      handMade({ sheets: [{ name: 'May' }, { name: 'MAY' }] }),
      'The workbook is damaged: it has the sheets “May” and “MAY”, which Excel cannot tell apart.',
    ],
    [
      'columns whose widths are said over and over',
      handMade({ sheets: [{ before: `<cols>${many(50, '<col min="1" max="16384" width="9"/>')}</cols>` }] }),
      'The workbook is damaged: it says twice how wide a column is.',
    ],
    [
      'a part that is named over and over',
      handMade({
        sheets: [
          {
            relationships: Array.from({ length: 900 }, (_, at): [string, string, string] => [
              `t${String(at)}`,
              'table',
              '../tables/t.xml',
            ]),
          },
        ],
        parts: [['xl/tables/t.xml', `<table ref="A1:A2">${' '.repeat(400_000)}</table>`]],
      }),
      'The workbook is damaged: it names the same parts over and over.',
    ],
  ])('%s', (_, file, sentence) => {
    expect(refusal(file)).toBe(sentence);
  });
});

describe('a workbook that is too much is refused with the limit', () => {
  test.each<[string, () => Uint8Array, string]>([
    [
      'an array formula over the whole sheet',
      () => rows('<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">B1:XFD1048576+1</f></c></row>'),
      'The array formula in Sessions!A1 fills too many cells: the Desk opens workbooks with at most 1,000,000 in arrays.',
    ],
    [
      'twenty thousand sheets',
      () => handMade({ moreSheets: many(20_000, '<sheet name="S" sheetId="1" r:id="rId1"/>') }),
      'The workbook has more than 1,000 sheets, which is more than the Desk opens.',
    ],
    [
      'a thousand times what it weighs',
      () => zipSync({ 'xl/workbook.xml': new Uint8Array(MOST.unpackedBytes + 1) }, { level: 1 }),
      'The workbook holds more than 128 MB, which is more than the Desk opens.',
    ],
    [
      'eleven thousand parts',
      () =>
        zipSync(
          Object.fromEntries(
            Array.from({ length: 11_000 }, (_, at) => [`xl/${String(at)}.xml`, new Uint8Array(1)]),
          ),
        ),
      'The workbook has more than 10,000 parts, which is more than the Desk opens.',
    ],
    [
      'millions of empty cells',
      () => rows(many(100_000, `<row>${many(15, '<c/>')}</row>`)),
      'The workbook has more than 1,500,000 rows and cells, which is more than the Desk opens.',
    ],
    [
      'a row that comes a million times',
      () => rows(many(MOST.cells + 1, '<row r="1"/>')),
      'The workbook has more than 1,500,000 rows and cells, which is more than the Desk opens.',
    ],
    [
      'merged cells without end',
      () => handMade({ sheets: [{ after: `<mergeCells>${many(MOST.elements, '<m/>')}</mergeCells>` }] }),
      'The workbook has more than 400,000 elements in one part, which is more than the Desk opens.',
    ],
    [
      'a formula of 40,000 characters',
      () => rows(`<row r="1"><c r="A1"><f>1${many(20_000, '+1')}</f></c></row>`),
      'The formula in Sessions!A1 has 40,001 characters; Excel takes at most 8,192.',
    ],
    [
      'a long formula that thousands of cells share',
      () =>
        rows(
          `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9">1${many(15_000, '+1')}</f></c>` +
            `${many(5000, '<c><f t="shared" si="0"/></c>')}</row>`,
        ),
      'The workbook has more than 50,000,000 characters in formulas, which is more than the Desk opens.',
    ],
  ])('%s', (_, file, sentence) => {
    expect(refusal(file())).toBe(sentence);
  });
});

test('a value in the last cell of a sheet is read where it stands', () => {
  const book = readXlsx(rows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'));
  expect(book.sheet('Sessions')?.cell(1048575, 16383)?.value).toBe(1);
});

test('an element nested a hundred thousand deep does no harm', () => {
  const deep = handMade({ sheets: [{ after: many(100_000, '<x>') + many(100_000, '</x>') }] });
  expect(refusal(deep)).toBe('read');
});

describe('names that every object of the program has', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const strings = names.map((name) => `<si><t>${name}</t></si>`).join('');
  const table = `<table xmlns="x" id="1" name="constructor" displayName="constructor" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="__proto__"/><tableColumn id="2" name="constructor"/></tableColumns></table>`;
  const file = handMade({
    sheets: names.map((name) => ({
      name,
      state: name,
      before:
        '<sheetViews><sheetView workbookViewId="0"><pane state="constructor"/></sheetView></sheetViews>',
      rows:
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' +
        '<row r="2" __proto__="1" constructor="2"><c r="A2" t="constructor" __proto__="x"><v>7</v></c><c r="B2" s="__proto__"><v>8</v></c></row>',
      after: '<pageSetup orientation="__proto__" paperSize="constructor"/>',
      ...(name === 'constructor' && {
        after: `<tableParts count="1"><tablePart r:id="t"/></tableParts>`,
        relationships: [['t', 'table', '../tables/t.xml'] as const],
      }),
    })),
    relationships: [['strings', 'sharedStrings', 'sharedStrings.xml']],
    parts: [
      ['xl/sharedStrings.xml', `<sst xmlns="x">${strings}</sst>`],
      ['xl/tables/t.xml', table],
      ['constructor', 'x'],
    ],
    workbookAfter: `<definedNames>${names.map((name) => `<definedName name="${name}">toString!$A$1</definedName>`).join('')}</definedNames>`,
  });

  it('are sheets, texts, tables and names like any other, and stay so when saved', () => {
    const book = readXlsx(writeXlsx(readXlsx(file)));
    expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual(
      names.map((name) => [name, 'Visible']),
    );
    expect(book.names.map(({ name }) => name)).toEqual(names);
    expect(book.sheet('constructor')?.tables[0]?.columns.map(({ name }) => name)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(book.sheet('toString')?.cell(0, 0)?.value).toBe('__proto__');
    expect(book.sheet('toString')?.cell(1, 0)?.value).toBe(7);
  });

  it('leave the program as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    writeXlsx(readXlsx(file));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['v']).toBeUndefined();
  });
});
