import type { WantedFix } from '../../actions/check/fix-cells';
import type { CheckReport } from '../../actions/check/check-month';
import { cellAddress, cellName } from '../../billing/cell-name';
import type { CellFix, Finding } from '../../billing/findings';

/** What one rule offers to write, into two cells or more. */
export interface FixGroup {
  rule: string;
  toDo: string;
  fixes: (WantedFix & { fix: CellFix })[];
}

export function fixGroups({ general, clients }: CheckReport): FixGroup[] {
  const groups = new Map<string, FixGroup>();
  const places = new Set<string>();
  for (const finding of [...general, ...clients.flatMap(findingsOf)]) {
    const { rule, toDo, place, fix } = finding;
    if (!fix || !place || places.has(cellName(place))) continue;
    places.add(cellName(place));
    const group = groups.get(rule) ?? { rule, toDo, fixes: [] };
    group.fixes.push({ sheet: place.sheet, cell: cellAddress(place), fix });
    groups.set(rule, group);
  }
  return [...groups.values()].filter(({ fixes }) => fixes.length > 1);
}

function findingsOf({ findings, visits }: CheckReport['clients'][number]): Finding[] {
  return [...findings, ...visits.flatMap((visit) => visit.findings)];
}
