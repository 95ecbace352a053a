import type { WantedFix } from '../../actions/check/fix-cells';
import type { CheckReport } from '../../actions/check/check-month';
import { cellAddress, cellName } from '../../billing/cell-name';
import type { CellFix, Finding } from '../../billing/findings';

/** What one rule offers to write, into two cells or more. */
export interface FixGroup {
  rule: string;
  fix: string;
  fixes: (WantedFix & { fix: CellFix })[];
}

export function fixGroups({ general, clients }: CheckReport): FixGroup[] {
  const groups = new Map<string, FixGroup>();
  const places = new Set<string>();
  for (const finding of [...general, ...clients.flatMap(findingsOf)]) {
    const { rule, fix: fix, place, cellFix } = finding;
    if (!cellFix || !place || places.has(cellName(place))) continue;
    places.add(cellName(place));
    const group = groups.get(rule) ?? { rule, fix, fixes: [] };
    group.fixes.push({ sheet: place.sheet, cell: cellAddress(place), fix: cellFix });
    groups.set(rule, group);
  }
  return [...groups.values()].filter(({ fixes }) => fixes.length > 1);
}

function findingsOf({ findings, visits }: CheckReport['clients'][number]): Finding[] {
  return [...findings, ...visits.flatMap((visit) => visit.findings)];
}
