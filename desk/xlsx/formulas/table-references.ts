import { textAt, type Token } from './tokens';

/**
 * Structured references. A file always names the table and writes `Sessions[[#This Row],[Minutes]]`; Excel shows
 * `[@Minutes]` to the user inside that table and `Sessions[@Minutes]` elsewhere. Works on the token list.
 */
export function showTableReferences(tokens: Token[], ownTable: string | null): Token[] {
  const shown: Token[] = [];
  tokens.forEach((token, at) => {
    if (token.kind !== 'bracket' || isOtherWorkbook(tokens, at)) {
      shown.push(token);
      return;
    }
    const table = shown.at(-1);
    const short = showThisRow(token.text);
    const isOwn =
      ownTable !== null && table?.kind === 'word' && table.text.toLowerCase() === ownTable.toLowerCase();
    if (isOwn && (short !== token.text || isPlainColumn(token.text))) shown.pop();
    shown.push({ kind: 'bracket', text: short });
  });
  return shown;
}

/** The opposite. A reference without a table name means the table the cell is in; outside one it stays. */
export function fileTableReferences(tokens: Token[], ownTable: string | null): Token[] {
  const filed: Token[] = [];
  tokens.forEach((token, at) => {
    if (token.kind === 'bracket' && !isOtherWorkbook(tokens, at)) {
      const named = tokens[at - 1]?.kind === 'word';
      if (!named && ownTable !== null) filed.push({ kind: 'word', text: ownTable });
      filed.push({ kind: 'bracket', text: fileThisRow(token.text) });
    } else filed.push(token);
  });
  return filed;
}

/** `[1]Sheet1!A1`, `[1]!Name` and `[Book.xlsx]Sheet1!A1` name a workbook, not a column. */
function isOtherWorkbook(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next !== undefined && (next.kind === 'word' || next.kind === 'quoted' || next.text === '!');
}

/** `[Minutes]`, and neither `[#All]` nor `[[Minutes]:[Units]]`. */
function isPlainColumn(bracket: string): boolean {
  return /^\[[^[#@]/.test(bracket);
}

function showThisRow(bracket: string): string {
  if (/^\[\s*#This Row\s*\]$/i.test(bracket)) return '[@]';
  const found = /^\[\s*\[#This Row\]\s*,\s*(.+?)\s*\]$/is.exec(bracket);
  const columns = found?.[1];
  if (columns === undefined || columns.startsWith('[#')) return bracket;
  const single = /^\[((?:'.|[^'[\]])*)\]$/s.exec(columns)?.[1];
  return single !== undefined && /^[\p{L}\p{N}_]+$/u.test(single) ? `[@${single}]` : `[@${columns}]`;
}

function fileThisRow(bracket: string): string {
  const found = /^\[\s*@\s*(.*?)\s*\]$/s.exec(bracket);
  const columns = found?.[1];
  if (columns === undefined) return bracket;
  if (columns === '') return '[#This Row]';
  return `[[#This Row],${columns.startsWith('[') ? columns : `[${columns}]`}]`;
}

/** Gives tables their new names. */
export function renameTables(tokens: readonly Token[], names: ReadonlyMap<string, string>): Token[] {
  return tokens.map((token, at) => {
    const renamed = token.kind === 'word' ? names.get(token.text.toLowerCase()) : undefined;
    return renamed !== undefined && textAt(tokens, at + 1).startsWith('[')
      ? { kind: 'word', text: renamed }
      : token;
  });
}
