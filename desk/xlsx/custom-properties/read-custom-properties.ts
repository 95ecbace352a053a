import type { Package } from '../package/package';
import { decodeExcelText } from '../xml/text';
import { attribute, childrenNamed, parseXml } from '../xml/tree';

/** What the file held of a custom property of a sheet (ECMA-376 part 1, 18.3.1.22). */
export interface CustomPropertySource {
  key: string;
  value: string;
  part: string;
  relationship: string;
  /** Its element as written. */
  tag: string;
}

/** `section`: the sheet's `<customProperties>`, or null. Of two with one key, the first is shown. */
export function readCustomProperties(
  parts: Package,
  sheetPart: string,
  section: string | null,
): CustomPropertySource[] {
  if (section === null) return [];
  const links = new Map(parts.relationships(sheetPart).map((link) => [link.id, link.target]));
  const found = new Map<string, CustomPropertySource>();
  for (const element of childrenNamed(parseXml(section), 'customPr')) {
    const key = decodeExcelText(element.attributes['name'] ?? '');
    const relationship = attribute(element, 'id') ?? '';
    const part = links.get(relationship);
    if (key === '' || part === undefined || !parts.has(part) || found.has(key.toLowerCase())) continue;
    const value = new TextDecoder('utf-16le').decode(parts.bytes(part));
    const tag = section.slice(element.start, element.end);
    found.set(key.toLowerCase(), { key, value, part, relationship, tag });
  }
  return [...found.values()];
}
