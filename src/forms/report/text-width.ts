/**
 * Advance widths of Helvetica and Helvetica-Bold for the characters 32 to 126, in thousandths of the font size (Adobe
 * font metrics). Arial and Liberation Sans have the same widths.
 */
// prettier-ignore
const PLAIN = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
// prettier-ignore
const BOLD = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
  556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
  975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
  667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
  333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
  611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
];
const SIGNS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '’': 278,
    '‘': 278,
    '“': 500,
    '”': 500,
    '–': 556,
    '·': 333,
    '•': 350,
  }),
);
/** As wide as the font is high: dashes, other scripts, pictures. */
const WIDE = 1000;
/** Excel rounds each letter to whole pixels on a screen, which makes a line up to a tenth longer than on paper. */
const SCREEN = 1.08;

export interface Font {
  size: number;
  bold: boolean;
}

/** Points that a line of text takes in Arial, on the safe side. */
export function textWidth(text: string, font: Font): number {
  let thousandths = 0;
  for (const character of text) thousandths += characterWidth(character, font.bold);
  return (thousandths / 1000) * font.size * SCREEN;
}

function characterWidth(character: string, bold: boolean): number {
  const widths = bold ? BOLD : PLAIN;
  const plain = widths[character.charCodeAt(0) - 32];
  if (plain !== undefined) return plain;
  // An accent takes no room of its own.
  return SIGNS.get(character) ?? widths[character.normalize('NFD').charCodeAt(0) - 32] ?? WIDE;
}

/** The text as Excel wraps it: between words, and within a word that is wider than the line. */
export function wrappedLines(text: string, width: number, font: Font): string[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let room = width;
    for (const word of paragraph.split(/(?<= )(?! )/)) {
      const needed = textWidth(word.trimEnd(), font);
      if (line !== '' && needed > room) {
        lines.push(line);
        line = '';
        room = width;
      }
      if (needed <= room) {
        line += word;
        room -= textWidth(word, font);
        continue;
      }
      for (const character of word) {
        const wide = textWidth(character, font);
        if (line !== '' && wide > room) {
          lines.push(line);
          line = '';
          room = width;
        }
        line += character;
        room -= wide;
      }
    }
    return [...lines, line];
  });
}
