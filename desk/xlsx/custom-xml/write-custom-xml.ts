import type { CustomXmlPart } from '../../book/custom-xml-part';
import { CustomXmlSource, customXmlLinks } from './read-custom-xml';
import type { Package } from '../package/package';
import { escapeAttribute } from '../xml/text';

const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const CONTENT_TYPE = 'application/xml';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';

/** Writes the custom XML parts that are new or changed, and takes out those that are gone. */
export function writeCustomXml(
  parts: Package,
  workbookPart: string,
  now: readonly CustomXmlPart[],
  before: readonly CustomXmlPart[],
): void {
  const known = new Set(before.map(({ source }) => source));
  const kept = new Set<unknown>();
  for (const part of now) {
    if (known.has(part.source)) kept.add(part.source);
    const source = known.has(part.source) && part.source instanceof CustomXmlSource ? part.source : null;
    if (!source) add(parts, workbookPart, part);
    else if (source.xml !== part.xml) change(parts, source, part);
  }
  const gone = before.flatMap(({ source }) =>
    source instanceof CustomXmlSource && !kept.has(source) ? [source.part] : [],
  );
  if (gone.length > 0) remove(parts, workbookPart, new Set(gone));
}

function add(parts: Package, workbookPart: string, part: CustomXmlPart): void {
  const name = parts.freeName('customXml/item', '.xml');
  parts.add(name, inFile(part.xml), CONTENT_TYPE);
  parts.relate(workbookPart, name, 'customXml');
  addProperties(parts, name, part);
}

function change(parts: Package, { part, properties }: CustomXmlSource, now: CustomXmlPart): void {
  parts.setText(part, inFile(now.xml));
  if (properties === null) addProperties(parts, part, now);
}

/** Office pairs `item3.xml` with `itemProps3.xml`. */
function addProperties(parts: Package, name: string, { id, namespaceUri }: CustomXmlPart): void {
  const paired = name.replace(/item(\d+)\.xml$/, 'itemProps$1.xml');
  const isFree = paired !== name && parts.find(paired) === undefined;
  const properties = isFree ? paired : parts.freeName('customXml/itemProps', '.xml');
  const schemas =
    namespaceUri === ''
      ? '<ds:schemaRefs/>'
      : `<ds:schemaRefs><ds:schemaRef ds:uri="${escapeAttribute(namespaceUri)}"/></ds:schemaRefs>`;
  parts.add(
    properties,
    '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' +
      `<ds:datastoreItem ds:itemID="${id}" xmlns:ds="${NAMESPACE}">${schemas}</ds:datastoreItem>`,
    PROPERTIES_TYPE,
  );
  parts.relate(name, properties, 'customXmlProps');
}

function remove(parts: Package, workbookPart: string, gone: ReadonlySet<string>): void {
  parts.removing(() => {
    for (const { part, relationship } of customXmlLinks(parts, workbookPart))
      if (gone.has(part)) parts.unrelate(workbookPart, relationship);
  });
}

/** Parts are written in UTF-8, whatever their XML says. */
function inFile(xml: string): string {
  return xml.replace(/^\uFEFF/, '').replace(/^(<\?xml[^>]*encoding\s*=\s*["'])[^"']*/, '$1UTF-8');
}
