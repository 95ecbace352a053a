import { textAt, type Token } from '../../xlsx/formulas/tokens';

/**
 * The names that LET and LAMBDA introduce anywhere in a formula, in lower case: they hide the workbook's own
 * names, and may be called like functions.
 */
export function localNames(tokens: readonly Token[]): Set<string> {
  const names = new Set<string>();
  const open: { called: string; argument: number }[] = [];
  tokens.forEach((token, at) => {
    if (token.text === '(') open.push({ called: textAt(tokens, at - 1).toUpperCase(), argument: 0 });
    else if (token.text === ')') open.pop();
    else if (token.text === ',') {
      const call = open.at(-1);
      if (call) call.argument++;
    } else if (token.kind === 'word' && isIntroduced(open.at(-1)) && isWholeArgument(tokens, at)) {
      names.add(token.text.toLowerCase());
    }
  });
  return names;
}

/** LET takes names and values in turn; all but the last argument of LAMBDA are names. */
function isIntroduced(call: { called: string; argument: number } | undefined): boolean {
  return call?.called === 'LAMBDA' || (call?.called === 'LET' && call.argument % 2 === 0);
}

function isWholeArgument(tokens: readonly Token[], at: number): boolean {
  let before = at - 1;
  while (textAt(tokens, before).trim() === '' && before > 0) before--;
  let after = at + 1;
  while (textAt(tokens, after).trim() === '' && after < tokens.length) after++;
  return '(,'.includes(textAt(tokens, before)) && textAt(tokens, after) === ',';
}
