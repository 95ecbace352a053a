import { BadWorkbook } from '../bad-workbook';
import { decodeXml } from './encoding';
import { relationshipsOf, relativeTarget, resolveTarget } from './part-names';
import { TextPatch } from '../xml/patch';
import { attribute, childrenNamed, parseXml, prefixOf } from '../xml/tree';
import { escapeAttribute } from '../xml/text';

export interface Relationship {
  id: string;
  /** The last word of the type's address: `worksheet`, `table`, `sharedStrings` (also in strict files). */
  kind: string;
  /** The part meant, or the address when `external`. */
  target: string;
  external: boolean;
}

const CONTENT_TYPES = '[Content_Types].xml';
const RELATIONSHIP_TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const RELATIONSHIPS_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of an Office file (ECMA-376 part 2), with their relationships and content types. */
export class Package {
  private readonly texts = new Map<string, string>();
  private namesInLowerCase = new Map<string, string>();
  private charactersLeft = Infinity;

  constructor(private readonly parts: Map<string, Uint8Array>) {}

  /** A package that can be changed without changing this one. */
  copy(): Package {
    return new Package(new Map(this.parts));
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  has(part: string): boolean {
    return this.parts.has(part);
  }

  /** The name as the zip has it, for a target that differs in case only; or undefined. */
  find(part: string): string | undefined {
    if (this.parts.has(part)) return part;
    if (this.namesInLowerCase.size !== this.parts.size)
      this.namesInLowerCase = new Map(this.names.map((name) => [name.toLowerCase(), name]));
    const found = this.namesInLowerCase.get(part.toLowerCase());
    return found !== undefined && this.parts.has(found) ? found : undefined;
  }

  /**
   * While `read` runs, the texts that are asked for may have so many characters together: a file can name one part
   * any number of times.
   */
  reading<T>(characters: number, read: () => T): T {
    this.charactersLeft = characters;
    try {
      return read();
    } finally {
      this.charactersLeft = Infinity;
    }
  }

  bytes(part: string): Uint8Array {
    const bytes = this.parts.get(part);
    if (!bytes) throw new Error(`no part ${part}`);
    return bytes;
  }

  text(part: string): string {
    const text = this.texts.get(part) ?? decodeXml(this.bytes(part));
    this.texts.set(part, text);
    this.charactersLeft -= text.length;
    if (this.charactersLeft < 0)
      throw new BadWorkbook('The workbook is damaged: it names the same parts over and over.');
    return text;
  }

  setText(part: string, text: string): void {
    this.texts.set(part, text);
    this.parts.set(part, new TextEncoder().encode(text));
  }

  setBytes(part: string, bytes: Uint8Array): void {
    this.texts.delete(part);
    this.parts.set(part, bytes);
  }

  /** Removes a part with its relationships and its content type. */
  remove(part: string): void {
    for (const name of [part, relationshipsOf(part)]) {
      this.parts.delete(name);
      this.texts.delete(name);
    }
    const types = this.text(CONTENT_TYPES);
    const patch = new TextPatch(types);
    for (const override of childrenNamed(parseXml(types), 'Override'))
      if (override.attributes['PartName']?.toLowerCase() === `/${part.toLowerCase()}`) patch.remove(override);
    if (!patch.isEmpty) this.setText(CONTENT_TYPES, patch.apply());
  }

  /** Adds a part of a given content type, which is named where it is not that of all parts of its extension. */
  add(part: string, content: string | Uint8Array, contentType: string): void {
    if (typeof content === 'string') this.setText(part, content);
    else this.setBytes(part, content);
    const types = this.text(CONTENT_TYPES);
    const root = parseXml(types);
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    const usual = childrenNamed(root, 'Default').find(
      ({ attributes }) => attributes['Extension']?.toLowerCase() === extension,
    );
    if (usual?.attributes['ContentType'] === contentType) return;
    const patch = new TextPatch(types);
    const prefix = prefixOf(root.name);
    patch.append(
      root,
      `<${prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${escapeAttribute(contentType)}"/>`,
    );
    this.setText(CONTENT_TYPES, patch.apply());
  }

  relationships(part: string): Relationship[] {
    const name = this.find(relationshipsOf(part));
    if (name === undefined) return [];
    return childrenNamed(parseXml(this.text(name)), 'Relationship').map((element) => {
      const external = attribute(element, 'TargetMode') === 'External';
      const target = attribute(element, 'Target') ?? '';
      const resolved = external ? target : resolveTarget(part, target);
      return {
        id: attribute(element, 'Id') ?? '',
        kind: (attribute(element, 'Type') ?? '').split('/').at(-1) ?? '',
        target: external ? target : (this.find(resolved) ?? resolved),
        external,
      };
    });
  }

  /** Adds a relationship between two parts; returns its id. */
  relate(from: string, to: string, kind: string): string {
    const taken = new Set(this.relationships(from).map((relationship) => relationship.id));
    let number = taken.size + 1;
    while (taken.has(`rId${String(number)}`)) number++;
    const id = `rId${String(number)}`;
    const name = this.find(relationshipsOf(from)) ?? relationshipsOf(from);
    const before = this.has(name)
      ? this.text(name)
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS_NAMESPACE}"></Relationships>`;
    const root = parseXml(before);
    const patch = new TextPatch(before);
    const target = escapeAttribute(encodeURI(relativeTarget(from, to)));
    patch.append(
      root,
      `<${prefixOf(root.name)}Relationship Id="${id}" Type="${RELATIONSHIP_TYPE}${kind}" Target="${target}"/>`,
    );
    this.setText(name, patch.apply());
    return id;
  }

  unrelate(from: string, id: string): void {
    const name = this.find(relationshipsOf(from));
    if (name === undefined) return;
    const text = this.text(name);
    const patch = new TextPatch(text);
    for (const element of childrenNamed(parseXml(text), 'Relationship'))
      if (attribute(element, 'Id') === id) patch.remove(element);
    if (!patch.isEmpty) this.setText(name, patch.apply());
  }

  /** Takes out the parts that nothing refers to any more once `change` has taken relationships out. */
  removing(change: () => void): void {
    const before = this.reachable();
    change();
    const after = this.reachable();
    for (const part of before) if (!after.has(part)) this.remove(part);
  }

  /** Every part that can be reached from the package's own relationships. */
  reachable(): Set<string> {
    const seen = new Set<string>();
    const queue = [''];
    for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
      for (const { target, external } of this.relationships(part)) {
        if (external || seen.has(target) || !this.has(target)) continue;
        seen.add(target);
        queue.push(target);
      }
    }
    return seen;
  }

  /** The first free name with a number: `xl/tables/table3.xml`. */
  freeName(before: string, after: string): string {
    const taken = new Set(this.names.map((name) => name.toLowerCase()));
    let number = 1;
    while (taken.has(`${before}${String(number)}${after}`.toLowerCase())) number++;
    return `${before}${String(number)}${after}`;
  }
}
