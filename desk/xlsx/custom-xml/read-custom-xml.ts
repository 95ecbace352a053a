import { CustomXmlPart, MalformedXml } from '../../book/custom-xml-part';
import { guidOf } from '../../book/guid';
import type { Package } from '../package/package';
import { isSettingsPart } from '../workbook/settings';
import { attribute, parseXml } from '../xml/tree';

/** What the file held of a custom XML part. */
export class CustomXmlSource {
  constructor(
    readonly part: string,
    /** The part that says its id; null where there is none. */
    readonly properties: string | null,
    readonly xml: string,
  ) {}
}

/** Relationships of the workbook to its custom XML parts (ECMA-376 part 1, 22.5), the Desk's own settings aside. */
export function customXmlLinks(
  parts: Package,
  workbookPart: string,
): { part: string; relationship: string }[] {
  return parts
    .relationships(workbookPart)
    .filter(({ kind, target, external }) => kind === 'customXml' && !external && parts.has(target))
    .filter(({ target }) => !isSettingsPart(parts, target))
    .map(({ target, id }) => ({ part: target, relationship: id }));
}

/** The custom XML parts that can be read; the others stay in the file. */
export function readCustomXml(parts: Package, workbookPart: string): CustomXmlPart[] {
  const read = new Map<string, CustomXmlPart>();
  for (const { part } of customXmlLinks(parts, workbookPart)) {
    const xml = parts.text(part);
    const properties = propertiesOf(parts, part);
    const written = properties === null ? null : idIn(parts.text(properties));
    const id = written === null || read.has(written) ? guidOf(part) : written;
    try {
      read.set(id, new CustomXmlPart(id, xml, new CustomXmlSource(part, properties, xml)));
    } catch (problem) {
      if (!(problem instanceof MalformedXml)) throw problem;
    }
  }
  return [...read.values()];
}

function propertiesOf(parts: Package, part: string): string | null {
  const found = parts.relationships(part).find(({ kind }) => kind === 'customXmlProps');
  return found && parts.has(found.target) ? found.target : null;
}

function idIn(properties: string): string | null {
  try {
    return attribute(parseXml(properties), 'itemID') ?? null;
  } catch {
    return null;
  }
}
