import type { Session } from '../records/session';
import { countUnits } from '../units/count-units';
import type { CountedVisit } from '../units/visit';
import { withModifiersOfPayer } from '../visits/line-modifiers';
import { isCountable } from '../visits/units';
import type { Entry, Visit } from '../visits/visit';
import type { CheckedDiagnosis, CheckedLine, CheckedVisit } from './checked-visit';

/** A visit of the session sheet as the rules see it. `entries`: its procedures with the minutes that are theirs. */
export function visitToCheck(
  visit: Visit,
  entries: readonly Entry[],
  paidBy: CheckedVisit['paidBy'],
): CheckedVisit {
  const { client, payer, date, sessions } = visit;
  const counting = countEntries(visit, entries);
  const alone = new Set(sessions.filter(({ procedures }) => procedures.length === 1));
  return {
    clientName: visit.clientName,
    client,
    paidBy,
    payer,
    date,
    sessions,
    lines: entries.map((entry, index): CheckedLine => {
      const { session, procedure, code, timing, minutes } = entry;
      return {
        code,
        timing,
        modifiers: withModifiersOfPayer(visit, code, procedure.modifiers),
        units: procedure.units ?? counting.units[index] ?? null,
        writtenUnits: procedure.units,
        minutes,
        charge: alone.has(session) ? session.charge : null,
        session,
      };
    }),
    diagnoses: sessions.flatMap((session) => diagnosesOf(visit, session)),
    counted: counting.visit,
  };
}

/** The units that minutes make, by entry; an entry whose time is not told has none. */
function countEntries(
  { payer }: Visit,
  entries: readonly Entry[],
): { visit: CountedVisit | null; units: (number | null)[] } {
  const countable = entries.filter(isCountable);
  const outcome = countUnits(countable, payer?.unitRule ?? 'CMS');
  if (!outcome.ok) return { visit: null, units: [] };
  const units = entries.map((entry) => {
    const item = countable.indexOf(entry);
    return item < 0 ? null : (outcome.visit.units[item] ?? null);
  });
  return { visit: outcome.visit, units };
}

/** The diagnoses of a session, else those of the client. Rows that repeat them do not repeat what is found. */
function diagnosesOf(visit: Visit, session: Session): CheckedDiagnosis[] {
  const own = session.diagnoses.filter((code) => code.trim() !== '');
  if (own.length > 0) {
    const place = session.cells.dx ?? session.place;
    return own.map((text) => ({ text, place, ofClient: false }));
  }
  if (session !== visit.sessions.find(({ diagnoses }) => diagnoses.length === 0)) return [];
  const place = visit.client?.cells['diagnoses'] ?? session.place;
  return (visit.client?.diagnoses ?? []).flatMap((text) =>
    text.trim() === '' ? [] : [{ text, place, ofClient: true }],
  );
}
