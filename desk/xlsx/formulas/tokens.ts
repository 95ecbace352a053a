export type TokenKind =
  /** `"text"` */
  | 'string'
  /** `'Sheet name'` in quotes */
  | 'quoted'
  /** `[...]` with all that is nested inside: a structured reference or another workbook */
  | 'bracket'
  /** A name, number, address or function name */
  | 'word'
  /** Operators, separators, parentheses, spaces: one character each */
  | 'mark';

export interface Token {
  kind: TokenKind;
  text: string;
}

const WORD = /[\p{L}\p{N}\p{M}_.$\\?]+/uy;

/** Cuts a formula into tokens that joined give the same text again. It does not check the formula. */
export function tokenize(formula: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const kind = kindAt(formula, at);
    const end = endOf(kind, formula, at);
    tokens.push({ kind, text: formula.slice(at, end) });
    at = end;
  }
  return tokens;
}

export function joined(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('');
}

/** The text of the token at an index; '' outside. */
export function textAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.text ?? '';
}

/** The index of the parenthesis that closes the one at `open`, or -1. */
export function closingParenthesis(tokens: readonly Token[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    const text = textAt(tokens, at);
    if (text === '(') depth++;
    else if (text === ')' && --depth === 0) return at;
  }
  return -1;
}

function kindAt(formula: string, at: number): TokenKind {
  const character = formula[at];
  if (character === '"') return 'string';
  if (character === "'") return 'quoted';
  if (character === '[') return 'bracket';
  WORD.lastIndex = at;
  return WORD.test(formula) ? 'word' : 'mark';
}

function endOf(kind: TokenKind, formula: string, at: number): number {
  switch (kind) {
    case 'string':
      return endOfQuotes(formula, at, '"');
    case 'quoted':
      return endOfQuotes(formula, at, "'");
    case 'bracket':
      return endOfBracket(formula, at);
    case 'word':
      WORD.lastIndex = at;
      WORD.test(formula);
      return WORD.lastIndex;
    case 'mark':
      return at + 1;
  }
}

/** A doubled quote stands for the quote itself. */
function endOfQuotes(formula: string, start: number, quote: string): number {
  for (let at = start + 1; at < formula.length; at++) {
    if (formula[at] !== quote) continue;
    if (formula[at + 1] === quote) at++;
    else return at + 1;
  }
  return formula.length;
}

/** In a structured reference an apostrophe takes away the meaning of the next character. */
function endOfBracket(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    const character = formula[at];
    if (character === "'") at++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return at + 1;
  }
  return formula.length;
}
