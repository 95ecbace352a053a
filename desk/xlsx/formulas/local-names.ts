import { closingParenthesis, textAt, type Token } from './tokens';

const PREFIX = '_xlpm.';
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u;

/** Files mark the names that LET and LAMBDA introduce: `LET(x,1,x+1)` is held as `LET(_xlpm.x,1,_xlpm.x+1)`. */
export function markLocalNames(tokens: readonly Token[]): Token[] {
  const marked = tokens.map((token) => ({ ...token }));
  tokens.forEach((token, at) => {
    const name = token.kind === 'word' ? token.text.toUpperCase() : '';
    if ((name !== 'LET' && name !== 'LAMBDA') || textAt(tokens, at + 1) !== '(') return;
    const close = closingParenthesis(tokens, at + 1);
    if (close < 0) return;
    const introduced = introducedNames(tokens, at + 1, close, name);
    for (let inside = at + 2; inside < close; inside++) {
      const word = marked[inside];
      if (
        word?.kind === 'word' &&
        introduced.has(word.text.toLowerCase()) &&
        textAt(tokens, inside + 1) !== '!'
      )
        word.text = PREFIX + word.text;
    }
  });
  return marked;
}

/** LET takes names and values in turn and ends with the calculation; LAMBDA takes names and ends with it. */
function introducedNames(tokens: readonly Token[], open: number, close: number, name: string): Set<string> {
  const args: string[] = [''];
  let depth = 0;
  for (let at = open + 1; at < close; at++) {
    const text = textAt(tokens, at);
    if (text === '(' || text === '{') depth++;
    if (text === ')' || text === '}') depth--;
    if (text === ',' && depth === 0) args.push('');
    else args[args.length - 1] += text;
  }
  return new Set(
    args
      .slice(0, -1)
      .filter((_, index) => name === 'LAMBDA' || index % 2 === 0)
      .map((arg) =>
        arg
          .replace(/^\[(.*)\]$/, '$1')
          .trim()
          .toLowerCase(),
      )
      .filter((arg) => NAME.test(arg)),
  );
}
