import { markLocalNames } from './local-names';
import {
  customFunctionInFile,
  customFunctionShown,
  filePrefix,
  isCustomFunction,
  withoutPrefix,
} from './newer-functions';
import { fileTableReferences, showTableReferences } from './table-references';
import { closingParenthesis, joined, textAt, tokenize, type Token } from './tokens';

/** How a file writes the formulas of an add-in's custom functions: `CLAIM.X(` or `_xldudf_CLAIM_X(`. */
export type CustomFunctionForm = 'plain' | 'prefixed';

/** A file's formula text as the user sees it, with its '='. `ownTable`: the table the cell is in. */
export function shownFormula(fileText: string, ownTable: string | null): string {
  if (!/_xl|[[@]/i.test(fileText)) return `=${fileText}`;
  let tokens = tokenize(fileText);
  if (/_xl/i.test(fileText)) tokens = showFunctions(tokens);
  return `=${joined(showTableReferences(tokens, ownTable))}`;
}

export interface FileFormContext {
  ownTable: string | null;
  customFunctions: CustomFunctionForm;
  /** True for the anchor of a dynamic array, whose `@` must be written out. */
  isArray: boolean;
}

/** The opposite of `shownFormula`: the text for the file, without '='. */
export function fileFormula(shown: string, context: FileFormContext): string {
  const text = shown.startsWith('=') ? shown.slice(1) : shown;
  const tokens = fileTableReferences(spillReferences(tokenize(text)), context.ownTable);
  const withNames = markLocalNames(intersections(tokens, context.isArray));
  return withNames
    .map((token, at) => {
      if (token.kind !== 'word' || textAt(withNames, at + 1) !== '(') return token.text;
      if (context.customFunctions === 'prefixed' && isCustomFunction(token.text))
        return customFunctionInFile(token.text);
      const before = filePrefix(token.text);
      return before === '' ? token.text : before + token.text.toUpperCase();
    })
    .join('');
}

function showFunctions(tokens: Token[]): Token[] {
  const shown = tokens.map((token) =>
    token.kind === 'word' ? { ...token, text: customFunctionShown(withoutPrefix(token.text)) } : token,
  );
  return unwrap(unwrap(shown, 'ANCHORARRAY', '', '#'), 'SINGLE', '@', '');
}

/** `ANCHORARRAY(A1)` is shown as `A1#`, `SINGLE(A1:A9)` as `@A1:A9`. */
function unwrap(tokens: Token[], name: string, before: string, after: string): Token[] {
  const at = tokens.findIndex(
    (token, index) => token.kind === 'word' && token.text === name && textAt(tokens, index + 1) === '(',
  );
  const close = at < 0 ? -1 : closingParenthesis(tokens, at + 1);
  if (close < 0) return tokens;
  const mark = (text: string): Token[] => (text === '' ? [] : [{ kind: 'mark', text }]);
  const rest = unwrap(tokens.slice(close + 1), name, before, after);
  const inside = unwrap(tokens.slice(at + 2, close), name, before, after);
  return [...tokens.slice(0, at), ...mark(before), ...inside, ...mark(after), ...rest];
}

const ADDRESS = /^\$?[A-Za-z]{1,3}\$?\d{1,7}$/;

/** `A1#` and `Sheet1!A1#`. The sheet's name goes inside the call as well. */
function spillReferences(tokens: Token[]): Token[] {
  const filed: Token[] = [];
  tokens.forEach((token, at) => {
    const isSpill = token.text === '#' && ADDRESS.test(textAt(tokens, at - 1));
    if (!isSpill) {
      filed.push(token);
      return;
    }
    const length = textAt(tokens, at - 2) === '!' ? 3 : 1;
    const reference = joined(filed.splice(filed.length - length, length));
    filed.push({ kind: 'mark', text: `_xlfn.ANCHORARRAY(${reference})` });
  });
  return filed;
}

/** A formula that is no array intersects by itself, so the file holds no '@'; in an array it is a function. */
function intersections(tokens: Token[], isArray: boolean): Token[] {
  const filed: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (token.text !== '@') {
      filed.push(token);
      continue;
    }
    if (!isArray) continue;
    let end = at + 1;
    while (end < tokens.length && (tokens[end]?.kind !== 'mark' || /^[!:]$/.test(textAt(tokens, end)))) end++;
    if (textAt(tokens, end) === '(') end = closingParenthesis(tokens, end) + 1 || end;
    filed.push({ kind: 'mark', text: '_xlfn.SINGLE(' }, ...tokens.slice(at + 1, end), {
      kind: 'mark',
      text: ')',
    });
    at = end - 1;
  }
  return filed;
}
