import { cellName } from '../cell-name';
import type { CellPlace, Finding } from '../findings';
import { plainText } from '../identifiers/reading';
import type { Authorization, ColumnOf, TableRow } from '../records/practice';
import { ZERO } from '../values/cents';
import { earliest, FIRST_DAY, isLikely, LAST_DAY, latest, usDate } from '../values/day';
import { addAll } from '../values/lists';
import { labelKey } from '../values/name-key';
import type { Why } from './amounts';
import { coverOf, kindOf } from './row';

/** What stands in the cells that a limit is read from. */
const CELLS: readonly ColumnOf<Authorization>[] = [
  'payer',
  'kind',
  'number',
  'from',
  'to',
  'visits',
  'units',
  'dollars',
  'codes',
];

/** Cells of the reference tables that could not be read, by their place. */
export class UnreadableCells {
  private readonly byPlace = new Map<string, Finding>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) if (finding.place) this.byPlace.set(cellName(finding.place), finding);
  }

  of<Row extends TableRow>({ cells }: Row, keys: readonly ColumnOf<Row>[]): Why[] {
    return keys.flatMap((key) => {
      const place = cells[key];
      return (place && this.byPlace.get(cellName(place))) ?? [];
    });
  }
}

/** What is wrong with rows of the Authorizations table, so that nothing can be counted by them. */
export function faultsOfRows(rows: readonly Authorization[], unreadable: UnreadableCells): Why[] {
  return [...rows.flatMap((row) => faultsOf(row, unreadable)), ...repeatedRows(rows)];
}

export function faultAt(place: CellPlace | undefined, message: string, fix: string): Why {
  return { place: place ?? null, message, fix };
}

export function notWhole<Row extends TableRow>(row: Row, key: ColumnOf<Row>, value: number | null): Why[] {
  if (value === null || Number.isInteger(value)) return [];
  return [faultAt(row.cells[key], `${String(value)} is not a whole number.`, 'Correct it.')];
}

function faultsOf(row: Authorization, unreadable: UnreadableCells): Why[] {
  const { cells, from, to } = row;
  const faults = unreadable.of(row, CELLS);
  for (const [key, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day !== null && !isLikely(day))
      faults.push(faultAt(cells[key], `${String(day)} is not a date.`, 'Type a date such as 10/31/2026.'));
  }
  if (faults.length === 0 && from !== null && to !== null && to < from) {
    const words = `The last day, ${usDate(to)}, is before the first, ${usDate(from)}.`;
    faults.push(faultAt(cells['to'], words, 'Correct one of them.'));
  }
  addAll(faults, [...notWhole(row, 'visits', row.visits), ...notWhole(row, 'units', row.units)]);
  if (row.dollars !== null && row.dollars < ZERO)
    faults.push(faultAt(cells['dollars'], 'The dollars allowed are less than zero.', 'Correct them.'));
  return faults;
}

/** One authorization written twice would count double: the same number for the same codes at the same time. */
function repeatedRows(rows: readonly Authorization[]): Why[] {
  return rows.flatMap((row, index) => {
    const first = rows.slice(0, index).find((other) => isRepeated(row, other));
    if (!first) return [];
    const before = first.cells['number'] ? ` (the first time in ${cellName(first.cells['number'])})` : '';
    const words = `Number ${row.number ?? ''} stands twice for the same time and codes${before}.`;
    return [faultAt(row.cells['number'], words, 'Delete one of the rows, or correct it.')];
  });
}

function isRepeated(row: Authorization, other: Authorization): boolean {
  if (row.number === null || other.number === null || labelKey(row.number) !== labelKey(other.number))
    return false;
  if (kindOf(row) !== kindOf(other)) return false;
  const shareCodes =
    row.codes.length === 0 || other.codes.length === 0 || other.codes.map(plainText).some(coverOf(row));
  const together =
    latest(row.from ?? FIRST_DAY, other.from ?? FIRST_DAY) <=
    earliest(row.to ?? LAST_DAY, other.to ?? LAST_DAY);
  return shareCodes && together;
}
