import type { Finding } from '../findings';
import { procedure } from '../codes/procedures';
import { countUnits } from '../units/billable-units';
import type { CountedVisit } from '../units/visit';
import * as say from './unit-findings';
import type { CountedEntry, Entry, Visit } from './visit';

export interface UnitsOfVisit {
  /** Null when a STOP leaves some units open. */
  entries: CountedEntry[] | null;
  findings: Finding[];
}

/**
 * The units of a visit: as the user wrote them, else from the minutes of all its timed codes by the payer's rule.
 * Written units stay as they are; where they do not fit the minutes, a finding says so.
 */
export function unitsOfVisit(visit: Visit, entries: readonly Entry[]): UnitsOfVisit {
  const findings = entries.flatMap((entry) => faultsOf(visit, entry));
  findings.push(...untimedTwice(visit, entries));
  const countable = entries.filter((entry) => entry.timing === 'untimed' || isTimedWithMinutes(entry));
  const rule = visit.payer?.unitRule ?? 'CMS';
  const outcome = countUnits(countable, rule);
  if (!outcome.ok) {
    const entry = outcome.item === null ? null : (countable[outcome.item] ?? null);
    findings.push(say.cannotCount(visit, entry, outcome.reason));
    return { entries: null, findings };
  }
  if (findings.some((finding) => finding.severity === 'STOP')) return { entries: null, findings };

  const counted = entries.map((entry): CountedEntry => {
    const computed = outcome.visit.units[countable.indexOf(entry)] ?? 0;
    return { ...entry, units: entry.procedure.units ?? computed };
  });
  const byMinutes = entries.some((entry) => entry.timing === 'timed' && entry.procedure.units === null);
  if (byMinutes && visit.payer && visit.payer.unitRule === null) findings.push(say.ruleNotKnown(visit.payer));
  if (byMinutes && outcome.visit.tie) findings.push(say.tie(visit, outcome.visit.tie, entries));
  const allTimed = entries.filter((entry) => entry.timing === 'timed');
  if (allTimed.every(isTimedWithMinutes)) findings.push(...misfits(visit, counted, outcome.visit));
  return { entries: counted, findings };
}

function isTimedWithMinutes(entry: Entry): boolean {
  return entry.timing === 'timed' && entry.minutes !== null;
}

function faultsOf(visit: Visit, entry: Entry): Finding[] {
  const { units } = entry.procedure;
  if (units !== null) {
    if (!Number.isInteger(units) || units < 0) return [say.unreadableUnits(visit, entry, units)];
    return entry.timing === 'untimed' && units > 1 ? [say.untimedManyUnits(visit, entry, units)] : [];
  }
  if (entry.timing === 'timed' && entry.minutes === null && entry.session.minutes === null) {
    return [say.noMinutes(visit, entry)];
  }
  if (entry.timing === 'unknown')
    return [say.needsUnits(visit, entry, 'Claimsheet does not know how it is counted.')];
  if (entry.timing === 'other') {
    return [
      say.needsUnits(visit, entry, procedure(entry.code)?.counting ?? 'It is not counted by minutes alone.'),
    ];
  }
  return [];
}

/** An untimed service is billed once a day, so a second row of it is a slip or needs a reason. */
function untimedTwice(visit: Visit, entries: readonly Entry[]): Finding[] {
  const untimed = entries.filter((entry) => entry.timing === 'untimed');
  const again = untimed.filter(
    (entry, index) => untimed.findIndex(({ code }) => code === entry.code) < index,
  );
  return again.map((entry) => say.untimedTwice(visit, entry));
}

/** Codes whose written units are not what their minutes make. A tie may fall either way. */
function misfits(visit: Visit, entries: readonly CountedEntry[], counted: CountedVisit): Finding[] {
  const differing = counted.codes.flatMap((computed) => {
    const written = entries.filter((entry) => entry.code === computed.code);
    if (!computed.timed || written.every((entry) => entry.procedure.units === null)) return [];
    const units = written.reduce((sum, entry) => sum + entry.units, 0);
    return units === computed.units ? [] : [{ computed, units, entry: written[0] }];
  });
  const balance = differing.reduce((sum, { computed, units }) => sum + units - computed.units, 0);
  const onlyTied = differing.every(
    ({ computed, units }) =>
      counted.tie?.codes.includes(computed.code) &&
      Math.abs(units - computed.units) === 1 &&
      units >= computed.full,
  );
  if (onlyTied && balance === 0) return [];
  return differing.flatMap(({ computed, units, entry }) =>
    entry ? [say.misfit(visit, entry, units, computed, counted.rule)] : [],
  );
}
