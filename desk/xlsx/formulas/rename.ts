import { quoteSheetName } from '../../book/address';
import { renameTables } from './table-references';
import { joined, textAt, tokenize, type Token } from './tokens';

/** What got another name since the file was read, by the old name in lower case. A sheet that is gone maps to null. */
export interface Renames {
  sheets: ReadonlyMap<string, string | null>;
  tables: ReadonlyMap<string, string>;
}

export function hasRenames(renames: Renames): boolean {
  return renames.sheets.size > 0 || renames.tables.size > 0;
}

/** A file's formula with the sheets and tables called by their new names; what is gone becomes `#REF!`. */
export function renameInFormula(formula: string, renames: Renames): string {
  if (!hasRenames(renames)) return formula;
  const tokens = renameTables(tokenize(formula), renames.tables);
  const renamed: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const name = textAt(tokens, at + 1) === '!' ? sheetNameOf(token) : null;
    const becomes =
      name === null || isInOtherWorkbook(tokens, at) ? undefined : renames.sheets.get(name.toLowerCase());
    if (becomes === undefined) renamed.push(token);
    else if (becomes !== null) renamed.push({ kind: 'quoted', text: quoteSheetName(becomes) });
    else {
      at = endOfReference(tokens, at + 2) - 1;
      renamed.push({ kind: 'mark', text: '#REF!' });
    }
  }
  return joined(renamed);
}

function sheetNameOf(token: Token): string | null {
  if (token.kind === 'quoted') return token.text.slice(1, -1).replace(/''/g, "'");
  return token.kind === 'word' ? token.text : null;
}

function isInOtherWorkbook(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return textAt(tokens, at - 1).endsWith(']') || (token?.kind === 'quoted' && token.text.includes('['));
}

/** After `Sheet!`: an address, an area or a name. */
function endOfReference(tokens: readonly Token[], at: number): number {
  return textAt(tokens, at + 1) === ':' && tokens[at + 2]?.kind === 'word' ? at + 3 : at + 1;
}
