import type { Finding } from '../findings';
import type { Payer, UnitRule } from '../records/practice';
import type { CodeUnits, Tie } from '../units/visit';
import { visitFinding, visitName, type Entry, type Visit } from './visit';

const CMS = 'Medicare Claims Processing Manual, chapter 5, section 20.2 (8-minute rule)';
const AMA = 'AMA midpoint rule: each code alone, a unit past the middle of its 15 minutes';
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
    words: `How ${payer.name} counts units is not known; the CMS rule (total minutes) is used.`,
    toDo: `Ask ${payer.name}, then write CMS or AMA under "Unit rule" in the Payers table.`,
    source: CMS,
  };
}

export function noMinutes(visit: Visit, entry: Entry): Finding {
  return visitFinding(visit, {
    rule: 'minutes-missing',
    severity: 'STOP',
    place: minutesCell(entry),
    words: `${entry.code} of ${visitName(visit)} is billed by time, and neither minutes nor units are written.`,
    toDo: 'Write the minutes or the units.',
    source: CMS,
  });
}

export function needsUnits(visit: Visit, entry: Entry, because: string): Finding {
  return visitFinding(visit, {
    rule: 'units-needed',
    severity: 'STOP',
    place: unitsCell(entry),
    words: `The units of ${entry.code} for ${visitName(visit)} cannot be told from the minutes. ${because}`,
    toDo: 'Write the units, for example "97139 x1".',
    source: UNITS_FIELD,
  });
}

export function cannotCount(visit: Visit, entry: Entry | null, reason: string): Finding {
  const session = visit.sessions[0];
  return visitFinding(visit, {
    rule: 'units-not-countable',
    severity: 'STOP',
    place: entry ? minutesCell(entry) : (session?.cells.minutes ?? session?.place ?? null),
    words: `The units of ${visitName(visit)} cannot be counted: ${reason}`,
    toDo: 'Correct the codes and minutes.',
    source: CMS,
  });
}

export function unreadableUnits(visit: Visit, entry: Entry, units: number): Finding {
  return visitFinding(visit, {
    rule: 'units-unreadable',
    severity: 'STOP',
    place: unitsCell(entry),
    words: `${units} units of ${entry.code} for ${visitName(visit)} is not a number of units.`,
    toDo: 'Write whole units.',
    source: UNITS_FIELD,
  });
}

export function untimedManyUnits(visit: Visit, entry: Entry, units: number): Finding {
  return visitFinding(visit, {
    rule: 'untimed-code-with-several-units',
    severity: 'WARN',
    place: unitsCell(entry),
    words: `${entry.code} is not billed by time, so a day has 1 unit of it; ${units} are written for ${visitName(visit)}.`,
    toDo: 'Write 1, unless the payer says otherwise.',
    source: CMS,
  });
}

export function untimedTwice(visit: Visit, entry: Entry): Finding {
  return visitFinding(visit, {
    rule: 'untimed-code-twice',
    severity: 'STOP',
    place: entry.session.cells.cpt ?? entry.session.place,
    words: `${entry.code} stands twice on the visit of ${visitName(visit)}, but it is billed once a day.`,
    toDo: 'Take one of them out.',
    source: `${CMS}; payers deny the second as a duplicate (CARC 18)`,
  });
}

export function tie(visit: Visit, { codes, units }: Tie, entries: readonly Entry[]): Finding {
  const entry = entries.find(({ code }) => codes.includes(code));
  return visitFinding(visit, {
    rule: 'units-tie',
    severity: 'WARN',
    place: entry ? unitsCell(entry) : null,
    words: `${codes.join(' and ')} of ${visitName(visit)} have equal minutes left over, and ${units} of them ${units === 1 ? 'gets' : 'get'} a unit more; the first written got it.`,
    toDo: 'If another code should have it, write the units next to each code.',
    source: `${CMS}: with equal leftovers the clinician chooses`,
  });
}

export function misfit(
  visit: Visit,
  entry: Entry,
  units: number,
  counted: CodeUnits,
  rule: UnitRule,
): Finding {
  return visitFinding(visit, {
    rule: 'units-do-not-fit-minutes',
    severity: 'WARN',
    place: unitsCell(entry),
    words: `${units} units of ${counted.code} are written for ${visitName(visit)}, but its ${counted.minutes} minutes make ${counted.units} under the ${rule} rule.`,
    toDo: 'Check the units and the minutes; the claim has the units that you wrote.',
    source: rule === 'CMS' ? CMS : AMA,
  });
}

export function noUnits(visit: Visit, entry: Entry): Finding {
  return visitFinding(visit, {
    rule: 'too-few-minutes-for-a-unit',
    severity: 'WARN',
    place: minutesCell(entry),
    words: `${entry.code} of ${visitName(visit)} makes no unit, so it is not billed.`,
    toDo: 'Nothing, if the minutes are right; the note in your records stays.',
    source: CMS,
  });
}

export function overDailyCap(visit: Visit, payer: Payer, units: number, cap: number): Finding {
  return visitFinding(visit, {
    rule: 'units-over-daily-cap',
    severity: 'WARN',
    place: visit.sessions[0]?.place ?? null,
    words: `${visitName(visit)} has ${units} units; ${payer.name} pays at most ${cap} a day.`,
    toDo: 'Expect the units above that to be denied; do not take off what was done.',
    source: `Payers table, "Units a day" of ${payer.name}`,
  });
}
