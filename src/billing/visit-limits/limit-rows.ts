import type { Why } from '../authorizations/amounts';
import { notWhole, type UnreadableCells } from '../authorizations/faults';
import { cellName } from '../cell-name';
import type { CellPlace } from '../findings';
import type { Benefit, ColumnOf } from '../records/practice';
import type { Obstacle } from './limit';

/** What stands in the cells that a limit is read from. */
const BENEFIT_CELLS: readonly ColumnOf<Benefit>[] = [
  'payer',
  'planYearStarts',
  'visitsPerYear',
  'visitsUsedElsewhere',
  'verifiedOn',
];

export function benefitFaults(row: Benefit, unreadable: UnreadableCells): Why[] {
  return [
    ...unreadable.of(row, BENEFIT_CELLS),
    ...notWhole(row, 'visitsPerYear', row.visitsPerYear),
    ...notWhole(row, 'visitsUsedElsewhere', row.visitsUsedElsewhere),
  ];
}

export function fault({ place, message, fix }: Why): Obstacle {
  return { kind: 'fault', words: atCell(place, `${message} ${fix}`.trim()) };
}

export function unknown(place: CellPlace | undefined, words: string): Obstacle {
  return { kind: 'unknown', words: atCell(place ?? null, words) };
}

function atCell(place: CellPlace | null, words: string): string {
  return place ? `${cellName(place)}: ${words}` : words;
}
