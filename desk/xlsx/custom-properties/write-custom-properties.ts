import type { CustomProperties } from '../../book/custom-properties';
import type { Package } from '../package/package';
import { relationshipAttribute } from '../sheet/relationship-attribute';
import type { SheetXml } from '../sheet/source';
import type { Sections } from '../sheet/write-layout';
import { encodeExcelName, escapeAttribute } from '../xml/text';
import { parseXml } from '../xml/tree';
import type { CustomPropertySource } from './read-custom-properties';

/** ECMA-376 part 1, 12.3.5: a part for each value. Excel writes the text in UTF-16, without a mark. */
const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.customProperty';

export function writeCustomProperties(
  parts: Package,
  sheetPart: string,
  now: CustomProperties,
  before: readonly CustomPropertySource[],
  xml: SheetXml,
  sections: Sections,
): void {
  const gone = before.filter(({ key }) => !now.has(key));
  for (const { key, value, part } of before) {
    const kept = now.get(key);
    if (kept && kept.value !== value) parts.setBytes(part, utf16(kept.value));
  }
  const known = new Set(before.map(({ key }) => key.toLowerCase()));
  const added = [...now]
    .filter(({ key }) => !known.has(key.toLowerCase()))
    .map(({ key, value }) => {
      const part = parts.freeName('xl/customProperty', '.bin');
      parts.add(part, utf16(value), CONTENT_TYPE);
      const id = relationshipAttribute(xml.rootTag, parts.relate(sheetPart, part, 'customProperty'));
      return `<${sections.prefix}customPr name="${escapeAttribute(encodeExcelName(key))}"${id}/>`;
    });
  if (gone.length === 0 && added.length === 0) return;
  parts.removing(() => {
    for (const { relationship } of gone) parts.unrelate(sheetPart, relationship);
  });
  listProperties(sections, new Set(gone.map(({ tag }) => tag)), added);
}

function listProperties(sections: Sections, gone: ReadonlySet<string>, added: readonly string[]): void {
  const section = sections.get('customProperties');
  const kept =
    section === null
      ? []
      : parseXml(section).children.map((element) => section.slice(element.start, element.end));
  const tags = [...kept.filter((tag) => !gone.has(tag)), ...added].join('');
  const { prefix } = sections;
  sections.set(
    'customProperties',
    tags === '' ? null : `<${prefix}customProperties>${tags}</${prefix}customProperties>`,
  );
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'utf16le'));
}
