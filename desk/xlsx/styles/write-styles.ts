import type { BorderLine, Style } from '../../book/styles';
import { EDGES, type StyleSheet } from './read-styles';
import { builtInId, FIRST_CUSTOM_ID } from './number-formats';
import { alignmentInFile, borderInFile, verticalInFile } from './words';
import { escapeAttribute } from '../xml/text';
import { emptyTag, openTag, TextPatch, withAttributes } from '../xml/patch';
import { child, childrenNamed, prefixOf, type XmlElement } from '../xml/tree';

type ListName = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs';
/** The order of the lists in a styles part, for those a file does without. */
const LISTS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs'];

/** Finds or makes the file's cell format for a style of the Book; new ones are added after the file's own. */
export class StyleWriter {
  private readonly added: Record<ListName, string[]> = {
    numFmts: [],
    fonts: [],
    fills: [],
    borders: [],
    cellXfs: [],
  };
  private readonly known = new Map<string, number>();
  private readonly formatIds = new Map<string, number>();
  private readonly prefix: string;

  constructor(private readonly sheet: StyleSheet) {
    this.prefix = prefixOf(sheet.root.name);
    for (const element of this.elements('numFmts')) {
      const code = element.attributes['formatCode'];
      if (code !== undefined) this.formatIds.set(code, Number(element.attributes['numFmtId']));
    }
  }

  /** The number of the cell format. `quoted`: the cell holds text that looks like a formula. */
  formatFor(style: Style, quoted: boolean): number {
    const base = style.xf ?? 0;
    const original = this.sheet.styles[base];
    if (!original) throw new Error(`style of a file that is not this one: cell format ${String(base)}`);
    const isQuoted = this.sheet.quoted[base] ?? false;
    const same = sameLook(style, original);
    if (same && quoted === isQuoted) return base;
    const key = JSON.stringify([style, quoted]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const number = this.add('cellXfs', this.cellFormat(base, original, style, quoted));
    this.known.set(key, number);
    return number;
  }

  /** The changed styles part, or null when nothing was added. */
  finish(): string | null {
    const patch = new TextPatch(this.sheet.xml);
    for (const [name, items] of Object.entries(this.added)) {
      if (items.length === 0) continue;
      const list = child(this.sheet.root, name);
      if (!list) {
        const before = LISTS.slice(LISTS.indexOf(name) + 1);
        const next = this.sheet.root.children.find((element) => before.includes(element.local));
        const text = `<${this.tag(name)} count="${String(items.length)}">${items.join('')}</${this.tag(name)}>`;
        patch.insert(next?.start ?? this.sheet.root.openEnd, text);
        continue;
      }
      const open = withAttributes(openTag(this.sheet.xml.slice(list.start, list.openEnd)), {
        count: String(list.children.length + items.length),
      });
      const inside = this.sheet.xml.slice(list.openEnd, list.closeStart);
      patch.replaceElement(list, `${open}${inside}${items.join('')}</${list.name}>`);
    }
    return patch.isEmpty ? null : patch.apply();
  }

  private cellFormat(base: number, original: Style, style: Style, quoted: boolean): string {
    const xf = this.elements('cellXfs')[base];
    const attributes: Record<string, string | null> = { quotePrefix: quoted ? '1' : null };
    const id = (name: string) => Number(xf?.attributes[name] ?? '0');
    if (style.numberFormat !== original.numberFormat) {
      attributes['numFmtId'] = String(this.numberFormat(style.numberFormat));
      attributes['applyNumberFormat'] = '1';
    }
    if (!sameFont(style, original)) {
      attributes['fontId'] = String(
        this.add('fonts', this.font(this.elements('fonts')[id('fontId')], style, original)),
      );
      attributes['applyFont'] = '1';
    }
    if (style.fill !== original.fill) {
      attributes['fillId'] = String(style.fill === null ? 0 : this.add('fills', this.fill(style.fill)));
      attributes['applyFill'] = '1';
    }
    if (!sameBorders(style, original)) {
      const before = this.elements('borders')[id('borderId')];
      attributes['borderId'] = String(this.add('borders', this.border(before, style, original)));
      attributes['applyBorder'] = '1';
    }
    const alignment = this.alignment(child(xf, 'alignment'), style, original);
    if (!sameAlignment(style, original)) attributes['applyAlignment'] = '1';
    const protection = this.protection(child(xf, 'protection'), style, original);
    if (style.locked !== original.locked) attributes['applyProtection'] = '1';
    const rest = (xf?.children ?? [])
      .filter((element) => element.local !== 'alignment' && element.local !== 'protection')
      .map((element) => this.raw(element))
      .join('');
    const tag = xf
      ? this.sheet.xml.slice(xf.start, xf.openEnd)
      : `<${this.tag('xf')} numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0">`;
    const open = withAttributes(openTag(tag), attributes);
    const inside = alignment + protection + rest;
    return inside === '' ? open.replace(/>$/, '/>') : `${open}${inside}</${xf?.name ?? this.tag('xf')}>`;
  }

  private numberFormat(code: string): number {
    const known = builtInId(code) ?? this.formatIds.get(code);
    if (known !== undefined) return known;
    let id = FIRST_CUSTOM_ID;
    for (const taken of this.formatIds.values()) id = Math.max(id, taken + 1);
    this.formatIds.set(code, id);
    this.added.numFmts.push(
      `<${this.tag('numFmt')} numFmtId="${String(id)}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return id;
  }

  /** Font elements in the order Excel writes them; those the Desk does not model are kept. */
  private font(before: XmlElement | undefined, style: Style, original: Style): string {
    const plain = this.elements('fonts')[Number(this.elements('cellXfs')[0]?.attributes['fontId'] ?? '0')];
    const flag = (name: string, on: boolean) => (on ? `<${this.tag(name)}/>` : '');
    const keep = (name: string) => this.raw(child(before, name));
    const value = (
      name: string,
      now: string | number | null,
      then: string | number | null,
      write: (value: string) => string,
    ) => {
      if (now === then) return keep(name);
      return now === null ? this.raw(child(plain, name)) : write(escapeAttribute(String(now)));
    };
    const sameName = style.fontName === original.fontName;
    return [
      `<${this.tag('font')}>`,
      flag('b', style.bold),
      flag('i', style.italic),
      flag('strike', style.strikethrough),
      keep('condense'),
      keep('extend'),
      keep('outline'),
      keep('shadow'),
      style.underline === original.underline ? keep('u') : flag('u', style.underline),
      keep('vertAlign'),
      value('sz', style.fontSize, original.fontSize, (size) => `<${this.tag('sz')} val="${size}"/>`),
      value('color', style.fontColor, original.fontColor, (color) => this.color('color', color)),
      value('name', style.fontName, original.fontName, (name) => `<${this.tag('name')} val="${name}"/>`),
      // Family, character set and theme link belong to the old name.
      ...(sameName ? ['family', 'charset', 'scheme'].map(keep) : []),
      `</${this.tag('font')}>`,
    ].join('');
  }

  private fill(color: string): string {
    const pattern = this.tag('patternFill');
    const inside = `${this.color('fgColor', color)}<${this.tag('bgColor')} indexed="64"/>`;
    return `<${this.tag('fill')}><${pattern} patternType="solid">${inside}</${pattern}></${this.tag('fill')}>`;
  }

  private border(before: XmlElement | undefined, style: Style, original: Style): string {
    const lines = EDGES.map(([name, edge]) => {
      const line = style.borders[edge];
      const old = child(before, name);
      if (old && sameLine(line, original.borders[edge])) return this.raw(old);
      const word = line ? borderInFile(line.style, line.weight) : null;
      if (!line || word === null) return `<${this.tag(name)}/>`;
      return `<${this.tag(name)} style="${word}">${this.color('color', line.color)}</${this.tag(name)}>`;
    });
    const others = (before?.children ?? []).filter(
      (element) => !EDGES.some(([name]) => name === element.local),
    );
    const rest =
      others.length > 0 ? others.map((element) => this.raw(element)).join('') : `<${this.tag('diagonal')}/>`;
    const open = before
      ? openTag(this.sheet.xml.slice(before.start, before.openEnd))
      : `<${this.tag('border')}>`;
    return `${open}${lines.join('')}${rest}</${this.tag('border')}>`;
  }

  private alignment(before: XmlElement | undefined, style: Style, original: Style): string {
    if (sameAlignment(style, original)) return this.raw(before);
    const tag = before
      ? emptyTag(this.sheet.xml.slice(before.start, before.openEnd))
      : `<${this.tag('alignment')}/>`;
    return withAttributes(tag, {
      horizontal: alignmentInFile(style.horizontalAlignment),
      vertical: verticalInFile(style.verticalAlignment),
      wrapText: style.wrapText ? '1' : null,
      indent: style.indent > 0 ? String(style.indent) : null,
    });
  }

  private protection(before: XmlElement | undefined, style: Style, original: Style): string {
    if (style.locked === original.locked) return this.raw(before);
    const tag = before ? this.raw(before) : `<${this.tag('protection')}/>`;
    return withAttributes(tag, { locked: style.locked ? '1' : '0' });
  }

  private color(name: string, color: string): string {
    return `<${this.tag(name)} rgb="FF${escapeAttribute(color.replace('#', '').toUpperCase())}"/>`;
  }

  /** Adds an item once; returns its number in the list. */
  private add(list: ListName, item: string): number {
    const items = this.added[list];
    const known = items.indexOf(item);
    if (known < 0) items.push(item);
    return this.elements(list).length + (known < 0 ? items.length - 1 : known);
  }

  private elements(list: ListName): XmlElement[] {
    return childrenNamed(child(this.sheet.root, list), ITEM[list]);
  }

  private raw(element: XmlElement | undefined): string {
    return element ? this.sheet.xml.slice(element.start, element.end) : '';
  }

  private tag(name: string): string {
    return this.prefix + name;
  }
}

const ITEM: Record<ListName, string> = {
  numFmts: 'numFmt',
  fonts: 'font',
  fills: 'fill',
  borders: 'border',
  cellXfs: 'xf',
};

function sameLook(a: Style, b: Style): boolean {
  return (
    a.numberFormat === b.numberFormat &&
    sameFont(a, b) &&
    a.fill === b.fill &&
    sameAlignment(a, b) &&
    a.locked === b.locked &&
    sameBorders(a, b)
  );
}

function sameBorders(a: Style, b: Style): boolean {
  return EDGES.every(([, edge]) => sameLine(a.borders[edge], b.borders[edge]));
}

function sameLine(a: BorderLine | undefined, b: BorderLine | undefined): boolean {
  return a?.style === b?.style && a?.weight === b?.weight && a?.color === b?.color;
}

function sameFont(a: Style, b: Style): boolean {
  return (
    a.fontName === b.fontName &&
    a.fontSize === b.fontSize &&
    a.fontColor === b.fontColor &&
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.strikethrough === b.strikethrough
  );
}

function sameAlignment(a: Style, b: Style): boolean {
  return (
    a.horizontalAlignment === b.horizontalAlignment &&
    a.verticalAlignment === b.verticalAlignment &&
    a.wrapText === b.wrapText &&
    a.indent === b.indent
  );
}
