import type { Area, Sheet } from '../../book/book';
import { movedArea, type Shift } from '../../book/structure';
import type { Workspace } from '../workspace';

/** Ranges that somebody holds follow their cells; those whose cells are all deleted are gone. */
export function moveHeldRanges(sheet: Sheet, changed: Area, shift: Shift, workspace: Workspace): void {
  const area = { ...changed };
  for (const range of workspace.heldRanges(sheet)) {
    const moved = movedArea(range.area, area, shift);
    if (moved) range.area = moved;
    else range.deleted = true;
  }
}
