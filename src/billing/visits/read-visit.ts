import type { Finding } from '../findings';
import type { Session } from '../records/session';
import { sum, ZERO } from '../values/cents';
import { totalCount } from '../values/counts';
import { addAll } from '../values/lists';
import { chargesOfVisit, type Pricing } from './charges';
import * as dx from './diagnoses';
import { entriesOf } from './entries';
import type { FeeLookup } from './fees';
import { isStop } from './finding-log';
import { modifiersOf } from './line-modifiers';
import { unitsOfVisit } from './units';
import type { CountedEntry, Entry, Visit, VisitLine } from './visit';

/** What a visit bills. With a STOP among the findings the lines are incomplete and must not be used. */
export interface VisitReading {
  /** One for each code with units, in the order written. */
  lines: VisitLine[];
  /** Rows of which nothing has a unit. */
  withoutUnits: Session[];
  /** The procedures of the visit with the minutes that are theirs, for the rules to judge. */
  entries: Entry[];
  /** Codes of the visit, billed or not. */
  codes: string[];
  findings: Finding[];
}

/**
 * Units, modifiers, charges and diagnoses of a visit. Everything that stands in the way of reading it is found, not only
 * the first; what the codes themselves are worth is for the rules.
 */
export function readVisit(visit: Visit, feeOf: FeeLookup, pricing: Pricing): VisitReading {
  const { entries, findings } = entriesOf(visit);
  const codes = [...new Set(entries.map((entry) => entry.code))];
  const diagnoses = new Map<Session, string[]>();
  for (const session of visit.sessions) {
    const found = dx.diagnosesOf(visit, session);
    diagnoses.set(session, found);
    if (pricing === 'claim' && found.length === 0) findings.push(dx.noDiagnosis(visit, session));
  }
  const modifiers = new Map<string, string[]>();
  for (const code of codes) {
    const found = modifiersOf(
      visit,
      code,
      entries.filter((entry) => entry.code === code),
    );
    modifiers.set(code, found.modifiers);
    addAll(findings, found.findings);
  }
  const counted = findings.some(isStop) ? null : unitsOf(visit, entries, findings);
  if (!counted) return { lines: [], withoutUnits: [], entries, codes, findings };

  const priced = chargesOfVisit(visit, counted, feeOf, pricing);
  addAll(findings, priced.findings);
  const lines = codes.flatMap((code): VisitLine[] => {
    const own = counted.filter((entry) => entry.code === code);
    const units = totalCount(own.map((entry) => entry.units));
    if (units === 0) return [];
    const sessions = [...new Set(own.map((entry) => entry.session))];
    const line: VisitLine = {
      code,
      modifiers: modifiers.get(code) ?? [],
      units,
      minutes: own.some((entry) => entry.minutes === null)
        ? null
        : totalCount(own.map((entry) => entry.minutes ?? 0)),
      charge: sum(own.map((entry) => priced.charges?.get(entry) ?? ZERO)),
      diagnoses: [...new Set(sessions.flatMap((session) => diagnoses.get(session) ?? []))],
      sessions,
    };
    const [first] = sessions;
    if (pricing === 'claim' && first && line.diagnoses.length > dx.MAX_POINTERS) {
      findings.push(dx.tooManyPointers(visit, first, code, line.diagnoses));
    }
    return [line];
  });
  const billed = new Set(lines.flatMap((line) => line.sessions));
  const withoutUnits = visit.sessions.filter((session) => !billed.has(session));
  return { lines, withoutUnits, entries, codes, findings };
}

function unitsOf(
  visit: Visit,
  entries: Parameters<typeof unitsOfVisit>[1],
  findings: Finding[],
): CountedEntry[] | null {
  const counted = unitsOfVisit(visit, entries);
  addAll(findings, counted.findings);
  return counted.entries;
}
