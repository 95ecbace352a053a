import { CONTENT_TYPES, MAIN_NAMESPACE } from '../package/blank';
import type { Package } from '../package/package';
import { withChild } from '../xml/children';
import { child, childrenNamed, parseXml, prefixOf, type XmlElement } from '../xml/tree';

/**
 * A formula that spills is marked as a dynamic array by cell metadata ([MS-XLSX] 2.2.4.5, XLDAPR); without the mark
 * Excel shows it in braces, as an array entered the old way.
 */
const KIND = 'XLDAPR';
const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
const EXTENSION = '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}';
const FLAGS =
  'minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" ' +
  'clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"';
const ORDER = [
  'metadataTypes',
  'metadataStrings',
  'mdxMetadata',
  'futureMetadata',
  'cellMetadata',
  'valueMetadata',
  'extLst',
];
const EMPTY =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  `<metadata xmlns="${MAIN_NAMESPACE}" xmlns:xda="${NAMESPACE}"></metadata>`;

export class ArrayMarks {
  private number: number | null = null;

  constructor(
    private readonly parts: Package,
    private readonly workbookPart: string,
  ) {}

  /** The `cm` of a cell whose formula spills. Adds the metadata part when the workbook has none. */
  mark(): string {
    this.number ??= this.find() ?? this.add();
    return String(this.number);
  }

  private get part(): string | undefined {
    return this.parts.relationships(this.workbookPart).find((each) => each.kind === 'sheetMetadata')?.target;
  }

  private find(): number | null {
    if (this.part === undefined) return null;
    const root = parseXml(this.parts.text(this.part));
    const type = typeNumber(root);
    if (type === 0) return null;
    const marks = childrenNamed(child(root, 'cellMetadata'), 'bk');
    const index = marks.findIndex((mark) => child(mark, 'rc')?.attributes['t'] === String(type));
    return index < 0 ? null : index + 1;
  }

  private add(): number {
    let part = this.part;
    if (part === undefined) {
      part = this.parts.freeName('xl/metadata', '.xml').replace('metadata1.xml', 'metadata.xml');
      this.parts.add(part, EMPTY, CONTENT_TYPES.metadata);
      this.parts.relate(this.workbookPart, part, 'sheetMetadata');
    }
    let text = this.parts.text(part);
    const prefix = prefixOf(parseXml(text).name);
    const append = (list: string, item: string, attributes = ''): void => {
      const root = parseXml(text);
      const before = child(root, list);
      const items = before ? text.slice(before.openEnd, before.closeStart) : '';
      const count = (before?.children.length ?? 0) + 1;
      const written = `<${prefix}${list}${attributes} count="${String(count)}">${items}${item}</${prefix}${list}>`;
      text = withChild(text, list, written, ORDER);
    };
    append('metadataTypes', `<${prefix}metadataType name="${KIND}" ${FLAGS}/>`);
    const future =
      `<${prefix}bk><${prefix}extLst><${prefix}ext uri="${EXTENSION}">` +
      `<xda:dynamicArrayProperties xmlns:xda="${NAMESPACE}" fDynamic="1" fCollapsed="0"/>` +
      `</${prefix}ext></${prefix}extLst></${prefix}bk>`;
    const list = `<${prefix}futureMetadata name="${KIND}" count="1">${future}</${prefix}futureMetadata>`;
    const rest = parseXml(text).children.find((element) => ORDER.indexOf(element.local) > 3);
    text = rest ? text.slice(0, rest.start) + list + text.slice(rest.start) : appended(text, list);
    const type = String(typeNumber(parseXml(text)));
    append('cellMetadata', `<${prefix}bk><${prefix}rc t="${type}" v="0"/></${prefix}bk>`);
    this.parts.setText(part, text);
    return childrenNamed(child(parseXml(text), 'cellMetadata'), 'bk').length;
  }
}

function typeNumber(root: XmlElement): number {
  const types = childrenNamed(child(root, 'metadataTypes'), 'metadataType');
  return types.findIndex((type) => type.attributes['name'] === KIND) + 1;
}

function appended(text: string, item: string): string {
  const root = parseXml(text);
  return text.slice(0, root.closeStart) + item + text.slice(root.closeStart);
}
