import { cellName } from '../../../billing/cell-name';
import { outcomeMeasure, type OutcomeMeasure } from '../../../billing/documents/outcome-measures';
import type { OutcomeAtVisit } from '../../../billing/documents/progress';
import { readOutcome } from '../../../billing/documents/read-outcome';
import type { Session } from '../../../billing/records/session';
import { isBlank } from '../cells/text';
import { blockOf, holds } from '../blocks/block';
import type { ColumnMapping } from '../column-mapping';
import { tablesOf } from '../column-mapping';
import type { SheetGrid } from '../grid';
import { columnsOf } from '../mapping/columns';
import { normaliseHeader } from '../mapping/header-words';
import { cellAt } from '../rows/sheet-rows';

export interface OutcomesRead {
  /** Headers taken for measures, in the order of the sheets. */
  columns: string[];
  outcomes: OutcomeAtVisit[];
  /** A sentence for each cell that holds something else than a value of its measure. */
  unread: string[];
}

interface OutcomeColumn {
  index: number;
  label: string;
  measure: OutcomeMeasure;
}

/** Reads the outcome columns that a user keeps beside the sessions: columns that no other field was taken from. */
export function readOutcomes(
  sheets: readonly SheetGrid[],
  mappings: readonly ColumnMapping[],
  sessions: readonly Session[],
): OutcomesRead {
  const read: OutcomesRead = { columns: [], outcomes: [], unread: [] };
  for (const mapping of mappings.flatMap(tablesOf)) {
    const grid = sheets.find(({ name }) => name === mapping.sheet);
    if (grid === undefined || mapping.marks !== null) continue;
    const columns = outcomeColumns(grid, mapping);
    for (const { label } of columns) if (!read.columns.includes(label)) read.columns.push(label);
    for (const session of sessions) {
      const { sheet, row, column: at } = session.place;
      if (sheet === grid.name && holds(mapping.area, row, at) && session.status === 'kept') {
        for (const column of columns) readCell(grid, session, column, read);
      }
    }
  }
  return read;
}

function outcomeColumns(grid: SheetGrid, { area, fields }: ColumnMapping): OutcomeColumn[] {
  // A column of words that mapping took for notes may still be headed "Pain": only its readable cells count then.
  const taken = new Set(
    Object.entries(fields).flatMap(([field, mapped]) => (field === 'notes' ? [] : mapped.columnIndexes)),
  );
  return columnsOf(grid, blockOf(area, grid)).flatMap(({ index, label }): OutcomeColumn[] => {
    const measure = taken.has(index) ? null : outcomeMeasure(normaliseHeader(label));
    return measure === null ? [] : [{ index, label, measure }];
  });
}

function readCell(
  grid: SheetGrid,
  session: Session,
  { index, label, measure }: OutcomeColumn,
  read: OutcomesRead,
): void {
  const { value, format, place, shown } = cellAt(grid, session.place.row - grid.firstRow, index);
  if (isBlank(value)) return;
  const reading = readOutcome(value, format, measure, /%|percent|pct/i.test(label));
  if (reading.ok) {
    read.outcomes.push({ date: session.date, column: label, measure, value: reading.value, place });
  } else read.unread.push(`${cellName(place)} says "${shown}", which was left out: ${reading.why}.`);
}
