export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextLooks {
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  color?: string;
  bold?: boolean;
  /** Degrees, counter-clockwise. */
  angle?: number;
}

/** Pixels, and the colours of Excel's own charts. */
export const SMALL = 11;
export const INK = '#595959';
const LINE = '#D9D9D9';

export function text(x: number, y: number, words: string, looks: TextLooks = {}): string {
  const { size = SMALL, anchor = 'start', color = INK, bold = false, angle = 0 } = looks;
  const turned = angle === 0 ? '' : ` transform="rotate(${n(-angle)} ${n(x)} ${n(y)})"`;
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" text-anchor="${anchor}" fill="${escape(color)}"${weight}${turned}>${escape(words)}</text>`;
}

export function rectangle({ x, y, width, height }: Box, fill: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" fill="${escape(fill)}"/>`;
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${LINE}"/>`;
}

/** A whole picture with a white ground and a thin line around it. */
export function picture(width: number, height: number, content: string): string {
  const frame = `<rect x="0.5" y="0.5" width="${n(width - 1)}" height="${n(height - 1)}" fill="#FFFFFF" stroke="${LINE}"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" ` +
    `viewBox="0 0 ${n(width)} ${n(height)}" font-family="Calibri, Carlito, Arial, sans-serif">${frame}${content}</svg>`
  );
}

/** Near enough to leave room for words: nothing here can measure them. */
export function widthOf(words: string, size = SMALL): number {
  return [...words].length * size * 0.53;
}

/** Words that have no more than so many pixels; what is left out is marked. */
export function fitted(words: string, width: number, size = SMALL): string {
  const letters = [...words];
  const room = Math.max(1, Math.floor(width / (size * 0.53)));
  return letters.length <= room ? words : `${letters.slice(0, room - 1).join('')}…`;
}

/** What is written in cells is anybody's; XML 1.0 has no place for control characters and half surrogates. */
export function escape(words: string): string {
  return words
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
