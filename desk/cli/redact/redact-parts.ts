import { relationshipsOf } from '../../xlsx/package/part-names';
import type { Package } from '../../xlsx/package/package';
import { pack, unpack } from '../../xlsx/package/zip';
import { TextPatch } from '../../xlsx/xml/patch';
import { escapeAttribute, escapeText } from '../../xlsx/xml/text';
import { parseXml, type XmlElement } from '../../xlsx/xml/tree';
import type { Redactor } from './redactor';

/** Kinds of parts that are taken along; comments, pictures, macros, links, pivots and what else there is are not. */
const KEPT_KINDS = new Set([
  ...[
    'officeDocument',
    'core-properties',
    'extended-properties',
    'worksheet',
    'sharedStrings',
    'styles',
    'theme',
  ],
  ...[
    'table',
    'calcChain',
    'drawing',
    'chart',
    'chartStyle',
    'chartColorStyle',
    'sheetMetadata',
    'customXml',
  ],
  ...['customXmlProps'],
]);
const CORE = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`;
const APP = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`;
/** Attributes of a sheet, beside its cells, that hold what people typed. */
const TYPED = new Set([
  'val',
  'promptTitle',
  'prompt',
  'errorTitle',
  'error',
  'display',
  'tooltip',
  'title',
  'descr',
  'name',
]);

/** An .xlsx file whose cells are redacted already, without anything else that tells of people. */
export function redactParts(bytes: Uint8Array, redactor: Redactor): Uint8Array {
  const parts = unpack(bytes);
  dropOthers(parts);
  for (const name of parts.names) {
    if (/^docProps\/core/i.test(name)) parts.setText(name, CORE);
    else if (/^docProps\/app/i.test(name)) parts.setText(name, APP);
    else if (/^xl\/worksheets\/[^/]+\.xml$/i.test(name))
      parts.setText(name, sheetText(parts.text(name), redactor));
    else if (/^xl\/(charts|drawings)\/[^/]+\.xml$/i.test(name))
      parts.setText(name, withTexts(withAttributes(parts.text(name), redactor), redactor, 'text'));
    else if (/^xl\/tables\//i.test(name)) parts.setText(name, withFilters(parts.text(name), redactor));
  }
  return pack(parts);
}

function dropOthers(parts: Package): void {
  for (const part of ['', ...parts.names.filter((name) => !name.endsWith('.rels'))]) {
    const gone = parts.relationships(part).filter(({ kind, external }) => external || !KEPT_KINDS.has(kind));
    if (gone.length === 0) continue;
    for (const { id } of gone) parts.unrelate(part, id);
    if (part !== '' && part.endsWith('.xml')) {
      const text = withoutReferences(parts.text(part), new Set(gone.map(({ id }) => id)));
      parts.setText(part, text);
    }
  }
  const reachable = parts.reachable();
  for (const part of parts.names) {
    if (part === '[Content_Types].xml' || part.endsWith('.rels') || reachable.has(part)) continue;
    if (parts.has(part)) parts.remove(part);
  }
  for (const part of parts.names) {
    const of = part.endsWith('.rels') ? part.replace(/_rels\/([^/]*)\.rels$/, '$1') : '';
    if (of !== '' && relationshipsOf(of) === part && !parts.has(of)) parts.remove(part);
  }
}

/** What refers to a part that is gone goes with it; page settings only lose the reference to their printer. */
function withoutReferences(xml: string, ids: ReadonlySet<string>): string {
  const root = parseXml(xml, Infinity);
  const patch = new TextPatch(xml);
  const refers = (element: XmlElement) =>
    Object.entries(element.attributes).find(
      ([name, value]) => /^r:|:id$|:embed$/.test(name) && ids.has(value),
    );
  for (const section of root.children) {
    const own = refers(section);
    if (own && section.local === 'pageSetup') patch.attributes(section, { [own[0]]: null });
    else if (section.local === 'hyperlinks') {
      const gone = section.children.filter(refers);
      if (gone.length === section.children.length) patch.remove(section);
      else for (const link of gone) patch.remove(link);
    } else if (own || [...allOf(section)].some(refers)) patch.remove(section);
  }
  return patch.isEmpty ? xml : patch.apply();
}

function* allOf(element: XmlElement): Iterable<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* allOf(child);
  }
}

/** Everything of a sheet but its cells: lists to choose from, hints, headers, filters, links. */
function sheetText(xml: string, redactor: Redactor): string {
  const after = /<\/(\w+:)?sheetData>/.exec(xml)?.index ?? 0;
  return xml.slice(0, after) + withTexts(withAttributes(xml.slice(after), redactor), redactor, 'page');
}

function withFilters(xml: string, redactor: Redactor): string {
  return xml.replace(/ val="([^"]*)"/g, (_, value: string) => ` val="${redactedAttribute(value, redactor)}"`);
}

function withAttributes(xml: string, redactor: Redactor): string {
  return xml.replace(/ ([\w:]+)="([^"]*)"/g, (all, name: string, value: string) =>
    TYPED.has(name) ? ` ${name}="${redactedAttribute(value, redactor)}"` : all,
  );
}

function redactedAttribute(value: string, redactor: Redactor): string {
  return escapeAttribute(redactor.text(unescaped(value), 'page'));
}

function withTexts(xml: string, redactor: Redactor, treatment: 'page' | 'text'): string {
  return xml.replace(/>([^<]+)</g, (all, text: string) =>
    /[\p{L}]/u.test(text) || /\d{5}/.test(text)
      ? `>${escapeText(redactor.text(unescaped(text), isReference(text) ? 'page' : treatment))}<`
      : all,
  );
}

/** `Sessions!$A$2:$A$9`: the words of it are names of sheets, which are what they should be by now. */
function isReference(text: string): boolean {
  return /!\$?[A-Z]{1,3}\$?\d/.test(text);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}

/** Every text and attribute of every part, for looking whether something is still there. */
export function* textsOf(bytes: Uint8Array): Iterable<{ part: string; text: string }> {
  const parts = unpack(bytes);
  for (const name of parts.names) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    for (const [, text, attribute] of parts.text(name).matchAll(/>([^<]+)<|="([^"]*)"/g))
      yield { part: name, text: unescaped(text ?? attribute ?? '') };
  }
}
