/** The three parts of a header or footer text: `&LPage &P&C…&R…` (ECMA-376 part 1, 18.3.1.39). */
export interface FooterParts {
  left: string | null;
  center: string | null;
  right: string | null;
}

const SIDES = { L: 'left', C: 'center', R: 'right' } as const;

export function footerParts(text: string): FooterParts {
  const parts: FooterParts = { left: null, center: null, right: null };
  let side: keyof FooterParts = 'center';
  // A quoted font name, `&"Arial,Bold"`, may hold any letter; `&&` is the sign itself.
  for (const [piece] of text.matchAll(/&&|&"[^"]*"|&[LCR]|&?[^&]/gs)) {
    if (piece === '&L' || piece === '&C' || piece === '&R') side = SIDES[piece.charAt(1) as 'L' | 'C' | 'R'];
    else parts[side] = (parts[side] ?? '') + piece;
  }
  return parts;
}

export function footerText(parts: FooterParts): string {
  const side = (mark: string, text: string | null) => (text ? mark + text : '');
  return side('&L', parts.left) + side('&C', parts.center) + side('&R', parts.right);
}
