import ExcelJS from 'exceljs';
import populate from 'xlsx-populate';

/** A workbook as exceljs makes it: tables, rules, comments, images, page set-up, protection. */
export async function exceljsFile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.created = book.modified = new Date(Date.UTC(2024, 0, 2));
  book.creator = 'Rosa Sample';
  const sheet = book.addWorksheet('Sessions', {
    views: [{ state: 'frozen', ySplit: 1 }],
    properties: { tabColor: { argb: 'FF1F77B4' }, outlineLevelRow: 1 },
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printArea: 'A1:H40',
    },
    headerFooter: { oddFooter: '&CPage &P of &N' },
  });
  sheet.addTable({
    name: 'Sessions',
    ref: 'A1',
    headerRow: true,
    totalsRow: true,
    style: { theme: 'TableStyleMedium4', showRowStripes: true },
    columns: [
      { name: 'Client', totalsRowLabel: 'Total', filterButton: true },
      { name: 'Date' },
      { name: 'Minutes', totalsRowFunction: 'sum' },
    ],
    rows: [
      ['Ada Sample', new Date(Date.UTC(2024, 2, 5)), 60],
      ['Ben Sample', new Date(Date.UTC(2024, 2, 6)), 90],
    ],
  });
  sheet.getCell('E2').value = { formula: 'C2/15', result: 4 };
  for (const row of [3, 4]) sheet.getCell(`E${String(row)}`).value = { sharedFormula: 'E2', result: row };
  sheet.getCell('F2').value = { richText: [{ text: 'no ' }, { text: 'show', font: { bold: true } }] };
  sheet.getCell('F3').value = { text: 'portal', hyperlink: 'https://example.invalid/' };
  sheet.getCell('F4').value = { error: '#N/A' };
  sheet.getCell('G2').note = 'call first';
  sheet.getCell('G3').dataValidation = { type: 'list', allowBlank: true, formulae: ['"kept,no-show"'] };
  sheet.getCell('G4').numFmt = '"$"#,##0.00';
  sheet.getCell('G4').fill = { type: 'pattern', pattern: 'solid', fgColor: { theme: 4 } };
  sheet.addConditionalFormatting({
    ref: 'C2:C9',
    rules: [
      {
        type: 'cellIs',
        operator: 'greaterThan',
        formulae: [60],
        priority: 1,
        style: { font: { bold: true } },
      },
    ],
  });
  const pixel =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  sheet.addImage(book.addImage({ base64: pixel, extension: 'png' }), 'H2:H3');
  sheet.mergeCells('H10:I11');
  sheet.getRow(6).outlineLevel = 1;
  sheet.getRow(7).hidden = true;
  sheet.getColumn('D').width = 22;
  book.definedNames.add('Sessions!$C$2:$C$3', 'Minutes');
  const other = book.addWorksheet('Notes', { state: 'hidden' });
  other.getCell('A1').value = true;
  await other.protect('secret', {});
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A workbook as xlsx-populate makes it, from a template of Excel's own with a theme. */
export async function populateFile(): Promise<Uint8Array> {
  const book = await populate.fromBlankAsync();
  const sheet = book.sheet(0);
  sheet.cell('A1').value('Client');
  sheet.cell('B1').value(45356.5);
  sheet.cell('B1').style('numberFormat', 'm/d/yyyy');
  sheet.cell('A2').formula('B1*2');
  sheet.cell('A3').value(new populate.RichText().add('no ').add('show', { bold: true, fontColor: 'FF0000' }));
  sheet.cell('A4').style('fill', {
    type: 'gradient',
    angle: 10,
    stops: [
      { position: 0, color: '5b9bd5' },
      { position: 1, color: 'ffffff' },
    ],
  });
  sheet.cell('A5').dataValidation({ type: 'list', allowBlank: true, formula1: '"a,b"' });
  sheet.cell('A6').hyperlink('https://example.invalid/');
  sheet.range('C1:D2').merged(true);
  sheet.range('A1:B9').autoFilter();
  sheet.row(4).height(40);
  sheet.row(5).hidden(true);
  sheet.column('C').width(30);
  sheet.column('F').hidden(true);
  sheet.freezePanes(1, 1);
  sheet.printGridLines(true);
  sheet.pageMargins('top', 1.5);
  book.addSheet('Other').cell('B2').value('text');
  book.definedName('Rate', "='Sheet1'!$B$1");
  return book.outputAsync('uint8array');
}
