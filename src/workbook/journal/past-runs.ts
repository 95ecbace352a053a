import type { WorkbookReading } from '../reading';
import type { OwnTable } from '../tables/own-table';
import { sizesOfRuns } from './journal';
import { cellsOfRuns, type OwnCell } from './own-rows';

/** Undo goes back so many runs, and no further than their former values fit into so many characters. */
export const MAX_RUNS = 100;
const MAX_CHARACTERS = 2_000_000;
/** What Undo passes over may be taken back by itself for so many runs: a fix that was written a moment ago. */
const MAX_KEPT = 10;
const PASSED_OVER = ['kept', 'partly undone'];

/**
 * The cells of the Activity sheet that are emptied when the next run is done: former values of runs that can no longer
 * be undone. What was undone in part, or is kept, is passed over by Undo; what is too long ago is kept from then on.
 * `table`: the Activity sheet with the rows of the next run.
 */
export function pastCells(reading: WorkbookReading, table: OwnTable): OwnCell[] {
  const [emptied, kept] = [new Set<string>(), new Set<string>()];
  let [characters, isTooFar] = [0, false];
  sizesOfRuns(reading).forEach(({ mark, state, size }, index) => {
    const isOpen = state === '';
    if (isOpen) {
      // What came before a run that cannot be taken back any more stands under it. The last one always can.
      isTooFar ||= index >= MAX_RUNS || (index > 0 && characters + size > MAX_CHARACTERS);
    }
    const isPast = isOpen ? isTooFar : PASSED_OVER.includes(state) && index >= MAX_KEPT;
    if (!isPast) characters += size;
    else if (mark !== '') {
      if (size > 0) emptied.add(mark);
      if (isOpen) kept.add(mark);
    }
  });
  if (emptied.size + kept.size === 0) return [];
  return [
    ...cellsOfRuns(table, 'changed', emptied, ''),
    ...cellsOfRuns(table, 'undo', emptied, ''),
    ...cellsOfRuns(table, 'state', kept, 'kept'),
  ];
}
