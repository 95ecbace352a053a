import type { Area, Table } from '../../book/book';

export type TableReference = { area: Area } | { error: '#REF!' | '#VALUE!' };

interface Rows {
  first: number;
  last: number;
}

/**
 * The cells that a structured reference means. `bracket` is its part in brackets, e.g. `[@Minutes]`,
 * `[[#Headers],[Minutes]:[Units]]` or '' for the table's name alone; `row` is the row of the formula.
 * Grammar: support.microsoft.com, "Using structured references with Excel tables".
 */
export function resolveTableReference(table: Table, bracket: string, row: number): TableReference {
  const { sections, columns } = readBracket(bracket);
  const rows = rowsOf(table, sections, row);
  if (typeof rows === 'string') return { error: rows };
  const [first, last = first] = columns.map((name) => columnIndex(table, name));
  if (first === -1 || last === -1) return { error: '#REF!' };
  const left = first === undefined ? 0 : Math.min(first, last ?? first);
  const right = first === undefined ? table.area.columns - 1 : Math.max(first, last ?? first);
  return {
    area: {
      row: rows.first,
      rows: rows.last - rows.first + 1,
      column: table.area.column + left,
      columns: right - left + 1,
    },
  };
}

/** Sections in lower case without `#`; at most two columns, the first and last of a run. */
function readBracket(bracket: string): { sections: string[]; columns: string[] } {
  const inside = bracket.slice(1, -1).trim();
  if (inside === '') return { sections: [], columns: [] };
  if (inside.startsWith('@')) {
    const rest = inside.slice(1).trim();
    return {
      sections: ['this row'],
      columns: rest.startsWith('[') ? parts(rest) : rest === '' ? [] : [plain(rest)],
    };
  }
  const items = inside.startsWith('[') ? rawParts(inside) : [inside];
  return {
    sections: items.filter((item) => item.startsWith('#')).map((item) => item.slice(1).trim().toLowerCase()),
    columns: items.filter((item) => !item.startsWith('#')).map(plain),
  };
}

function parts(text: string): string[] {
  return rawParts(text).map(plain);
}

/** `[#Data],[A]:[B]` gives `#Data`, `A`, `B`. An apostrophe takes away the meaning of the next character. */
function rawParts(text: string): string[] {
  return [...text.matchAll(/\[((?:'.|[^'[\]])*)\]/gs)].map((match) => match[1] ?? '');
}

function plain(column: string): string {
  return column.replace(/'(.)/gs, '$1');
}

function columnIndex(table: Table, name: string): number {
  const wanted = name.trim().toLowerCase();
  return table.columns.findIndex((column) => column.name.trim().toLowerCase() === wanted);
}

function rowsOf(table: Table, sections: readonly string[], row: number): Rows | '#REF!' | '#VALUE!' {
  const { area, hasTotals } = table;
  const bottom = area.row + area.rows - 1;
  const data = { first: area.row + 1, last: Math.max(area.row + 1, hasTotals ? bottom - 1 : bottom) };
  const found: Rows[] = [];
  for (const section of sections.length === 0 ? ['data'] : sections) {
    if (section === 'all') found.push({ first: area.row, last: bottom });
    else if (section === 'headers') found.push({ first: area.row, last: area.row });
    else if (section === 'data') found.push(data);
    else if (section === 'totals' && hasTotals) found.push({ first: bottom, last: bottom });
    else if (section === 'this row') {
      if (row < data.first || row > data.last) return '#VALUE!';
      found.push({ first: row, last: row });
    } else return '#REF!';
  }
  return {
    first: Math.min(...found.map((rows) => rows.first)),
    last: Math.max(...found.map((rows) => rows.last)),
  };
}
