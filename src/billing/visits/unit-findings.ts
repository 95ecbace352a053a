import type { Finding } from '../findings';
import type { Payer } from '../records/practice';
import type { Tie } from '../units/visit';
import { visitFinding, visitName, type Entry, type Visit } from './visit';

const CMS = 'Medicare Claims Processing Manual, chapter 5, section 20.2 (8-minute rule)';
const UNITS_FIELD = 'NUCC 1500 manual, item 24G; 837P 2400 SV104';

const unitsCell = (entry: Entry) =>
  entry.session.cells.units ?? entry.session.cells.cpt ?? entry.session.place;
const minutesCell = (entry: Entry) =>
  entry.session.cells.minutes ?? entry.session.cells.cpt ?? entry.session.place;

export function ruleNotKnown(payer: Payer): Finding {
  return {
    rule: 'unit-rule-not-known',
    severity: 'NOTE',
    place: payer.cells['unitRule'] ?? null,
    message: `How ${payer.name} counts units is not known; the CMS rule (total minutes) is used.`,
    fix: `Ask ${payer.name}, then write CMS or AMA under "Unit rule" in the Payers table.`,
    source: CMS,
  };
}

export function noMinutes(visit: Visit, entry: Entry): Finding {
  return visitFinding(visit, {
    rule: 'minutes-missing',
    severity: 'STOP',
    place: minutesCell(entry),
    message: `${entry.code} of ${visitName(visit)} is billed by time, and neither minutes nor units are written.`,
    fix: 'Write the minutes or the units.',
    source: CMS,
  });
}

export function needsUnits(visit: Visit, entry: Entry, because: string): Finding {
  return visitFinding(visit, {
    rule: 'units-needed',
    severity: 'STOP',
    place: unitsCell(entry),
    message: `The units of ${entry.code} for ${visitName(visit)} cannot be told from the minutes. ${because}`,
    fix: 'Write the units, for example "97139 x1".',
    source: UNITS_FIELD,
  });
}

export function cannotCount(visit: Visit, entry: Entry | null, reason: string): Finding {
  const session = visit.sessions[0];
  return visitFinding(visit, {
    rule: 'units-not-countable',
    severity: 'STOP',
    place: entry ? minutesCell(entry) : (session?.cells.minutes ?? session?.place ?? null),
    message: `The units of ${visitName(visit)} cannot be counted: ${reason}`,
    fix: 'Correct the codes and minutes.',
    source: CMS,
  });
}

export function unreadableUnits(visit: Visit, entry: Entry, units: number): Finding {
  return visitFinding(visit, {
    rule: 'units-unreadable',
    severity: 'STOP',
    place: unitsCell(entry),
    message: `${units} units of ${entry.code} for ${visitName(visit)} is not a number of units.`,
    fix: 'Write whole units.',
    source: UNITS_FIELD,
  });
}

export function tie(visit: Visit, { codes, units }: Tie, entries: readonly Entry[]): Finding {
  const entry = entries.find(({ code }) => codes.includes(code));
  return visitFinding(visit, {
    rule: 'units-tie',
    severity: 'WARN',
    place: entry ? unitsCell(entry) : null,
    message: `${codes.join(' and ')} of ${visitName(visit)} have equal minutes left over, and ${units} of them ${units === 1 ? 'gets' : 'get'} a unit more; the first written got it.`,
    fix: 'If another code should have it, write the units next to each code.',
    source: `${CMS}: with equal leftovers the clinician chooses`,
  });
}
