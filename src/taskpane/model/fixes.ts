import type { WantedFix } from '../../actions/check/fix-cells';
import type { CheckReport } from '../../actions/check/check-month';
import type { ReportedFinding } from '../../actions/report';
import type { CellFix } from '../../billing/findings';

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
    const { rule, toDo, sheet, cell, fix } = finding;
    if (!fix || sheet === null || cell === null || places.has(`${sheet}!${cell}`)) continue;
    places.add(`${sheet}!${cell}`);
    const group = groups.get(rule) ?? { rule, toDo, fixes: [] };
    group.fixes.push({ sheet, cell, fix });
    groups.set(rule, group);
  }
  return [...groups.values()].filter(({ fixes }) => fixes.length > 1);
}

function findingsOf({ findings, visits }: CheckReport['clients'][number]): ReportedFinding[] {
  return [...findings, ...visits.flatMap((visit) => visit.findings)];
}
