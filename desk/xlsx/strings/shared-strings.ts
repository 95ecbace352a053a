import { SaxesParser } from 'saxes';
import { MOST, tooMany } from '../limits';
import { TextPatch } from '../xml/patch';
import { decodeExcelText, encodeExcelText, escapeText, needsSpacePreserved } from '../xml/text';
import { childrenNamed, localName, parseXml, prefixOf } from '../xml/tree';

export interface SharedStrings {
  /** The text of each entry, rich text joined. */
  texts: string[];
  /** Entries that are more than plain text; they are not used for new cells. */
  rich: ReadonlySet<number>;
}

export const NO_SHARED_STRINGS: SharedStrings = { texts: [], rich: new Set() };

/** Reads `sharedStrings.xml`. Phonetic readings (`rPh`) are no part of the text. */
export function readSharedStrings(xml: string): SharedStrings {
  const texts: string[] = [];
  const rich = new Set<number>();
  const parser = new SaxesParser({ xmlns: false, position: false });
  let text = '';
  let inText = false;
  let phonetic = 0;
  parser.on('opentag', ({ name }) => {
    const local = localName(name);
    if (local === 'si') text = '';
    else if (local === 't') inText = phonetic === 0;
    else if (local === 'rPh' || local === 'phoneticPr' || local === 'r') rich.add(texts.length);
    if (local === 'rPh') phonetic++;
  });
  const add = (piece: string): void => {
    if (inText) text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (local === 't') inText = false;
    else if (local === 'rPh') phonetic--;
    else if (local === 'si' && texts.push(decodeExcelText(text)) > MOST.sharedStrings)
      throw tooMany('texts', MOST.sharedStrings);
  });
  parser.write(xml).close();
  return { texts, rich };
}

/** Gives texts their number in the list: the file's own entries first, new ones after them. */
export class SharedStringWriter {
  private readonly added: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly used = new Set<number>();

  constructor(private readonly before: SharedStrings) {
    before.texts.forEach((text, number) => {
      if (!before.rich.has(number) && !this.numbers.has(text)) this.numbers.set(text, number);
    });
  }

  numberOf(text: string): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.before.texts.length + this.added.length;
      this.added.push(text);
      this.numbers.set(text, number);
    }
    this.used.add(number);
    return number;
  }

  /** A cell that is written as it was still shows this entry. */
  keep(number: number): void {
    this.used.add(number);
  }

  /**
   * The changed part, or null when it can stay. Entries that cells showed (`shownBefore`) and none shows now are
   * emptied: what was deleted from a sheet must not stay readable in the file.
   */
  finish(xml: string, shownBefore: Iterable<number>): string | null {
    const gone = [...new Set(shownBefore)].filter((number) => !this.used.has(number));
    if (gone.length === 0 && this.added.length === 0) return null;
    const root = parseXml(xml, Infinity);
    const patch = new TextPatch(xml);
    const prefix = prefixOf(root.name);
    const entries = childrenNamed(root, 'si');
    for (const number of gone) {
      const entry = entries[number];
      if (entry) patch.replaceElement(entry, `<${prefix}si><${prefix}t/></${prefix}si>`);
    }
    if (this.added.length > 0) {
      const items = this.added.map((text) => `<${prefix}si>${textElement(text, prefix)}</${prefix}si>`);
      const last = entries.at(-1);
      if (last) patch.insert(last.end, items.join(''));
      else patch.append(root, items.join(''));
      // Both counts are optional (18.4.9); a wrong one is worse than none.
      if (last) patch.attributes(root, { count: null, uniqueCount: null });
    }
    return patch.apply();
  }
}

/** `<t>` with what the text needs to come back as it is. */
export function textElement(text: string, prefix: string): string {
  const space = needsSpacePreserved(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeText(encodeExcelText(text))}</${prefix}t>`;
}
