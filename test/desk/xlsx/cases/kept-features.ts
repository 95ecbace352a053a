import { PLAIN_ROWS, type HandBook } from '../support/package-files';

/** A feature of Excel that the Desk does not model, in a file that has it, with a piece of XML to know it by. */
export interface KeptFeature {
  feature: string;
  book: HandBook;
  /** Part and text that prove that the file has the feature, before and after. */
  proof: readonly [part: string, text: string];
}

const SHEET = 'xl/worksheets/sheet1.xml';
const PACKAGE = 'application/vnd.openxmlformats-officedocument.';
const SPREADSHEET = `${PACKAGE}spreadsheetml.`;
const DRAWING_NS =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relationships(...links: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const items = links.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONSHIPS}">${items.join('')}</Relationships>`;
}

/** A feature that is a section of the sheet. */
function section(feature: string, after: string, before = ''): KeptFeature {
  const text = before + after;
  return {
    feature,
    book: { sheets: [{ before, after }] },
    proof: [SHEET, text],
  };
}

/** A feature that is a part of its own, linked from the first sheet. */
function sheetPart(
  feature: string,
  link: readonly [kind: string, part: string, text: string, type?: string],
  after: string,
  more: HandBook['parts'] = [],
): KeptFeature {
  const [kind, part, text, type] = link;
  return {
    feature,
    book: {
      sheets: [{ after, relationships: [['rId1', kind, `../${part.slice('xl/'.length)}`]] }],
      parts: [type === undefined ? [part, text] : [part, text, type], ...more],
    },
    proof: [part, text],
  };
}

/** A feature that is a part of its own, linked from the workbook. */
function bookPart(
  feature: string,
  link: readonly [kind: string, part: string, text: string, type?: string],
  workbook: Partial<HandBook> = {},
): KeptFeature {
  const [kind, part, text, type] = link;
  return {
    feature,
    book: {
      ...workbook,
      relationships: [['rIdPart', kind, part.startsWith('xl/') ? part.slice('xl/'.length) : `../${part}`]],
      parts: [type === undefined ? [part, text] : [part, text, type], ...(workbook.parts ?? [])],
    },
    proof: [part, text],
  };
}

function rows(feature: string, text: string, more: HandBook = {}): KeptFeature {
  return { feature, book: { ...more, sheets: [{ rows: text }] }, proof: [SHEET, text] };
}

export const KEPT_FEATURES: readonly KeptFeature[] = [
  section(
    'conditional formatting',
    '<conditionalFormatting sqref="B2:B9"><cfRule type="cellIs" dxfId="0" priority="1" operator="greaterThan"><formula>60</formula></cfRule></conditionalFormatting>' +
      '<conditionalFormatting sqref="A2:A9"><cfRule type="colorScale" priority="2"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFF8696B"/><color rgb="FF63BE7B"/></colorScale></cfRule></conditionalFormatting>',
  ),
  section(
    'data validation',
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" errorTitle="Kept?" sqref="C2:C99"><formula1>"kept,no-show,cancelled"</formula1></dataValidation></dataValidations>',
  ),
  {
    feature: 'hyperlinks',
    book: {
      sheets: [
        {
          after:
            '<hyperlinks><hyperlink ref="A2" r:id="rId7" tooltip="Portal"/><hyperlink ref="B2" location="Sheet1!A1" display="up"/></hyperlinks>',
          relationships: [['rId7', 'hyperlink', 'https://example.invalid/portal?a=1&amp;b=2']],
        },
      ],
    },
    proof: ['xl/worksheets/_rels/sheet1.xml.rels', 'https://example.invalid/portal?a=1&amp;b=2'],
  },
  {
    feature: 'comments with their drawing',
    book: {
      sheets: [
        {
          after: '<legacyDrawing r:id="rId1"/>',
          relationships: [
            ['rId1', 'vmlDrawing', '../drawings/vmlDrawing1.vml'],
            ['rId2', 'comments', '../comments1.xml'],
          ],
        },
      ],
      parts: [
        [
          'xl/drawings/vmlDrawing1.vml',
          '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1025"/></xml>',
        ],
        [
          'xl/comments1.xml',
          `<comments ${MAIN}><authors><author>Rosa</author></authors><commentList><comment ref="A2" authorId="0"><text><r><t>call first</t></r></text></comment></commentList></comments>`,
          `${SPREADSHEET}comments+xml`,
        ],
      ],
    },
    proof: ['xl/comments1.xml', 'call first'],
  },
  sheetPart(
    'threaded comments',
    [
      'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
      'xl/threadedComments/threadedComment1.xml',
      '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" id="{1}" personId="{2}"><text>ask the payer</text></threadedComment></ThreadedComments>',
      'application/vnd.ms-excel.threadedcomments+xml',
    ],
    '',
  ),
  bookPart('people who comment', [
    'http://schemas.microsoft.com/office/2017/10/relationships/person',
    'xl/persons/person.xml',
    '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Rosa Sample" id="{2}"/></personList>',
    'application/vnd.ms-excel.person+xml',
  ]),
  sheetPart(
    'a chart in a drawing',
    [
      'drawing',
      'xl/drawings/drawing1.xml',
      `<xdr:wsDr ${DRAWING_NS}><xdr:twoCellAnchor><xdr:graphicFrame macro=""/></xdr:twoCellAnchor></xdr:wsDr>`,
      `${PACKAGE}drawing+xml`,
    ],
    '<drawing r:id="rId1"/>',
    [
      ['xl/drawings/_rels/drawing1.xml.rels', relationships(['rId1', 'chart', '../charts/chart1.xml'])],
      [
        'xl/charts/chart1.xml',
        '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:ser><c:val><c:numRef><c:f>Sheet1!$B$2:$B$9</c:f></c:numRef></c:val></c:ser></c:plotArea></c:chart></c:chartSpace>',
        `${PACKAGE}drawingml.chart+xml`,
      ],
    ],
  ),
  sheetPart(
    'an image',
    [
      'drawing',
      'xl/drawings/drawing1.xml',
      `<xdr:wsDr ${DRAWING_NS}><xdr:pic/></xdr:wsDr>`,
      `${PACKAGE}drawing+xml`,
    ],
    '<drawing r:id="rId1"/>',
    [
      ['xl/drawings/_rels/drawing1.xml.rels', relationships(['rId1', 'image', '../media/image1.png'])],
      ['xl/media/image1.png', '\u0089PNG not really'],
    ],
  ),
  section(
    'a background picture and form controls behind a compatibility block',
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><controls><control shapeId="1025" name="Box 1"/></controls></mc:Choice></mc:AlternateContent>',
  ),
  {
    feature: 'a table with a calculated column and totals',
    book: {
      sheets: [
        {
          rows:
            PLAIN_ROWS +
            '<row r="3"><c r="A3" t="str"><v>Total</v></c><c r="B3"><f>SUBTOTAL(109,T[Minutes])</f><v>60</v></c></row>',
          after: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
          relationships: [['rId1', 'table', '../tables/table1.xml']],
        },
      ],
      parts: [
        [
          'xl/tables/table1.xml',
          `<table ${MAIN} id="4" name="T" displayName="T" ref="A1:B3" totalsRowCount="1" headerRowDxfId="0"><autoFilter ref="A1:B2"><filterColumn colId="0"><filters><filter val="Ada Sample"/></filters></filterColumn></autoFilter><tableColumns count="2"><tableColumn id="1" name="Client" totalsRowLabel="Total"/><tableColumn id="7" name="Minutes" totalsRowFunction="sum"><calculatedColumnFormula>15*4</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleLight9" showFirstColumn="1" showRowStripes="1"/></table>`,
          `${SPREADSHEET}table+xml`,
        ],
      ],
    },
    proof: ['xl/tables/table1.xml', 'totalsRowFunction="sum"'],
  },
  {
    feature: 'a pivot table with its cache',
    book: {
      sheets: [{ relationships: [['rId1', 'pivotTable', '../pivotTables/pivotTable1.xml']] }],
      relationships: [['rId50', 'pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml']],
      workbookAfter: '<pivotCaches><pivotCache cacheId="3" r:id="rId50"/></pivotCaches>',
      parts: [
        [
          'xl/pivotTables/pivotTable1.xml',
          `<pivotTableDefinition ${MAIN} name="P" cacheId="3"/>`,
          `${SPREADSHEET}pivotTable+xml`,
        ],
        [
          'xl/pivotCache/pivotCacheDefinition1.xml',
          `<pivotCacheDefinition ${MAIN}><cacheSource type="worksheet"><worksheetSource ref="A1:B2" sheet="Sheet1"/></cacheSource></pivotCacheDefinition>`,
          `${SPREADSHEET}pivotCacheDefinition+xml`,
        ],
      ],
    },
    proof: ['xl/workbook.xml', '<pivotCache cacheId="3" r:id="rId50"/>'],
  },
  section(
    'sparklines',
    '<extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>Sheet1!B2:B9</xm:f><xm:sqref>D1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>',
  ),
  section(
    'protected ranges and sheet protection',
    '<sheetProtection algorithmName="SHA-512" hashValue="aGFzaA==" saltValue="c2FsdA==" spinCount="100000" sheet="1" objects="1" scenarios="1"/><protectedRanges><protectedRange sqref="A2:A9" name="Range1"/></protectedRanges>',
  ),
  section(
    'scenarios',
    '<scenarios current="0"><scenario name="Busy month" locked="1" count="1"><inputCells r="B2" val="90"/></scenario></scenarios>',
  ),
  section(
    'an autofilter with its sort',
    '<autoFilter ref="A1:B9"><filterColumn colId="1"><customFilters><customFilter operator="greaterThan" val="30"/></customFilters></filterColumn></autoFilter><sortState ref="A2:B9"><sortCondition ref="B2:B9" descending="1"/></sortState>',
  ),
  section(
    'custom views',
    '<customSheetViews><customSheetView guid="{0D1B}" scale="80"><selection activeCell="A1"/></customSheetView></customSheetViews>',
  ),
  section('merged cells', '<mergeCells count="1"><mergeCell ref="D1:F1"/></mergeCells>'),
  section('phonetic settings', '<phoneticPr fontId="1" type="noConversion"/>'),
  section(
    'page set-up, margins, header and footer, page breaks',
    '<printOptions horizontalCentered="1" headings="1"/><pageMargins left="0.3" right="0.3" top="0.75" bottom="0.75" header="0.1" footer="0.2"/><pageSetup paperSize="5" scale="85" orientation="landscape" horizontalDpi="300"/><headerFooter differentOddEven="1"><oddHeader>&amp;C&amp;"Arial,Bold"Sessions</oddHeader><oddFooter>&amp;LPage &amp;P of &amp;N</oddFooter><evenFooter>&amp;R&amp;D</evenFooter></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="20" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="4" max="1048575" man="1"/></colBreaks>',
  ),
  sheetPart(
    'printer settings',
    ['printerSettings', 'xl/printerSettings/printerSettings1.bin', '\u0001\u0002binary\u00ff'],
    '<pageSetup orientation="portrait" r:id="rId1"/>',
  ),
  section(
    'ignored errors',
    '<ignoredErrors><ignoredError sqref="A2:A9" numberStoredAsText="1"/></ignoredErrors>',
  ),
  section(
    'frozen panes and the view',
    '',
    '<sheetViews><sheetView showGridLines="0" zoomScale="90" workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B2" sqref="B2"/></sheetView></sheetViews>',
  ),
  section(
    'column widths, hidden and grouped columns',
    '',
    '<sheetFormatPr defaultRowHeight="15" outlineLevelCol="1" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="22.7109375" customWidth="1"/><col min="3" max="4" width="0" hidden="1" customWidth="1"/><col min="5" max="16384" width="9.140625" outlineLevel="1" collapsed="1"/></cols>',
  ),
  section(
    'tab colour, outline and code name',
    '',
    '<sheetPr codeName="Sheet1" filterMode="1"><tabColor theme="5" tint="-0.25"/><outlinePr summaryBelow="0"/><pageSetUpPr autoPageBreaks="0"/></sheetPr>',
  ),
  rows(
    'hidden, grouped and high rows',
    '<row r="1" ht="30.75" customHeight="1" x14ac:dyDescent="0.25"><c r="A1"><v>1</v></c></row><row r="2" hidden="1" outlineLevel="2"/><row r="3" s="0" customFormat="1" thickBot="1" collapsed="1"><c r="A3"><v>2</v></c></row>',
  ),
  rows(
    'shared formulas',
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="B2"><f t="shared" si="0"/><v>0</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>',
  ),
  rows(
    'array formulas of the old kind, a data table and values of formulas',
    '<row r="1"><c r="A1"><f t="array" ref="A1:A2">ROW(1:2)</f><v>1</v></c><c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="b"><f ca="1">NOW()&gt;0</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="dataTable" ref="B2:B3" dt2D="0" dtr="0" r1="A1"/><v>3</v></c></row>',
  ),
  bookPart(
    'dynamic arrays',
    [
      'sheetMetadata',
      'xl/metadata.xml',
      `<metadata ${MAIN}><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" cellMeta="1"/></metadataTypes><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
      `${SPREADSHEET}sheetMetadata+xml`,
    ],
    {
      sheets: [
        {
          rows: '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xlfn.SEQUENCE(2)</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
        },
      ],
    },
  ),
  rows(
    'rich text in the cell, with phonetic reading',
    '<row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">Ada </t></r><r><t>Sample</t></r><rPh sb="0" eb="1"><t>ada</t></rPh></is></c></row>',
  ),
  bookPart(
    'rich text in the shared strings',
    [
      'sharedStrings',
      'xl/sharedStrings.xml',
      `<sst ${MAIN} count="2" uniqueCount="2"><si><r><rPr><i/></rPr><t xml:space="preserve">no </t></r><r><t>show</t></r></si><si><t>kept</t></si></sst>`,
      `${SPREADSHEET}sharedStrings+xml`,
    ],
    { sheets: [{ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>' }] },
  ),
  {
    feature: 'styles: number formats, gradient fills, named styles, conditional styles, table styles',
    book: {
      styles: `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-409]ddd\\ d\\-mmm;@"/></numFmts><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><gradientFill degree="90"><stop position="0"><color theme="0"/></stop><stop position="1"><color theme="4"/></stop></gradientFill></fill></fills><borders count="1"><border diagonalUp="1"><left/><right/><top/><bottom/><diagonal style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="164" fillId="2" applyFill="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><b/></font></dxf></dxfs><tableStyles count="1"><tableStyle name="Mine" count="0"/></tableStyles></styleSheet>`,
      sheets: [{ rows: '<row r="1"><c r="A1" s="1"><v>45000</v></c></row>' }],
    },
    proof: ['xl/styles.xml', '<gradientFill degree="90">'],
  },
  bookPart('a theme', [
    'theme',
    'xl/theme/theme1.xml',
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Mine"><a:themeElements><a:clrScheme name="Mine"><a:dk1><a:sysClr val="windowText" lastClr="111111"/></a:dk1></a:clrScheme></a:themeElements></a:theme>',
    `${PACKAGE}theme+xml`,
  ]),
  {
    feature: 'defined names, print area and titles',
    book: {
      sheets: [{ name: 'My sheet' }],
      workbookAfter:
        '<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'My sheet\'!$A$1:$B$9</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">\'My sheet\'!$A$1:$F$40</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">\'My sheet\'!$A:$A,\'My sheet\'!$1:$2</definedName><definedName name="Rate" comment="per unit">27.5</definedName></definedNames>',
    },
    proof: ['xl/workbook.xml', '<definedName name="Rate" comment="per unit">27.5</definedName>'],
  },
  {
    feature: 'workbook protection, windows, calculation settings and the 1904 dates',
    book: {
      workbookBefore:
        '<fileVersion appName="xl" lastEdited="7"/><workbookPr date1904="1" codeName="ThisWorkbook"/><workbookProtection workbookPassword="CC1A" lockStructure="1"/><bookViews><workbookView xWindow="240" tabRatio="700" activeTab="0"/></bookViews>',
      workbookAfter:
        '<calcPr calcId="191029" iterate="1"/><extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}"/></extLst>',
    },
    proof: ['xl/workbook.xml', 'lockStructure="1"'],
  },
  {
    feature: 'hidden and very hidden sheets',
    book: { sheets: [{}, { state: 'hidden' }, { state: 'veryHidden' }] },
    proof: ['xl/workbook.xml', 'state="veryHidden"'],
  },
  bookPart('custom XML', ['customXml', 'customXml/item1.xml', '<root xmlns="urn:mine">1</root>']),
  bookPart(
    'links to other workbooks',
    [
      'externalLink',
      'xl/externalLinks/externalLink1.xml',
      `<externalLink ${MAIN}><externalBook><sheetNames><sheetName val="Fees"/></sheetNames></externalBook></externalLink>`,
      `${SPREADSHEET}externalLink+xml`,
    ],
    {
      workbookAfter: '<externalReferences><externalReference r:id="rIdPart"/></externalReferences>',
      sheets: [{ rows: '<row r="1"><c r="A1"><f>[1]Fees!$B$2</f><v>95</v></c></row>' }],
    },
  ),
  bookPart(
    'macros',
    [
      'http://schemas.microsoft.com/office/2006/relationships/vbaProject',
      'xl/vbaProject.bin',
      '\u00d0\u00cf macros',
      'application/vnd.ms-office.vbaProject',
    ],
    { workbookType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' },
  ),
  bookPart('connections', [
    'connections',
    'xl/connections.xml',
    `<connections ${MAIN}><connection id="1" name="Q"/></connections>`,
    `${SPREADSHEET}connections+xml`,
  ]),
  bookPart(
    'the order of calculation',
    [
      'calcChain',
      'xl/calcChain.xml',
      `<calcChain ${MAIN}><c r="A1" i="1"/></calcChain>`,
      `${SPREADSHEET}calcChain+xml`,
    ],
    { sheets: [{ rows: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>' }] },
  ),
  bookPart(
    'a chart sheet',
    ['chartsheet', 'xl/chartsheets/sheet1.xml', `<chartsheet ${MAIN}/>`, `${SPREADSHEET}chartsheet+xml`],
    { moreSheets: '<sheet name="Chart1" sheetId="9" r:id="rIdPart"/>' },
  ),
  {
    feature: 'document properties',
    book: {
      parts: [
        [
          'docProps/custom.xml',
          '<Properties><property name="Reviewed"/></Properties>',
          `${PACKAGE}custom-properties+xml`,
        ],
      ],
    },
    proof: ['docProps/custom.xml', 'Reviewed'],
  },
];
