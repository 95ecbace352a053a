import type { Book, Sheet, Table } from '../../../desk/book/book';
import { Book as NewBook } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { handMade, MAIN, partsOf, partText } from './support/package-files';

const SHEET = 'xl/worksheets/sheet1.xml';
const TABLE = 'xl/tables/table1.xml';

const SESSIONS =
  `<table ${`xmlns="${MAIN}"`} id="4" name="Sessions" displayName="Sessions" ref="B2:D5" totalsRowCount="1" dataDxfId="3">` +
  '<autoFilter ref="B2:D4"><filterColumn colId="1"><filters><filter val="60"/></filters></filterColumn><sortState ref="B3:D4"/></autoFilter>' +
  '<tableColumns count="3"><tableColumn id="1" name="Client" totalsRowLabel="Total"/><tableColumn id="9" name="Minutes_x000a_in all" dataDxfId="7"/>' +
  '<tableColumn id="3" name="Units" totalsRowFunction="sum"><calculatedColumnFormula>Sessions[[#This Row],[Minutes_x000a_in all]]/15</calculatedColumnFormula></tableColumn></tableColumns>' +
  '<tableStyleInfo name="TableStyleLight9" showFirstColumn="1" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>';

function bookWithTable(): Book {
  const text = (name: string, value: string) => `<c r="${name}" t="inlineStr"><is><t>${value}</t></is></c>`;
  return readXlsx(
    handMade({
      sheets: [
        {
          rows:
            `<row r="2">${text('B2', 'Client')}${text('C2', 'Minutes\nin all')}${text('D2', 'Units')}</row>` +
            `<row r="3">${text('B3', 'Ada')}<c r="C3"><v>60</v></c><c r="D3"><f>Sessions[[#This Row],[Minutes_x000a_in all]]/15</f><v>4</v></c></row>` +
            `<row r="4">${text('B4', 'Ben')}<c r="C4"><v>30</v></c></row>` +
            `<row r="5">${text('B5', 'Total')}<c r="D5"><f>SUBTOTAL(109,Sessions[Units])</f><v>4</v></c></row>`,
          after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
          relationships: [['rId1', 'table', '../tables/table1.xml']],
        },
      ],
      parts: [[TABLE, SESSIONS, 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml']],
    }),
  );
}

function first(book: Book): { sheet: Sheet; table: Table } {
  const sheet = book.sheets[0];
  const table = sheet?.tables[0];
  if (!sheet || !table) throw new Error('no table in the test file');
  return { sheet, table };
}

/** Header cells and body of a new table, put into the sheet as a host would. */
function addTable(sheet: Sheet, name: string, row: number, headers: readonly string[]): Table {
  headers.forEach((header, column) => {
    sheet.setValue(row, column, header);
  });
  const table: Table = {
    name,
    sheet,
    area: { row, column: 0, rows: 3, columns: headers.length },
    hasTotals: false,
    showBandedRows: true,
    showFilterButton: true,
    style: 'TableStyleMedium2',
    columns: headers.map((header) => ({ name: header, formula: null })),
    source: null,
  };
  sheet.tables.push(table);
  return table;
}

test('a table is read with its place, totals, look and columns', () => {
  const { table } = first(bookWithTable());
  expect({ ...table, sheet: null, source: null }).toEqual({
    name: 'Sessions',
    sheet: null,
    area: { row: 1, column: 1, rows: 4, columns: 3 },
    hasTotals: true,
    showBandedRows: true,
    showFilterButton: true,
    style: 'TableStyleLight9',
    columns: [
      { name: 'Client', formula: null },
      {
        name: 'Minutes\nin all',
        formula: null,
        filter: {
          criteria: { on: 'Values', values: ['60'], blanks: false },
          source: '<filterColumn colId="1"><filters><filter val="60"/></filters></filterColumn>',
        },
      },
      { name: 'Units', formula: '=[@[Minutes\nin all]]/15' },
    ],
    source: null,
  });
});

test('a table that grew keeps its filter, columns and formats', () => {
  const book = bookWithTable();
  const { sheet, table } = first(book);
  table.area = { ...table.area, rows: 6 };
  sheet.setValue(4, 1, 'Cleo');
  expect(partText(writeXlsx(book), TABLE)).toBe(
    SESSIONS.replace('ref="B2:D5"', 'ref="B2:D7"').replace(
      '<autoFilter ref="B2:D4"><filterColumn colId="1"><filters><filter val="60"/></filters></filterColumn><sortState ref="B3:D4"/></autoFilter>',
      '<autoFilter ref="B2:D6"><filterColumn colId="1"><filters><filter val="60"/></filters></filterColumn></autoFilter>',
    ),
  );
});

test('a column added at the right gets an id of its own; the others stay', () => {
  const book = bookWithTable();
  const { sheet, table } = first(book);
  table.area = { ...table.area, columns: 4 };
  table.columns.push({ name: 'Billed', formula: null });
  sheet.setValue(1, 4, 'Billed');
  const xml = partText(writeXlsx(book), TABLE);
  expect(xml).toContain('<tableColumns count="4"><tableColumn id="1" name="Client" totalsRowLabel="Total"/>');
  expect(xml).toContain('</tableColumn><tableColumn id="10" name="Billed"/></tableColumns>');
});

test('a header typed anew renames the column, so that Excel need not repair the file', () => {
  const book = bookWithTable();
  first(book).sheet.setValue(1, 1, 'Patient');
  expect(partText(writeXlsx(book), TABLE)).toContain(
    '<tableColumn id="1" name="Patient" totalsRowLabel="Total"/>',
  );
});

test('a header that is empty, a number or there twice becomes a text of its own, in the cell as well', () => {
  const book = bookWithTable();
  const { sheet } = first(book);
  sheet.setValue(1, 1, 2024);
  sheet.setValue(1, 2, 'Units');
  sheet.clearCell(1, 3, { contents: true, formats: false });
  const saved = writeXlsx(book);
  const again = first(readXlsx(saved));
  expect(again.table.columns.map((column) => column.name)).toEqual(['2024', 'Units', 'Units2']);
  expect([1, 2, 3].map((column) => again.sheet.cell(1, column)?.value)).toEqual(['2024', 'Units', 'Units2']);
});

test('a deleted table goes with its part, and its cells stay', () => {
  const book = bookWithTable();
  const { sheet } = first(book);
  sheet.tables.splice(0, 1);
  const saved = partsOf(writeXlsx(book));
  expect([...saved.keys()].filter((name) => name.includes('table'))).toEqual([]);
  expect(saved.get('[Content_Types].xml')).not.toContain('table');
  expect(saved.get(SHEET)).not.toContain('tablePart');
  expect(saved.get(SHEET)).toContain('Ada');
});

test('a renamed table is followed by the formulas that were not touched', () => {
  const book = bookWithTable();
  first(book).table.name = 'Visits';
  const saved = writeXlsx(book);
  expect(partText(saved, SHEET)).toContain('<f>SUBTOTAL(109,Visits[Units])</f>');
  expect(partText(saved, TABLE)).toContain('name="Visits" displayName="Visits"');
  expect(partText(saved, TABLE)).toContain('<calculatedColumnFormula>Visits[[#This Row],');
});

test('a new table has a part, ids that are free, and a reference from its sheet', () => {
  const book = bookWithTable();
  const { sheet } = first(book);
  const table = addTable(sheet, 'Fees', 10, ['Code', 'Price & tax', 'Per unit']);
  const units = table.columns[2];
  if (units) units.formula = '=[@[Price & tax]]/XLOOKUP([@Code],A:A,B:B)';
  const saved = writeXlsx(book);
  expect(partText(saved, 'xl/tables/table2.xml').split('\n')[1]).toBe(
    `<table xmlns="${MAIN}" id="5" totalsRowShown="0" name="Fees" displayName="Fees" ref="A11:C13"><autoFilter ref="A11:C13"/>` +
      '<tableColumns count="3"><tableColumn id="1" name="Code"/><tableColumn id="2" name="Price &amp; tax"/>' +
      '<tableColumn id="3" name="Per unit"><calculatedColumnFormula>Fees[[#This Row],[Price &amp; tax]]/_xlfn.XLOOKUP(Fees[[#This Row],[Code]],A:A,B:B)</calculatedColumnFormula></tableColumn></tableColumns>' +
      '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showColumnStripes="0" name="TableStyleMedium2" showRowStripes="1"/></table>',
  );
  expect(partText(saved, SHEET)).toContain(
    '<tableParts count="2"><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>',
  );
  expect(partsOf(saved).get(TABLE)).toBe(SESSIONS);
  expect(readXlsx(saved).sheets[0]?.tables.map((each) => each.name)).toEqual(['Sessions', 'Fees']);
});

test('a new table with totals says in its columns what the totals cells do', () => {
  const book = new NewBook();
  const sheet = book.addSheet('Fees');
  const table = addTable(sheet, 'Fees', 0, ['Code', 'Price', 'Count']);
  table.hasTotals = true;
  sheet.setValue(2, 0, 'All');
  sheet.setFormula(2, 1, '=SUBTOTAL(101,[Price])');
  sheet.setFormula(2, 2, '=COUNTA([Code])+1');
  const xml = partText(writeXlsx(book), TABLE);
  expect(xml).toContain('totalsRowCount="1"><autoFilter ref="A1:C2"/>');
  expect(xml).toContain(
    '<tableColumn id="1" name="Code" totalsRowLabel="All"/><tableColumn id="2" name="Price" totalsRowFunction="average"/>' +
      '<tableColumn id="3" name="Count" totalsRowFunction="custom"><totalsRowFormula>COUNTA(Fees[Code])+1</totalsRowFormula></tableColumn>',
  );
  expect(partText(writeXlsx(book), SHEET)).toContain('<f>SUBTOTAL(101,Fees[Price])</f>');
});

test('a table with a header only is given one empty row, which Excel insists on', () => {
  const book = new NewBook();
  const table = addTable(book.addSheet('Calls'), 'Calls', 0, ['When', 'Who']);
  table.area = { ...table.area, rows: 1 };
  expect(partText(writeXlsx(book), TABLE)).toContain('ref="A1:B2"');
});
