import { defaultStyle, type BorderLine, type Edge, type Style } from '../../book/styles';
import { Palette, ownIndexedColors } from './colors';
import { builtInFormat } from './number-formats';
import { alignmentWord, borderWords, verticalWord } from './words';
import { child, childrenNamed, isTrue, numberOf, parseXml, type XmlElement } from '../xml/tree';

/** A workbook's cell formats, as the file has them and as the Book shows them. */
export interface StyleSheet {
  xml: string;
  root: XmlElement;
  palette: Palette;
  /** Cell format `n` of the file; `xf` is n, except that format 0 is the plain style of the Book. */
  styles: Style[];
  /** Cell formats that keep text as text although it looks like a formula (`quotePrefix`). */
  quoted: boolean[];
  plainFont: { name: string; size: number };
}

export const EDGES: readonly (readonly [file: string, edge: Edge])[] = [
  ['left', 'EdgeLeft'],
  ['right', 'EdgeRight'],
  ['top', 'EdgeTop'],
  ['bottom', 'EdgeBottom'],
];

export function readStyles(xml: string, themeXml: string | null): StyleSheet {
  const root = parseXml(xml);
  const palette = new Palette(themeXml, ownIndexedColors(root));
  const formats = new Map(
    childrenNamed(child(root, 'numFmts'), 'numFmt').map((element) => [
      Number(element.attributes['numFmtId']),
      element.attributes['formatCode'] ?? 'General',
    ]),
  );
  const fonts = childrenNamed(child(root, 'fonts'), 'font');
  const fills = childrenNamed(child(root, 'fills'), 'fill');
  const borders = childrenNamed(child(root, 'borders'), 'border');
  const xfs = childrenNamed(child(root, 'cellXfs'), 'xf');
  const plainFont = fontOf(fonts[numberOf(xfs[0]?.attributes['fontId']) ?? 0], palette);
  const styles = xfs.map((xf, index): Style => {
    const id = numberOf(xf.attributes['numFmtId']) ?? 0;
    const font = fontOf(fonts[numberOf(xf.attributes['fontId']) ?? 0], palette);
    const alignment = child(xf, 'alignment')?.attributes ?? {};
    const locked = child(xf, 'protection')?.attributes['locked'];
    return {
      ...defaultStyle(),
      ...font,
      // What the workbook's plain font says anyway is no choice of this cell's.
      fontName: font.fontName === plainFont.fontName ? null : font.fontName,
      fontSize: font.fontSize === plainFont.fontSize ? null : font.fontSize,
      fontColor: font.fontColor === plainFont.fontColor ? null : font.fontColor,
      numberFormat: formats.get(id) ?? builtInFormat(id) ?? 'General',
      fill: fillOf(fills[numberOf(xf.attributes['fillId']) ?? 0], palette),
      borders: bordersOf(borders[numberOf(xf.attributes['borderId']) ?? 0], palette),
      horizontalAlignment: alignmentWord(alignment['horizontal']),
      verticalAlignment: verticalWord(alignment['vertical']),
      wrapText: isTrue(alignment['wrapText']),
      indent: numberOf(alignment['indent']) ?? 0,
      locked: locked === undefined || isTrue(locked),
      xf: index === 0 ? null : index,
      changed: false,
    };
  });
  const quoted = xfs.map((xf) => isTrue(xf.attributes['quotePrefix']));
  return {
    xml,
    root,
    palette,
    styles,
    quoted,
    plainFont: { name: plainFont.fontName ?? 'Calibri', size: plainFont.fontSize ?? 11 },
  };
}

type FontPart = Pick<
  Style,
  'fontName' | 'fontSize' | 'fontColor' | 'bold' | 'italic' | 'underline' | 'strikethrough'
>;

function fontOf(font: XmlElement | undefined, palette: Palette): FontPart {
  const underline = child(font, 'u');
  return {
    fontName: child(font, 'name')?.attributes['val'] ?? null,
    fontSize: numberOf(child(font, 'sz')?.attributes['val']),
    fontColor: palette.resolve(child(font, 'color')),
    bold: isOn(child(font, 'b')),
    italic: isOn(child(font, 'i')),
    underline: underline !== undefined && underline.attributes['val'] !== 'none',
    strikethrough: isOn(child(font, 'strike')),
  };
}

/** `<b/>` means yes, `<b val="0"/>` no. */
function isOn(element: XmlElement | undefined): boolean {
  if (!element) return false;
  const value = element.attributes['val'];
  return value === undefined || isTrue(value);
}

function fillOf(fill: XmlElement | undefined, palette: Palette): string | null {
  const pattern = child(fill, 'patternFill');
  const type = pattern?.attributes['patternType'];
  if (!pattern || type === undefined || type === 'none') return null;
  return palette.resolve(child(pattern, 'fgColor'));
}

function bordersOf(border: XmlElement | undefined, palette: Palette): Partial<Record<Edge, BorderLine>> {
  const lines: Partial<Record<Edge, BorderLine>> = {};
  for (const [name, edge] of EDGES) {
    const element = child(border, name);
    const words = borderWords(element?.attributes['style'] ?? '');
    if (words) lines[edge] = { ...words, color: palette.resolve(child(element, 'color')) ?? '#000000' };
  }
  return lines;
}
