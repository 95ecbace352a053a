import type { Package } from '../package/package';
import { escapeText } from '../xml/text';
import { parseXml, type XmlElement } from '../xml/tree';

/**
 * What add-ins keep with a workbook, in a custom XML part of the Desk's own, which Excel leaves as it is. Excel itself
 * keeps such settings with each add-in's task pane, in parts that only exist once the add-in was opened there.
 */
const NAMESPACE = 'urn:claimsheet:desk:settings';
const CONTENT_TYPE = 'application/xml';

/** Settings by key; none where the part is missing or cannot be read. */
export function readSettings(parts: Package, workbookPart: string): Map<string, unknown> {
  const found = findPart(parts, workbookPart);
  return found ? settingsOf(found.content) : new Map<string, unknown>();
}

/** Writes the settings if they are no longer what the file says. */
export function writeSettings(
  parts: Package,
  workbookPart: string,
  settings: ReadonlyMap<string, unknown>,
): void {
  const found = findPart(parts, workbookPart);
  if (contentOf(found ? settingsOf(found.content) : new Map<string, unknown>()) === contentOf(settings))
    return;
  if (settings.size === 0 && found) {
    parts.unrelate(workbookPart, found.relationship);
    parts.remove(found.part);
    return;
  }
  const text = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<settings xmlns="${NAMESPACE}">${escapeText(contentOf(settings))}</settings>`;
  if (found) return parts.setText(found.part, text);
  const part = parts.freeName('customXml/item', '.xml');
  parts.add(part, text, CONTENT_TYPE);
  parts.relate(workbookPart, part, 'customXml');
}

export function isSettingsPart(parts: Package, part: string): boolean {
  return settingsRoot(parts, part) !== null;
}

function findPart(
  parts: Package,
  workbookPart: string,
): { part: string; relationship: string; content: string } | null {
  for (const { kind, target, id } of parts.relationships(workbookPart)) {
    if (kind !== 'customXml' || !parts.has(target)) continue;
    const root = settingsRoot(parts, target);
    if (root) return { part: target, relationship: id, content: root.text };
  }
  return null;
}

function settingsRoot(parts: Package, part: string): XmlElement | null {
  const text = parts.text(part);
  if (!text.includes(NAMESPACE)) return null;
  try {
    const root = parseXml(text);
    return root.attributes['xmlns'] === NAMESPACE ? root : null;
  } catch {
    return null;
  }
}

/** JSON in ASCII: XML knows no control characters, and JSON can say them all. */
function contentOf(settings: ReadonlyMap<string, unknown>): string {
  return JSON.stringify([...settings]).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function settingsOf(content: string): Map<string, unknown> {
  let entries: unknown;
  try {
    entries = JSON.parse(content);
  } catch {
    return new Map();
  }
  const pairs = Array.isArray(entries) ? (entries as unknown[]) : [];
  return new Map(
    pairs.flatMap((pair): [string, unknown][] => {
      const [key, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
      return typeof key === 'string' ? [[key, value]] : [];
    }),
  );
}
