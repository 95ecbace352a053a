import { attribute, child, descendants, parseXml, type XmlElement } from '../xml/tree';

/** The old palette of 64 colours, ECMA-376 part 1, 18.8.27; numbers 0 to 7 are the same as 8 to 15. */
const INDEXED = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 ' +
  '9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF ' +
  '00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 ' +
  '003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** In the order in which cells number them (18.8.3): light before dark, twice, then the accents and the links. */
const THEME_SLOTS = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];
/** The Office theme of 2013, for files without one. */
const OFFICE_THEME =
  'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

/** Turns a file's colours into `#RRGGBB`. */
export class Palette {
  private readonly theme: string[];

  constructor(
    themeXml: string | null,
    private readonly indexed: readonly string[] = [],
  ) {
    this.theme = themeXml === null ? OFFICE_THEME : themeColors(themeXml);
  }

  /** Null for automatic and for what cannot be told. */
  resolve(color: XmlElement | undefined): string | null {
    if (!color) return null;
    const base = this.base(color);
    if (base === null || !/^[0-9A-F]{6}$/i.test(base)) return null;
    const tint = Number(attribute(color, 'tint') ?? '0');
    return `#${(tint ? tinted(base, tint) : base).toUpperCase()}`;
  }

  private base(color: XmlElement): string | null {
    const { rgb, theme, indexed } = color.attributes;
    if (rgb !== undefined) return rgb.slice(-6);
    if (theme !== undefined) return this.theme[Number(theme)] ?? null;
    if (indexed === undefined) return null;
    const index = Number(indexed);
    return this.indexed[index]?.slice(-6) ?? INDEXED[index < 8 ? index : index - 8] ?? null;
  }
}

/** The colours of a styles part that replace the old palette. */
export function ownIndexedColors(stylesRoot: XmlElement): string[] {
  const list = child(child(stylesRoot, 'colors'), 'indexedColors');
  return list?.children.map((color) => color.attributes['rgb'] ?? '') ?? [];
}

function themeColors(themeXml: string): string[] {
  const [scheme] = descendants(parseXml(themeXml), 'clrScheme');
  return THEME_SLOTS.map((slot, index) => {
    const color = child(scheme, slot)?.children[0];
    const value = color?.attributes['lastClr'] ?? color?.attributes['val'];
    return value ?? OFFICE_THEME[index] ?? '000000';
  });
}

/**
 * 18.8.19: a tint darkens (below 0) or lightens (above 0) the lightness of the colour. Excel calculates it as Windows
 * does, in whole numbers from 0 to 240; with fractions the last digits would differ from what Excel shows.
 */
function tinted(hex: string, tint: number): string {
  const { hue, lightness, saturation } = toHls(hex);
  // Files hold 0.8 as 0.7999816…, in steps of 1/32767.
  const share = Math.round(tint * 1000) / 1000;
  const moved = share < 0 ? lightness * (1 + share) : lightness * (1 - share) + SCALE * share;
  return fromHls({ hue, lightness: Math.trunc(moved + 1e-6), saturation });
}

const SCALE = 240;

interface Hls {
  hue: number;
  lightness: number;
  saturation: number;
}

function toHls(hex: string): Hls {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const sum = max + min;
  const spread = max - min;
  const lightness = Math.trunc((sum * SCALE + 255) / 510);
  if (spread === 0) return { hue: 0, lightness, saturation: 0 };
  const range = lightness <= SCALE / 2 ? sum : 510 - sum;
  const saturation = Math.trunc((spread * SCALE + Math.trunc(range / 2)) / range);
  const distance = (channel: number) =>
    Math.trunc(((max - channel) * (SCALE / 6) + Math.trunc(spread / 2)) / spread);
  const hue =
    max === red
      ? distance(blue) - distance(green)
      : max === green
        ? SCALE / 3 + distance(red) - distance(blue)
        : (2 * SCALE) / 3 + distance(green) - distance(red);
  return { hue: (hue + SCALE) % SCALE, lightness, saturation };
}

function fromHls({ hue, lightness, saturation }: Hls): string {
  const high =
    lightness <= SCALE / 2
      ? Math.trunc((lightness * (SCALE + saturation) + SCALE / 2) / SCALE)
      : lightness + saturation - Math.trunc((lightness * saturation + SCALE / 2) / SCALE);
  const low = 2 * lightness - high;
  const channel = (offset: number) => {
    const level = Math.trunc((levelAt((hue + offset + SCALE) % SCALE, low, high) * 255 + SCALE / 2) / SCALE);
    return Math.max(0, Math.min(255, level)).toString(16).padStart(2, '0');
  };
  return channel(SCALE / 3) + channel(0) + channel(-SCALE / 3);
}

function levelAt(hue: number, low: number, high: number): number {
  const step = (part: number) => Math.trunc(((high - low) * part + SCALE / 12) / (SCALE / 6));
  if (hue < SCALE / 6) return low + step(hue);
  if (hue < SCALE / 2) return high;
  if (hue < (SCALE * 2) / 3) return low + step((SCALE * 2) / 3 - hue);
  return low;
}
