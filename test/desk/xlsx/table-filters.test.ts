import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { closeDesks, openDeskOver, refusal, type Desk } from '../host/desk';
import { handMade, MAIN, partsOf, partText } from './support/package-files';

afterEach(closeDesks);

const TABLE = 'xl/tables/table1.xml';
const text = (address: string, value: string) => `<c r="${address}" t="str"><v>${value}</v></c>`;

/** A table as Excel saves it: Status and Owed, one row out of sight by what `filterColumn` says. */
function fileWith(filterColumn: string): Uint8Array {
  const xml =
    `<table xmlns="${MAIN}" id="1" name="Claims" displayName="Claims" ref="A1:B4" totalsRowCount="1">` +
    `<autoFilter ref="A1:B3" xr:uid="{1}" xmlns:xr="urn:xr">${filterColumn}</autoFilter>` +
    '<tableColumns count="2"><tableColumn id="1" name="Status" totalsRowLabel="Total"/><tableColumn id="2" name="Owed"/></tableColumns>' +
    '<tableStyleInfo name="TableStyleLight9" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>';
  return handMade({
    sheets: [
      {
        rows:
          `<row r="1">${text('A1', 'Status')}${text('B1', 'Owed')}</row>` +
          `<row r="2">${text('A2', 'open')}<c r="B2"><v>60</v></c></row>` +
          `<row r="3" hidden="1">${text('A3', 'paid')}<c r="B3"><v>0</v></c></row>` +
          `<row r="4">${text('A4', 'Total')}</row>`,
        after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
        relationships: [['rId1', 'table', '../tables/table1.xml']],
      },
    ],
    parts: [[TABLE, xml, 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml']],
  });
}

const KINDS: [name: string, inside: string][] = [
  ['top ten', '<top10 val="1" filterVal="60"/>'],
  ['a colour', '<colorFilter dxfId="0"/>'],
  ['a period', '<dynamicFilter type="thisMonth" val="46296" maxVal="46327"/>'],
  ['days', '<filters><dateGroupItem year="2026" dateTimeGrouping="year"/></filters>'],
];

describe.each(KINDS)('a filter of Excel by %s', (_, inside) => {
  const file = fileWith(`<filterColumn colId="1">${inside}</filterColumn>`);

  async function onTable(desk: Desk, work: (table: Excel.Table) => unknown): Promise<void> {
    await desk.run(async (context) => {
      work(context.workbook.tables.getItem('Claims'));
      await context.sync();
    });
  }

  test('comes back as it was, also when the table has changed', () => {
    expect(partsOf(writeXlsx(readXlsx(file)))).toEqual(partsOf(file));
    const book = readXlsx(file);
    const [table] = book.sheets[0]?.tables ?? [];
    if (table) table.style = 'TableStyleMedium2';
    expect(partText(writeXlsx(book), TABLE)).toContain(
      `<autoFilter ref="A1:B3" xr:uid="{1}" xmlns:xr="urn:xr"><filterColumn colId="1">${inside}</filterColumn></autoFilter>`,
    );
  });

  test('is known as a filter, and cleared; it is not applied again and not described', async () => {
    const desk = await openDeskOver(readXlsx(file));
    await onTable(desk, (table) => table.autoFilter.load('isDataFiltered'));
    expect(await refusal(onTable(desk, (table) => table.reapplyFilters()))).toBe('NotImplemented');
    const beside = onTable(desk, (table) => table.columns.getItemAt(0).filter.applyValuesFilter(['paid']));
    expect(await refusal(beside)).toBe('NotImplemented');
    expect(desk.book.sheets[0]?.tables[0]?.columns[0]?.filter).toBeUndefined();
    expect(await refusal(onTable(desk, (table) => table.autoFilter.load('criteria')))).toBe('NotImplemented');
    expect(await refusal(onTable(desk, (table) => table.rows.getItemAt(0).delete()))).toBe(
      'FilteredRangeConflict',
    );
    expect(desk.book.sheets[0]?.rowFormats.get(2)?.hidden).toBe(true);
    await onTable(desk, (table) => table.clearFilters());
    const saved = writeXlsx(desk.book);
    expect(partText(saved, TABLE)).not.toContain('filterColumn');
    expect(partText(saved, 'xl/worksheets/sheet1.xml')).not.toContain('hidden="1"');
  });
});

test('a button that is hidden is no filter, and stays hidden', async () => {
  const file = fileWith('<filterColumn colId="0" hiddenButton="1"/>');
  const desk = await openDeskOver(readXlsx(file));
  await desk.run(async (context) => {
    const table = context.workbook.tables.getItem('Claims');
    table.autoFilter.load('isDataFiltered,criteria');
    table.style = 'TableStyleMedium2';
    await context.sync();
    expect(table.autoFilter.toJSON()).toMatchObject({ isDataFiltered: false, criteria: [null, null] });
  });
  expect(partText(writeXlsx(desk.book), TABLE)).toContain('<filterColumn colId="0" hiddenButton="1"/>');
});

test('a filter is written by the place that its column has now', () => {
  const book = readXlsx(
    fileWith('<filterColumn colId="1"><filters><filter val="60"/></filters></filterColumn>'),
  );
  const [table] = book.sheets[0]?.tables ?? [];
  table?.columns.reverse();
  expect(partText(writeXlsx(book), TABLE)).toContain(
    '<filterColumn colId="0"><filters><filter val="60"/></filters></filterColumn>',
  );
});
