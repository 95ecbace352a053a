import type { Finding } from '../../../billing/findings';
import type { ColumnMapping } from '../column-mapping';
import type { SheetGrid } from '../grid';
import { isBlank, plainWords } from '../cells/text';
import { headerWords } from '../mapping/header-words';
import { scoreHeader } from '../mapping/score';
import { TAKEN } from '../mapping/scores';
import { rowFinding } from './unreadable';

const NONE = new Set(['no', 'none', 'na', 'n a', 'x', '0']);

/** A WARN for each column of second insurers ("Secondary ins", "Insurance 2"): a claim made of the row names one alone. */
export function secondInsurers(grid: SheetGrid, { sheet, columns, fields, area }: ColumnMapping): Finding[] {
  if (fields.payer === undefined) return [];
  return columns.flatMap(({ label, column, use }) => {
    if (use !== 'not used' || !namesASecond(label)) return [];
    const rows: number[] = [];
    for (let row = area.top + 1; row <= area.bottom; row++) {
      const value = grid.values[row - grid.firstRow]?.[column - grid.firstColumn];
      if (value !== undefined && !isBlank(value) && !NONE.has(plainWords(String(value)))) rows.push(row);
    }
    const [first] = rows;
    if (first === undefined) return [];
    return [
      rowFinding({
        rule: 'second-insurer-not-read',
        severity: 'WARN',
        place: { sheet, row: first, column },
        message: `"${label}" names a second insurer in ${rows.length === 1 ? '1 row' : `${String(rows.length)} rows`}, and it is not read: who else pays, the Clients table says.`,
        fix: 'Give these clients a second row in the Clients table with that payer and its member ID.',
      }),
    ];
  });
}

function namesASecond(label: string): boolean {
  const words = headerWords(label);
  const isSecond = words.meanings.includes('secondary') || (words.ordinal ?? 1) > 1;
  const rest = words.meanings.map((meaning) => (meaning === 'secondary' ? 'primary' : meaning));
  return isSecond && scoreHeader('payer', { ...words, meanings: rest }) >= TAKEN;
}
