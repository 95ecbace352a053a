/**
 * Where a pattern is found first in a text, from a place on, or -1. `?` is any character, `*` any text, and `~` before
 * one of them means itself. Cost: the length of the text times that of the pattern at most.
 */
export function findWildcard(pattern: string, text: string, from: number): number {
  const [first = [], ...others] = piecesOf(pattern);
  const start = indexOfPiece(first, text, from);
  if (start < 0) return -1;
  let at = start + first.length;
  // What is not found behind the first place is not found behind a later one.
  const isFound = others.every((piece) => {
    const found = indexOfPiece(piece, text, at);
    at = found + piece.length;
    return found >= 0;
  });
  return isFound ? start : -1;
}

/** The characters between the stars; null is any one. */
function piecesOf(pattern: string): (string | null)[][] {
  const pieces: (string | null)[][] = [[]];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '*') pieces.push([]);
    else if (character === '?') pieces.at(-1)?.push(null);
    else if (character === '~' && /[~*?]/.test(pattern.charAt(at + 1)))
      pieces.at(-1)?.push(pattern.charAt(++at));
    else pieces.at(-1)?.push(character);
  }
  return pieces;
}

function indexOfPiece(piece: readonly (string | null)[], text: string, from: number): number {
  for (let at = from; at + piece.length <= text.length; at++)
    if (piece.every((character, index) => character === null || character === text[at + index])) return at;
  return -1;
}
