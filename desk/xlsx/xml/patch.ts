import { escapeAttribute } from './text';
import type { XmlElement } from './tree';

interface Change {
  start: number;
  end: number;
  text: string;
}

/** Changes to a text at places of the original; everything between them stays as it is. */
export class TextPatch {
  private readonly changes: Change[] = [];

  constructor(private readonly text: string) {}

  get isEmpty(): boolean {
    return this.changes.length === 0;
  }

  replace(start: number, end: number, text: string): void {
    this.changes.push({ start, end, text });
  }

  remove(element: XmlElement): void {
    this.replace(element.start, element.end, '');
  }

  replaceElement(element: XmlElement, text: string): void {
    this.replace(element.start, element.end, text);
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  /** Adds at the end of an element, opening it first when it closes itself. */
  append(element: XmlElement, text: string): void {
    if (element.closeStart > element.openEnd || this.text.slice(element.end - 2, element.end) !== '/>') {
      this.insert(element.closeStart, text);
      return;
    }
    const open = this.text.slice(element.start, element.end - 2).trimEnd();
    this.replace(element.start, element.end, `${open}>${text}</${element.name}>`);
  }

  /** Sets or (null) removes attributes of the element's start tag. */
  attributes(element: XmlElement, values: Record<string, string | null>): void {
    const tag = this.text.slice(element.start, element.openEnd);
    const changed = withAttributes(tag, values);
    if (changed !== tag) this.replace(element.start, element.openEnd, changed);
  }

  apply(): string {
    // Insertions at one place keep the order in which they were asked for.
    const ordered = this.changes
      .map((change, order) => ({ ...change, order }))
      .sort((a, b) => a.start - b.start || a.end - b.end || a.order - b.order);
    const pieces: string[] = [];
    let at = 0;
    for (const change of ordered) {
      if (change.start < at) throw new Error('overlapping changes to one XML part');
      pieces.push(this.text.slice(at, change.start), change.text);
      at = change.end;
    }
    pieces.push(this.text.slice(at));
    return pieces.join('');
  }
}

/** A start tag with attributes set or (null) removed; the other attributes keep their text and order. */
export function withAttributes(tag: string, values: Record<string, string | null>): string {
  let changed = tag;
  for (const [name, value] of Object.entries(values)) {
    const found = findAttribute(changed, name);
    const written = value === null ? '' : ` ${name}="${escapeAttribute(value)}"`;
    if (found) {
      changed = changed.slice(0, found.start) + written + changed.slice(found.end);
    } else if (written) {
      const end = changed.endsWith('/>') ? changed.length - 2 : changed.length - 1;
      changed = changed.slice(0, end).trimEnd() + written + changed.slice(end);
    }
  }
  return changed;
}

const START_TAG = /^<[^\s/>]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/;

/** An element's text with attributes of its start tag set or (null) removed. */
export function withOpenTag(element: string, values: Record<string, string | null>): string {
  const tag = START_TAG.exec(element)?.[0] ?? '';
  return withAttributes(tag, values) + element.slice(tag.length);
}

/** A start tag that leaves its element open, whichever way it was written. */
export function openTag(tag: string): string {
  return `${tag.slice(0, tag.endsWith('/>') ? -2 : -1).trimEnd()}>`;
}

/** A start tag that closes its element. */
export function emptyTag(tag: string): string {
  return `${openTag(tag).slice(0, -1)}/>`;
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** Where an attribute stands in a start tag, with the blanks before it; or null. */
function findAttribute(tag: string, name: string): { start: number; end: number } | null {
  ATTRIBUTE.lastIndex = /^<[^\s/>]*/.exec(tag)?.[0].length ?? 0;
  for (let start = ATTRIBUTE.lastIndex; ; start = ATTRIBUTE.lastIndex) {
    const found = ATTRIBUTE.exec(tag);
    if (!found) return null;
    if (found[1] === name) return { start, end: ATTRIBUTE.lastIndex };
  }
}
