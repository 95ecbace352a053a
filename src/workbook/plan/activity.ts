import { fingerprint } from '../tables/fingerprint';
import { cellOf } from '../tables/row-values';
import type { TableSchema } from '../tables/schema';
import type { Plan } from './plan';

/** What the Activity sheet says of a run: enough for Undo to take it back on another day. */
export interface ActivityEntry {
  run: string;
  what: string;
  /** Sheets the run made, with the fingerprint of those that the user types into. */
  sheets: { name: string; fingerprint: string | null }[];
}

const SEPARATOR = '\n';
const MARK = ' # ';

/** The plan with its own line for the Activity sheet. `isNew` tells which tables the plan will make. */
export function withActivity(
  plan: Plan,
  schemaOf: (table: Plan['rows'][number]['table']) => TableSchema,
  isNew: (table: Plan['rows'][number]['table']) => boolean,
  date1904: boolean,
): Plan {
  const sheets = [
    ...plan.rows
      .filter(({ table }) => isNew(table))
      .map(({ table, rows }) => `${table}${MARK}${fingerprint(tableCells(schemaOf(table), rows, date1904))}`),
    ...plan.documents.map(({ name }) => name),
    ...(plan.plainSheets ?? []).map(({ name }) => name),
    ...(isNew('Activity') ? ['Activity'] : []),
  ];
  const counts = plan.rows.filter(({ rows }) => rows.length > 0);
  const entry = {
    run: plan.run.id,
    when: plan.run.when,
    what: plan.run.what,
    sheets: sheets.join(SEPARATOR),
    rows: counts.map(({ table, rows }) => `${table}: ${String(rows.length)}`).join('; '),
  };
  return { ...plan, rows: [...plan.rows, { table: 'Activity', rows: [entry] }] };
}

export function readActivitySheets(text: string): ActivityEntry['sheets'] {
  return text
    .split(SEPARATOR)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const mark = line.lastIndexOf(MARK);
      return mark < 0
        ? { name: line, fingerprint: null }
        : { name: line.slice(0, mark), fingerprint: line.slice(mark + MARK.length) };
    });
}

/** The cells of a table's own columns, as they will be read back. */
function tableCells(schema: TableSchema, rows: Plan['rows'][number]['rows'], date1904: boolean): unknown[][] {
  return schema.direction === 'down'
    ? schema.columns.map((column) => [cellOf(column, rows[0]?.[column.key], date1904)])
    : rows.map((row) => schema.columns.map((column) => cellOf(column, row[column.key], date1904)));
}
