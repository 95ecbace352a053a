import type { CellPlace } from '../../billing/findings';
import { isoOf } from '../../billing/values/day';
import { columnsOf, type Column } from '../../workbook/tables/define-table';
import type { OwnTable } from '../../workbook/tables/own-table';
import type { practiceTable } from '../../workbook/tables/practice';
import { readOwnTable } from '../../workbook/tables/read-table';

/** A value of the Practice table as a form shows it. */
export interface FormField {
  key: string;
  header: string;
  help: string;
  kind: Column['kind'];
  choices: readonly string[];
  /** Dates as ISO text. */
  value: string;
  place: CellPlace;
}

/** The Practice table's fields, in its own order; a line that the user removed has no field. */
export function practiceForm(table: OwnTable<typeof practiceTable>): FormField[] {
  const [record] = readOwnTable(table).rows;
  if (!record) return [];
  return columnsOf(table.definition).flatMap(({ key, header, help, kind, choices = [] }) => {
    const position = table.positions.get(key);
    if (position === undefined) return [];
    const day = key === 'licenseExpires' ? record.licenseExpires : null;
    return [
      {
        ...{ key, header, help, kind },
        choices: kind === 'yes-no' ? ['Yes', 'No'] : choices,
        value: day === null ? String(table.cells[position]?.[1] ?? '').trim() : isoOf(day),
        place: { sheet: table.sheet.name, row: table.top + position, column: table.left + 1 },
      },
    ];
  });
}
