import type { SessionField } from '../../../billing/records/session';
import { rangeName } from '../../../billing/cell-name';
import type { ColumnUse } from '../column-mapping';
import type { Outside, SheetAccount, TableAccount } from './account';
import { rowsByKind } from './account';
import { accountWords, unusedWords } from './account-words';

/** The account as `desk map --json` and `desk check --json` print it. */
export interface AccountJson {
  sheet: string;
  words: string;
  /** What is not used of the sheet, a sentence each. */
  unused: string[];
  cells: number;
  tables: TableJson[];
  outside: readonly Outside[];
}

interface TableJson {
  /** "A4:J316". */
  range: string;
  /** How many rows of each kind. */
  rows: Record<string, number>;
  leftOut: { row: number; why: string | null }[];
  columns: { header: string; use: ColumnUse['use']; fields: readonly SessionField[]; cells: number }[];
}

export function accountToJson(account: SheetAccount): AccountJson {
  return {
    sheet: account.sheet,
    words: accountWords(account),
    unused: unusedWords(account),
    cells: account.cells,
    tables: account.tables.map(tableJson),
    outside: account.outside,
  };
}

function tableJson(table: TableAccount): TableJson {
  return {
    range: rangeName(table.area),
    rows: Object.fromEntries(rowsByKind({ tables: [table] })),
    leftOut: table.rows.flatMap(({ kind, row, why }) => (kind === 'left out' ? [{ row, why }] : [])),
    columns: table.columns.map(({ label, use, fields, cells }) => ({ header: label, use, fields, cells })),
  };
}
