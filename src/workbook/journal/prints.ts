import { textHash } from '../../billing/values/text-hash';
import type { GridValue } from '../sessions/grid';
import type { OwnTable } from '../tables/own-table';

/** Letters and digits of one row's print. */
export const ROW_PRINT = 5;

/** A short print of what a row of a table says, by the keys of its columns; empty cells do not count. */
export function rowPrint(cells: Iterable<readonly [key: string, value: GridValue | null]>): string {
  const said = [...cells].flatMap(([key, value]) =>
    value === null || value === '' ? [] : [`${key}=${String(value)}`],
  );
  return textHash(said.sort().join('\u001f')).toString(36).slice(-ROW_PRINT).padStart(ROW_PRINT, '0');
}

export function rowPrintOf({ cells, positions }: OwnTable, position: number): string {
  const line = cells[position] ?? [];
  return rowPrint([...positions].map(([key, column]) => [key, line[column] ?? '']));
}

export function splitPrints(prints: string): string[] {
  return prints.match(new RegExp(`.{${String(ROW_PRINT)}}`, 'g')) ?? [];
}

/** A print of a sheet's cells, whatever their order: formulas aside, since what they come to may change. */
export class SheetPrint {
  private sum = 0;
  private count = 0;

  /** Row and column count from 0. */
  add(row: number, column: number, value: GridValue | null): void {
    if (value === null || value === '' || (typeof value === 'string' && value.startsWith('='))) return;
    this.sum =
      (this.sum + (textHash(`${String(row)}:${String(column)}=${String(value)}`) % 2 ** 45)) % 2 ** 45;
    this.count++;
  }

  get text(): string {
    return `${String(this.count)}-${this.sum.toString(36)}`;
  }
}
