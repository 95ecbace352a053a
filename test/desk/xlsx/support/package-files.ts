import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The parts of an .xlsx file as texts, for comparing. Binary parts come as Latin-1 text, byte for byte; folders are left out. */
export function partsOf(file: Uint8Array): Map<string, string> {
  const files = Object.entries(unzipSync(file)).filter(([name]) => !name.endsWith('/'));
  return new Map(files.map(([name, bytes]) => [name, strFromU8(bytes, true)]));
}

export function partText(file: Uint8Array, name: string): string {
  const bytes = unzipSync(file)[name];
  if (!bytes) throw new Error(`no part ${name} in the file`);
  return strFromU8(bytes);
}

export function zipOf(parts: Record<string, string>): Uint8Array {
  const isBinary = (name: string) => /\.(bin|png)$/.test(name);
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(text, isBinary(name))]);
  return zipSync(Object.fromEntries(files));
}

/** A worksheet written by hand. Sections before and after the rows are XML texts. */
export interface HandSheet {
  name?: string;
  state?: string;
  before?: string;
  rows?: string;
  after?: string;
  /** Relationships of the sheet: id, kind and target relative to the sheet's folder. */
  relationships?: readonly (readonly [id: string, kind: string, target: string])[];
}

export interface HandBook {
  sheets?: readonly HandSheet[];
  /** More parts: name, text and (unless a default covers it) content type. */
  parts?: readonly (readonly [name: string, text: string, contentType?: string])[];
  relationships?: readonly (readonly [id: string, kind: string, target: string])[];
  /** XML in the workbook part: before its sheets, and after. */
  workbookBefore?: string;
  workbookAfter?: string;
  workbookType?: string;
  /** More entries of the list of sheets, such as chart sheets. */
  moreSheets?: string;
  styles?: string;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

export const PLAIN_ROWS =
  '<row r="1" spans="1:2"><c r="A1" t="str"><v>Client</v></c><c r="B1" t="str"><v>Minutes</v></c></row>' +
  '<row r="2" spans="1:2"><c r="A2" t="inlineStr"><is><t>Ada Sample</t></is></c><c r="B2"><v>60</v></c></row>';

/** An .xlsx file put together by hand, with line breaks and attribute order that no library would choose. */
export function handMade(book: HandBook): Uint8Array {
  const sheets = book.sheets ?? [{}];
  const parts: Record<string, string> = {};
  const overrides: string[] = [];
  const add = (name: string, text: string, type?: string): void => {
    parts[name] = text;
    if (type !== undefined) overrides.push(`<Override ContentType="${type}" PartName="/${name}"/>`);
  };
  add('xl/workbook.xml', workbookXml(book, sheets), book.workbookType ?? `${TYPES}sheet.main+xml`);
  const links: [string, string, string][] = [...(book.relationships ?? [])].map(([...link]) => link);
  sheets.forEach((sheet, index) => {
    const name = `sheet${String(index + 1)}.xml`;
    add(`xl/worksheets/${name}`, sheetXml(sheet), `${TYPES}worksheet+xml`);
    links.push([`rId${String(index + 1)}`, 'worksheet', `worksheets/${name}`]);
    if (sheet.relationships)
      parts[`xl/worksheets/_rels/${name}.rels`] = relationshipsXml(sheet.relationships);
  });
  if (book.styles !== undefined) {
    add('xl/styles.xml', book.styles, `${TYPES}styles+xml`);
    links.push(['rIdStyles', 'styles', 'styles.xml']);
  }
  for (const [name, text, type] of book.parts ?? []) add(name, text, type);
  parts['xl/_rels/workbook.xml.rels'] = relationshipsXml(links);
  parts['_rels/.rels'] = relationshipsXml([['rId1', 'officeDocument', 'xl/workbook.xml']]);
  const types =
    '<Default Extension="xml" ContentType="application/xml"/><Default ContentType="image/png" Extension="png"/>' +
    '<Default Extension="bin" ContentType="application/octet-stream"/>' +
    '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
  const content = `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types}${overrides.join('')}</Types>`;
  return zipOf({ '[Content_Types].xml': content, ...parts });
}

function workbookXml(book: HandBook, sheets: readonly HandSheet[]): string {
  const list = sheets.map((sheet, index) => {
    const number = String(index + 1);
    const state = sheet.state === undefined ? '' : ` state="${sheet.state}"`;
    return `<sheet sheetId="${number}" name="${sheet.name ?? `Sheet${number}`}"${state} r:id="rId${number}"/>`;
  });
  return (
    `${HEAD}<workbook xmlns:r="${OFFICE}" xmlns="${MAIN}">${book.workbookBefore ?? ''}` +
    `<sheets>\n${list.join('\n')}${book.moreSheets ?? ''}\n</sheets>${book.workbookAfter ?? ''}</workbook>`
  );
}

function sheetXml(sheet: HandSheet): string {
  return (
    `${HEAD}<worksheet xmlns:r="${OFFICE}" xmlns="${MAIN}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac">` +
    `${sheet.before ?? ''}<sheetData>${sheet.rows ?? PLAIN_ROWS}</sheetData>${sheet.after ?? ''}</worksheet>`
  );
}

function relationshipsXml(links: readonly (readonly [string, string, string])[]): string {
  const items = links.map(([id, kind, target]) => {
    const type = kind.includes('/') ? kind : `${OFFICE}/${kind}`;
    const mode = /^https?:|^file:/.test(target) ? ' TargetMode="External"' : '';
    return `<Relationship Target="${target}" Id="${id}" Type="${type}"${mode}/>`;
  });
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}
