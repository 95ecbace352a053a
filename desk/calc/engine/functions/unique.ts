import { CellError, type CellValue } from '../../../book/book';
import type { Overriding } from './overriding';

/** Excel's UNIQUE does not tell upper from lower case. */
export function overrideUnique(overriding: Overriding): void {
  const { values } = overriding;
  overriding.around('UNIQUE', () => (array, byColumn, exactlyOnce) => {
    const isTrue = (arg: typeof byColumn | undefined) => Boolean(arg && values.rowsOf(arg)[0]?.[0]);
    const rows = values.rowsOf(array);
    const lines = isTrue(byColumn) ? turned(rows) : rows;
    const kept = unique(lines, isTrue(exactlyOnce));
    if (kept.length === 0) return values.toError(new CellError('#CALC!'));
    return values.toArray(isTrue(byColumn) ? turned(kept) : kept);
  });
}

function unique(lines: CellValue[][], exactlyOnce: boolean): CellValue[][] {
  const found = new Map<string, { line: CellValue[]; count: number }>();
  for (const line of lines) {
    const key = JSON.stringify(line.map(keyOf));
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { line, count: 1 });
  }
  return [...found.values()].filter(({ count }) => !exactlyOnce || count === 1).map(({ line }) => line);
}

function keyOf(value: CellValue): CellValue | { error: string } {
  if (value instanceof CellError) return { error: value.text };
  return typeof value === 'string' ? value.toLowerCase() : value;
}

function turned(rows: CellValue[][]): CellValue[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((line) => line[column] ?? null));
}
