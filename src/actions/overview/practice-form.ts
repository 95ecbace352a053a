import type { CellPlace } from '../../billing/findings';
import { isoOf } from '../../billing/values/day';
import { recordsOf } from '../../workbook/tables/cells';
import type { OwnTable } from '../../workbook/tables/own-table';
import type { SchemaColumn } from '../../workbook/tables/schema';

/** A value of the Practice table as a form shows it. */
export interface FormField {
  key: string;
  header: string;
  help: string;
  kind: SchemaColumn['kind'];
  choices: readonly string[];
  /** Dates as ISO text. */
  value: string;
  place: CellPlace;
}

/** The Practice table's fields, in its own order; a line that the user removed has no field. */
export function practiceForm(table: OwnTable): FormField[] {
  const [record] = recordsOf(table);
  if (!record) return [];
  return table.schema.columns.flatMap((column) => {
    const place = record.cells[column.key];
    if (!place) return [];
    const day = column.kind === 'date' ? record.date(column.key) : null;
    return [
      {
        key: column.key,
        header: column.header,
        help: column.help,
        kind: column.kind,
        choices: column.kind === 'yes-no' ? ['Yes', 'No'] : (column.choices ?? []),
        value: day === null ? (record.text(column.key) ?? '') : isoOf(day),
        place,
      },
    ];
  });
}
