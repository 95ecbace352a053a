import type { CellPlace } from '../../billing/findings';
import { parseIso } from '../../billing/values/day';
import { finishPlan } from '../../practice/finish-plan';
import { nextRun } from '../../practice/numbers';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { cellAt } from '../../workbook/journal/former-values';
import type { CellChange, TypedCell } from '../../workbook/plan/plan';
import { refuseProtected } from '../../workbook/plan/writable-table';
import { cellOf, columnFormat, type CellColumn } from '../../workbook/tables/cell-values';

/** A value for one cell of Claimsheet's own tables, as the user typed it in the pane; '' empties the cell. */
export interface Typed {
  place: CellPlace;
  column: CellColumn;
  /** Dates as ISO text. */
  value: string;
  /** Set where the table lacks the column, which the plan adds; the place is then the cell that names the row. */
  change?: CellChange;
}

/**
 * Plans to write into cells of Claimsheet's own tables, each as its column wants it. It is as if they were typed there:
 * Undo passes over it.
 */
export async function prepareTyping(
  context: Excel.RequestContext,
  entries: readonly Typed[],
  now: Date,
): Promise<Prepared<null>> {
  const { reading } = await readSettled(context, now);
  const changes = entries.flatMap(({ change }) => change ?? []);
  const cells = entries.flatMap(({ place, column, value, change }): TypedCell[] => {
    if (change) return [];
    const before = cellAt(reading, place);
    const after = cellFor(column, value.trim(), reading.date1904);
    const format = columnFormat(column);
    const { sheet, row, column: at } = place;
    return after === before
      ? []
      : [{ sheet, row, column: at, before, after, format: { before: format, after: format } }];
  });
  for (const { sheet } of cells) refuseProtected(reading, sheet);
  const names = [...new Set(entries.map(({ place }) => place.sheet))].join(', ');
  const when = localTime(now);
  const { id } = nextRun(reading, 'typed', when.slice(0, 7));
  const run = { id, when, what: `Typed in the pane, for ${names}`, isKept: true as const };
  return {
    reading,
    plan:
      cells.length + changes.length === 0
        ? null
        : finishPlan({ run, documents: [], rows: [], typed: cells, changes }, reading),
    report: null,
  };
}

function cellFor(column: CellColumn, value: string, date1904: boolean): string | number | boolean {
  if (value === '') return '';
  const day = column.kind === 'day' ? parseIso(value) : null;
  if (day !== null) return cellOf(column, day, date1904) ?? '';
  const isNumber = (column.kind === 'number' || column.kind === 'money') && Number.isFinite(Number(value));
  return isNumber ? Number(value) : value;
}
