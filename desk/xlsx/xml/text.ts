/** ECMA-376 part 1, 22.9.2.19 (ST_Xstring): a character XML cannot hold is written `_xHHHH_`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
const LITERAL_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
// Lone surrogates and the characters XML 1.0 forbids; a carriage return would come back as a line feed.
const UNWRITABLE =
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (mark) => MARKS[mark] ?? mark) : text;
}

/** Line breaks and tabs are written as character references: a parser turns raw ones into spaces. */
export function escapeAttribute(text: string): string {
  return text
    .replace(/[&<>"]/g, (mark) => MARKS[mark] ?? mark)
    .replace(/[\t\n\r]/g, (space) => `&#${String(space.charCodeAt(0))};`);
}

export function decodeExcelText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export function encodeExcelText(text: string): string {
  return encodeUnwritable(text.includes('_x') ? text.replace(LITERAL_ESCAPE, '_x005F_') : text);
}

/** For names in attributes, where Excel escapes line breaks as well: `_x000a_`. */
export function encodeExcelName(text: string): string {
  return encodeExcelText(text).replace(/[\n\t]/g, (space) => hexEscape(space).toLowerCase());
}

export function needsSpacePreserved(text: string): boolean {
  return /^\s|\s$|[\n\t]/.test(text);
}

function encodeUnwritable(text: string): string {
  return text.replace(UNWRITABLE, hexEscape);
}

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
