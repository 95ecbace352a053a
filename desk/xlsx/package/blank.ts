import { Package } from './package';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
export const CONTENT_TYPES = {
  workbook: `${CONTENT_TYPE}sheet.main+xml`,
  worksheet: `${CONTENT_TYPE}worksheet+xml`,
  styles: `${CONTENT_TYPE}styles+xml`,
  sharedStrings: `${CONTENT_TYPE}sharedStrings+xml`,
  table: `${CONTENT_TYPE}table+xml`,
  metadata: `${CONTENT_TYPE}sheetMetadata+xml`,
} as const;

export const STYLES_PART = 'xl/styles.xml';
export const STRINGS_PART = 'xl/sharedStrings.xml';

/** The smallest styles part Excel accepts: its own plain font, the two fills it insists on, and one cell format. */
export const EMPTY_STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN_NAMESPACE}">` +
  '<fonts count="1"><font><sz val="11"/><color rgb="FF000000"/><name val="Calibri"/><family val="2"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '<dxfs count="0"/><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>' +
  '</styleSheet>';

export const EMPTY_STRINGS = `${HEAD}<sst xmlns="${MAIN_NAMESPACE}"></sst>`;

const MARKUP_NAMESPACE = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const REVISION_NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2014/revision';

/** `id` is what add-ins know the sheet by, or null. Excel keeps it as the `xr:uid` of the part. */
export function emptySheet(id: string | null): string {
  const names =
    id === null
      ? ''
      : ` xmlns:mc="${MARKUP_NAMESPACE}" mc:Ignorable="xr" xmlns:xr="${REVISION_NAMESPACE}" xr:uid="${id}"`;
  return (
    `${HEAD}<worksheet xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS_NAMESPACE}"${names}>` +
    '<dimension ref="A1"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>' +
    '<sheetFormatPr defaultRowHeight="15"/><sheetData></sheetData></worksheet>'
  );
}

/** A package with a workbook that has no sheets yet. */
export function blankPackage(): Package {
  const parts = new Map<string, Uint8Array>();
  const text = (name: string, content: string) => parts.set(name, new TextEncoder().encode(content));
  text(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT_TYPES.workbook}"/>` +
      `<Override PartName="/${STYLES_PART}" ContentType="${CONTENT_TYPES.styles}"/>` +
      '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>',
  );
  text(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${RELATIONSHIPS_NAMESPACE}/officeDocument" Target="xl/workbook.xml"/>` +
      `<Relationship Id="rId2" Type="${RELATIONSHIPS_NAMESPACE}/extended-properties" Target="docProps/app.xml"/></Relationships>`,
  );
  // LibreOffice shows the values in a file only when it names Excel as its maker; else it calculates them anew, and
  // knows no custom functions.
  text(
    'docProps/app.xml',
    `${HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
  );
  text(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN_NAMESPACE}" xmlns:r="${RELATIONSHIPS_NAMESPACE}">` +
      '<bookViews><workbookView/></bookViews><sheets></sheets></workbook>',
  );
  text(
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
      `<Relationship Id="rId1" Type="${RELATIONSHIPS_NAMESPACE}/styles" Target="styles.xml"/></Relationships>`,
  );
  text(STYLES_PART, EMPTY_STYLES);
  return new Package(parts);
}
