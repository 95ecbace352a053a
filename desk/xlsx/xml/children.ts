import { TextPatch } from './patch';
import { child, parseXml, type XmlElement } from './tree';

/**
 * An element's text with one child replaced, put in where the schema's order wants it, or (null) taken out. Children
 * that the order does not name are left where they are.
 */
export function withChild(
  text: string,
  local: string,
  replacement: string | null,
  order: readonly string[],
): string {
  const element = parseXml(text);
  const patch = new TextPatch(text);
  const existing = child(element, local);
  if (existing) patch.replaceElement(existing, replacement ?? '');
  else if (replacement !== null) {
    const next = nextInOrder(element.children, local, order);
    if (next) patch.insert(next.start, replacement);
    else patch.append(element, replacement);
  }
  return patch.apply();
}

/** The first of the elements that the schema puts after `local`. */
export function nextInOrder<T extends { local: string }>(
  elements: readonly T[],
  local: string,
  order: readonly string[],
): T | undefined {
  const rank = order.indexOf(local);
  return elements.find((element) => order.indexOf(element.local) > rank);
}

/** The text of the child of that name, or null. */
export function childText(text: string, element: XmlElement, local: string): string | null {
  const found = child(element, local);
  return found ? text.slice(found.start, found.end) : null;
}
