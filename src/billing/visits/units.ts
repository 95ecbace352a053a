import type { Finding } from '../findings';
import { isCountedByHand, needsMinutes } from '../codes/counting';
import { procedure } from '../codes/procedures';
import { countUnits } from '../units/count-units';
import { becauseOf } from '../units/grouping';
import * as unitFinding from './unit-findings';
import type { CountedEntry, Entry, Visit } from './visit';

export interface UnitsOfVisit {
  /** Null when a STOP leaves some units open. */
  entries: CountedEntry[] | null;
  findings: Finding[];
}

/**
 * The units of a visit: as the user wrote them, else from the minutes of all its timed codes by the payer's rule.
 * Written units stay as they are; where they do not fit the minutes, a rule says so.
 */
export function unitsOfVisit(visit: Visit, entries: readonly Entry[]): UnitsOfVisit {
  const findings = entries.flatMap((entry) => faultsOf(visit, entry));
  const countable = entries.filter(isCountable);
  const rule = visit.payer?.unitRule ?? 'CMS';
  const outcome = countUnits(countable, rule);
  if (!outcome.ok) {
    const entry = outcome.item === null ? null : (countable[outcome.item] ?? null);
    findings.push(unitFinding.cannotCount(visit, entry, outcome.reason));
    return { entries: null, findings };
  }
  if (findings.some((finding) => finding.severity === 'STOP')) return { entries: null, findings };

  const counted = entries.map((entry): CountedEntry => {
    const computed = outcome.visit.units[countable.indexOf(entry)] ?? 0;
    return { ...entry, units: entry.procedure.units ?? computed };
  });
  const byMinutes = entries.some((entry) => entry.timing === 'timed' && entry.procedure.units === null);
  if (byMinutes && visit.payer && visit.payer.unitRule === null)
    findings.push(unitFinding.ruleNotKnown(visit.payer));
  if (byMinutes && outcome.visit.tie) findings.push(unitFinding.tie(visit, outcome.visit.tie, entries));
  return { entries: counted, findings };
}

/** Whether what is known of the entry is enough to tell its units. */
export function isCountable({ timing, minutes }: Pick<Entry, 'timing' | 'minutes'>): boolean {
  if (timing === 'unknown' || isCountedByHand(timing)) return false;
  return minutes !== null || !needsMinutes(timing);
}

function faultsOf(visit: Visit, entry: Entry): Finding[] {
  const { units } = entry.procedure;
  if (units !== null) {
    return !Number.isInteger(units) || units < 0 ? [unitFinding.unreadableUnits(visit, entry, units)] : [];
  }
  if (needsMinutes(entry.timing) && entry.minutes === null && entry.session.minutes === null) {
    return [unitFinding.noMinutes(visit, entry)];
  }
  if (entry.timing === 'unknown')
    return [unitFinding.needsUnits(visit, entry, 'Claimsheet does not know how it is counted.')];
  const counting = procedure(entry.code)?.counting;
  if (counting && isCountedByHand(counting.kind))
    return [unitFinding.needsUnits(visit, entry, becauseOf(counting))];
  return [];
}
