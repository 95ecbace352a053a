/**
 * About how wide a text prints, in points: the advance widths of Helvetica, which Arial and Liberation Sans share
 * (Adobe font metrics), in thousandths of the font size.
 */
// prettier-ignore
const narrow: Record<string, number> = {
  ' ': 278, i: 222, j: 222, l: 222, I: 278, '.': 278, ',': 278, ':': 278, "'": 191, '’': 222, '(': 333, ')': 333,
  '-': 333, '/': 278, f: 278, t: 278, r: 333, s: 500, c: 500, k: 500, v: 500, x: 500, y: 500, z: 500, J: 500,
  m: 833, w: 722, M: 833, W: 944, '?': 556, '&': 667, '#': 556, '·': 333, '–': 556,
};
// prettier-ignore
const wideCapitals: Record<string, number> = {
  A: 667, B: 667, C: 722, D: 722, E: 667, F: 611, G: 778, H: 722, K: 667, L: 556, N: 722, O: 778, P: 667, Q: 778,
  R: 722, S: 667, T: 611, U: 722, V: 667, X: 667, Y: 667, Z: 611,
};
const LETTER_OR_DIGIT = 556;
/** Bold is at most about a tenth wider. */
const BOLD = 1.1;

export function textWidth(text: string, fontSize: number, bold: boolean): number {
  const lines = text
    .split('\n')
    .map((line) =>
      [...line].reduce(
        (width, character) => width + (narrow[character] ?? wideCapitals[character] ?? LETTER_OR_DIGIT),
        0,
      ),
    );
  return (Math.max(...lines) / 1000) * fontSize * (bold ? BOLD : 1);
}
