import { cellName } from '../cell-name';
import type { CellPlace, Finding } from '../findings';
import type { Authorization, Benefit, TableRow } from '../records/practice';
import { labelKey } from '../values/name-key';
import { usDate } from '../values/day';
import { plainText } from '../identifiers/reading';
import type { Obstacle } from './limit';

/** What stands in the cells that a limit is read from. */
const AUTHORIZATION_CELLS = ['payer', 'kind', 'number', 'from', 'to', 'visits', 'units', 'dollars', 'codes'];
const BENEFIT_CELLS = ['payer', 'planYearStarts', 'visitsPerYear', 'visitsUsedElsewhere', 'verifiedOn'];

/** Dates that a person may mean: 1954 to 2119. */
const FIRST_DAY = 20000;
const LAST_DAY = 80000;

/** Cells of the reference tables that could not be read, by their place. */
export class UnreadableCells {
  private readonly byPlace = new Map<string, Finding>();

  constructor(findings: readonly Finding[]) {
    for (const finding of findings) if (finding.place) this.byPlace.set(cellName(finding.place), finding);
  }

  of(row: TableRow, keys: readonly string[]): Obstacle[] {
    return keys.flatMap((key) => {
      const place = row.cells[key];
      const finding = place && this.byPlace.get(cellName(place));
      return place && finding ? [fault(place, `${finding.words} ${finding.toDo}`)] : [];
    });
  }
}

/** What is wrong with a row of the Authorizations table, so that nothing can be counted by it. */
export function authorizationFaults(row: Authorization, unreadable: UnreadableCells): Obstacle[] {
  const { cells, from, to } = row;
  const faults = unreadable.of(row, AUTHORIZATION_CELLS);
  for (const [key, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (day !== null && (day < FIRST_DAY || day > LAST_DAY)) {
      faults.push(fault(cells[key], `${String(day)} is not a date. Type a date such as 10/31/2026.`));
    }
  }
  if (faults.length === 0 && from !== null && to !== null && to < from) {
    faults.push(
      fault(
        cells['to'],
        `The last day, ${usDate(to)}, is before the first, ${usDate(from)}. Correct one of them.`,
      ),
    );
  }
  faults.push(...notWhole(row, 'visits', row.visits), ...notWhole(row, 'units', row.units));
  if (row.dollars !== null && row.dollars < 0) {
    faults.push(fault(cells['dollars'], 'The dollars allowed are less than zero. Correct them.'));
  }
  return faults;
}

export function benefitFaults(row: Benefit, unreadable: UnreadableCells): Obstacle[] {
  return [
    ...unreadable.of(row, BENEFIT_CELLS),
    ...notWhole(row, 'visitsPerYear', row.visitsPerYear),
    ...notWhole(row, 'visitsUsedElsewhere', row.visitsUsedElsewhere),
  ];
}

/** One authorization written twice would count double: the same number for the same codes at the same time. */
export function repeatedRows(rows: readonly Authorization[]): Obstacle[] {
  return rows.flatMap((row, index) => {
    const first = rows.slice(0, index).find((other) => isRepeated(row, other));
    if (!first) return [];
    const before = first.cells['number'] ? ` (the first time in ${cellName(first.cells['number'])})` : '';
    const words = `Number ${row.number ?? ''} stands twice for the same time and codes${before}. Delete one of the rows, or correct it.`;
    return [fault(row.cells['number'], words)];
  });
}

export function fault(place: CellPlace | undefined, words: string): Obstacle {
  return { kind: 'fault', words: place ? `${cellName(place)}: ${words}` : words };
}

export function unknown(place: CellPlace | undefined, words: string): Obstacle {
  return { kind: 'unknown', words: place ? `${cellName(place)}: ${words}` : words };
}

function notWhole(row: TableRow, key: string, value: number | null): Obstacle[] {
  if (value === null || Number.isInteger(value)) return [];
  return [fault(row.cells[key], `${String(value)} is not a whole number. Correct it.`)];
}

function isRepeated(row: Authorization, other: Authorization): boolean {
  if (row.number === null || other.number === null || labelKey(row.number) !== labelKey(other.number))
    return false;
  if (row.kind !== other.kind) return false;
  const codes = other.codes.map(plainText);
  const shareCodes =
    row.codes.length === 0 || codes.length === 0 || row.codes.some((code) => codes.includes(plainText(code)));
  const together =
    Math.max(row.from ?? -Infinity, other.from ?? -Infinity) <=
    Math.min(row.to ?? Infinity, other.to ?? Infinity);
  return shareCodes && together;
}
