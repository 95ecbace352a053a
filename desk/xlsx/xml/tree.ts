import { SaxesParser } from 'saxes';
import { MOST, tooMany } from '../limits';

/** An element with its place in the text it came from, so that it can be patched and the rest kept as it is. */
export interface XmlElement {
  /** As written, prefix included. */
  name: string;
  /** Without the prefix. */
  local: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** All character data directly inside. */
  text: string;
  /** Where `<` stands. */
  start: number;
  /** After the `>` of the start tag. */
  openEnd: number;
  /** Where `</` stands; `openEnd` when the element closes itself. */
  closeStart: number;
  /** After the last `>`. */
  end: number;
}

/**
 * The root element of an XML text, or of a fragment with one element. Throws when it is not well formed, and
 * BadWorkbook when it has more elements than `most`.
 */
export function parseXml(text: string, most: number = MOST.elements): XmlElement {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let root: XmlElement | null = null;
  const open: XmlElement[] = [];
  let count = 0;
  parser.on('opentag', (tag) => {
    if (++count > most) throw tooMany('elements in one part', most);
    const element: XmlElement = {
      name: tag.name,
      local: localName(tag.name),
      attributes: tag.attributes,
      children: [],
      text: '',
      start: text.lastIndexOf('<', parser.position - 1),
      openEnd: parser.position,
      closeStart: parser.position,
      end: parser.position,
    };
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root ??= element;
    open.push(element);
  });
  const addText = (piece: string): void => {
    const element = open.at(-1);
    if (element) element.text += piece;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', (tag) => {
    const element = open.pop();
    if (!element) return;
    element.end = parser.position;
    element.closeStart = tag.isSelfClosing ? element.openEnd : text.lastIndexOf('<', parser.position - 1);
  });
  parser.write(text).close();
  if (!root) throw new Error('no element');
  return root;
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The prefix with its colon, or ''. */
export function prefixOf(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? '' : name.slice(0, colon + 1);
}

export function child(element: XmlElement | undefined, local: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.local === local);
}

export function childrenNamed(element: XmlElement | undefined, local: string): XmlElement[] {
  return element?.children.filter((candidate) => candidate.local === local) ?? [];
}

/** Every element of that name below, in the order of the text. */
export function* descendants(element: XmlElement, local: string): Iterable<XmlElement> {
  for (const each of element.children) {
    if (each.local === local) yield each;
    yield* descendants(each, local);
  }
}

/** An attribute by its local name, whatever prefix the file binds (`r:id`, `rel:id`). */
export function attribute(element: XmlElement, local: string): string | undefined {
  const direct = element.attributes[local];
  if (direct !== undefined) return direct;
  const key = Object.keys(element.attributes).find((name) => localName(name) === local);
  return key === undefined ? undefined : element.attributes[key];
}

export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

export function numberOf(value: string | undefined): number | null {
  if (value === undefined || value.trim() === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
