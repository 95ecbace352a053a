import { closeDesks, openDesk, type Desk } from './desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(['Data']);
});
afterAll(closeDesks);

type Use = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

/** What Excel can and the Desk cannot: refused by its name, whatever way it is used. */
const UNSUPPORTED: [name: string, use: Use][] = [
  ['Range.getSpecialCells', (sheet) => sheet.getRange('A1').getSpecialCells('Blanks')],
  ['Range.getRangeEdge', (sheet) => sheet.getRange('A1').getRangeEdge('Down')],
  ['Range.dataValidation', (sheet) => sheet.getRange('A1').dataValidation.clear()],
  ['Range.conditionalFormats', (sheet) => sheet.getRange('A1').conditionalFormats.clearAll()],
  ['Range.sort', (sheet) => sheet.getRange('A1').sort.apply([{ key: 0 }])],
  ['Range.removeDuplicates', (sheet) => sheet.getRange('A1').removeDuplicates([0], true)],
  ['setting Range.formulasR1C1', (sheet) => (sheet.getRange('A1').formulasR1C1 = [['=1']])],
  ['Range.formulasR1C1', (sheet) => sheet.getRange('A1').load('formulasR1C1')],
  ['Range.numberFormatCategories', (sheet) => sheet.getRange('A1').load('numberFormatCategories')],
  [
    'setting Range.hyperlink',
    (sheet) => (sheet.getRange('A1').hyperlink = { address: 'https://example.org' }),
  ],
  ['setting RangeFormat.shrinkToFit', (sheet) => (sheet.getRange('A1').format.shrinkToFit = true)],
  ['setting RangeFont.superscript', (sheet) => (sheet.getRange('A1').format.font.superscript = true)],
  ["RangeFont.underline 'Double'", (sheet) => (sheet.getRange('A1').format.font.underline = 'Double')],
  ['setting RangeFill.pattern', (sheet) => (sheet.getRange('A1').format.fill.pattern = 'Grid')],
  [
    'RangeBorder DiagonalUp',
    (sheet) => (sheet.getRange('A1').format.borders.getItem('DiagonalUp').style = 'Dash'),
  ],
  ['charts of the type Pie', (sheet) => sheet.charts.add('Pie', sheet.getRange('A1:B2'))],
  ['charts of the type XYScatter', (sheet) => sheet.charts.add('XYScatter', sheet.getRange('A1:B2'))],
  ['Worksheet.copy', (sheet) => sheet.copy('End')],
  ['Worksheet.pivotTables', (sheet) => sheet.pivotTables.load('items')],
  ['Worksheet.shapes', (sheet) => sheet.shapes.load('items')],
  ['Worksheet.comments', (sheet) => sheet.comments.load('items')],
  ['Worksheet.autoFilter', (sheet) => sheet.autoFilter.remove()],
  ['setting PageLayout.printOrder', (sheet) => (sheet.pageLayout.printOrder = 'OverThenDown')],
  [
    'setting HeaderFooter.leftHeader',
    (sheet) => (sheet.pageLayout.headersFooters.defaultForAllPages.leftHeader = 'x'),
  ],
  ['options of WorksheetProtection.protect', (sheet) => sheet.protection.protect({ allowSort: true })],
  ['protection with a password', (sheet) => sheet.protection.protect(undefined, 'secret')],
  [
    'custom XML with a document type',
    (_sheet, { workbook }) => workbook.customXmlParts.add('<!DOCTYPE a><a/>'),
  ],
  ['Workbook.bindings', (_sheet, { workbook }) => workbook.bindings.load('items')],
  ['Workbook.comments', (_sheet, { workbook }) => workbook.comments.load('items')],
  ['Workbook.properties', (_sheet, { workbook }) => workbook.properties.load('author')],
  ['Workbook.save', (_sheet, { workbook }) => workbook.save('Save')],
  ['Functions.vLookup', (sheet, { workbook }) => workbook.functions.vlookup(1, sheet.getRange('A1'), 1)],
  ['cell values that are objects', (sheet) => (sheet.getRange('A1').values = [[{ type: 'Double' }]])],
];

describe('what the Desk does not support', () => {
  test.each(UNSUPPORTED)('%s is refused by name', async (name, use) => {
    const attempt = desk.run(async (context) => {
      use(context.workbook.worksheets.getItem('Data'), context);
      await context.sync();
    });
    await expect(attempt).rejects.toMatchObject({
      code: 'NotImplemented',
      message: expect.stringContaining(`The Desk does not support ${name}`) as string,
    });
  });
});
