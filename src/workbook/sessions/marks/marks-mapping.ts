import type { ColumnMapping, MappedField, MarksLayout } from '../column-mapping';
import { areaOf, wholeBlock } from '../blocks/block';
import type { SheetGrid } from '../grid';

/** The mapping of a client-by-day grid: date and client come from its edges, everything else must be asked for. */
export function marksMapping(grid: SheetGrid, marks: MarksLayout): ColumnMapping {
  const row = `row ${String(marks.edgeRow)}`;
  const first = `column ${String(marks.edgeColumn)}`;
  const [dates, names] = marks.datesRun === 'across' ? [row, first] : [first, row];
  const edge = (where: string): MappedField => ({
    columns: [where],
    columnIndexes: [],
    confidence: 0.8,
    evidence: 'a grid of marks: names on one edge, dates on the other',
    factor: 1,
    marks: [],
  });
  return {
    sheet: grid.name,
    headerRow: marks.edgeRow,
    area: areaOf(wholeBlock(grid, marks.edgeRow - grid.firstRow), grid),
    columns: [],
    fields: { date: edge(`the dates in ${dates}`), client: edge(`the names in ${names}`) },
    unsure: [
      {
        field: 'cpt',
        candidates: [],
        why: 'The grid only marks visits; no column says the procedure code.',
        needed: false,
      },
    ],
    client: null,
    marks,
    misnamed: [],
    others: [],
    unread: [],
  };
}
