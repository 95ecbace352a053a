import type { CellPlace, Finding, Severity } from '../findings';
import type { Client, Payer, Practice } from '../records/practice';
import { addDays, usDate, type Day } from '../values/day';
import { nameKey } from '../values/name-key';
import { visitName, type Visit, type VisitLine } from '../visits/visit';
import { isMassageTherapist } from '../rules/massage-therapist';
import { sessionKey } from './session-key';

/** A visit that may become part of a claim, with all that decides about it. */
export interface ClaimVisit extends Visit {
  client: Client;
  payer: Payer;
}

interface CheckInput {
  visit: ClaimVisit;
  practice: Practice;
  lines: readonly VisitLine[];
  today: Day;
}

/** One thing that a claim's visit must not have. `found` says what is wrong, or null. */
interface VisitCheck {
  rule: string;
  severity: Severity;
  /** Whether it is about this date, or about the client, payer or practice whatever the date. */
  about: 'date' | 'client' | 'payer' | 'practice';
  found: (input: CheckInput) => { words: string; place: CellPlace | null } | null;
  toDo: string;
  source: string;
}

/** Days before the last day to file at which it is time to hurry. */
const FILE_SOON = 14;

const firstCell = (visit: Visit) => visit.sessions[0]?.place ?? null;
const dateCell = (visit: Visit) => visit.sessions[0]?.cells.date ?? firstCell(visit);
const lastDayToFile = ({ date, payer }: ClaimVisit) =>
  payer.daysToFile === null ? null : addDays(date, payer.daysToFile);

const VISIT_CHECKS: readonly VisitCheck[] = [
  {
    rule: 'date-in-future',
    severity: 'STOP',
    about: 'date',
    found: ({ visit, today }) =>
      visit.date > today
        ? { words: `The session of ${visitName(visit)} is dated after today.`, place: dateCell(visit) }
        : null,
    toDo: 'Correct the date, or bill it when it has been held.',
    source: 'NUCC 1500 manual, item 24A; a service is billed after it was given',
  },
  {
    rule: 'filing-limit-passed',
    severity: 'STOP',
    about: 'date',
    found: ({ visit, today }) => {
      const last = lastDayToFile(visit);
      if (last === null || today <= last) return null;
      const words = `The last day to bill ${visit.payer.name} for ${visitName(visit)} was ${usDate(last)}.`;
      return { words, place: dateCell(visit) };
    },
    toDo: 'If you billed before, send the proof as an appeal; if the limit is wrong, correct "Days to file" in the Payers table.',
    source: 'Payers table, "Days to file"; payers deny late claims (CARC 29)',
  },
  {
    rule: 'filing-limit-near',
    severity: 'WARN',
    about: 'date',
    found: ({ visit, today }) => {
      const last = lastDayToFile(visit);
      if (last === null || today > last || last - today > FILE_SOON) return null;
      const left = last - today;
      const words = `${visit.payer.name} must have the claim for ${visitName(visit)} by ${usDate(last)}: ${left} ${left === 1 ? 'day' : 'days'} left.`;
      return { words, place: dateCell(visit) };
    },
    toDo: 'Send this claim first.',
    source: 'Payers table, "Days to file"',
  },
  {
    rule: 'birth-date-after-service',
    severity: 'STOP',
    about: 'client',
    found: ({ visit: { client, date } }) =>
      client.birthDate !== null && client.birthDate > date
        ? { words: `${client.name} was born after a session.`, place: client.cells['birthDate'] ?? null }
        : null,
    toDo: 'Correct "Birth date" in the Clients table.',
    source: 'NUCC 1500 manual, items 3 and 24A',
  },
  {
    rule: 'accident-after-service',
    severity: 'STOP',
    about: 'date',
    found: ({ visit }) =>
      visit.client.accidentDate !== null && visit.client.accidentDate > visit.date
        ? {
            words: `The accident (${usDate(visit.client.accidentDate)}) is later than the session of ${visitName(visit)}.`,
            place: visit.client.cells['accidentDate'] ?? null,
          }
        : null,
    toDo: 'Correct "Accident date" in the Clients table, or bill this session to another payer.',
    source: 'NUCC 1500 manual, items 14 and 24A; 837P 2300 DTP*439',
  },
  {
    rule: 'accident-of-another-kind',
    severity: 'STOP',
    about: 'client',
    found: ({ visit: { client, payer } }) => {
      const paidHere = payer.kind === 'auto' ? 'auto' : payer.kind === 'workers-comp' ? 'work' : null;
      if (paidHere === null || client.accident === null || client.accident === paidHere) return null;
      const words = `${client.name} has an accident of the kind "${client.accident}", but ${payer.name} pays for ${paidHere === 'auto' ? 'auto accidents' : 'injuries at work'}.`;
      return { words, place: client.cells['accident'] ?? null };
    },
    toDo: 'Correct "Accident" in the Clients table, or the payer.',
    source: 'NUCC 1500 manual, item 10; 837P 2300 CLM11',
  },
  {
    rule: 'another-payer-may-be-first',
    severity: 'WARN',
    about: 'client',
    found: ({ visit: { client, payer } }) => {
      if (client.accident === null || payer.kind === 'auto' || payer.kind === 'workers-comp') return null;
      const words = `${client.name} is treated after an accident, so the insurer of the accident may have to pay before ${payer.name}.`;
      return { words, place: client.cells['accident'] ?? null };
    },
    toDo: 'Ask the client whether an auto or workers’ compensation claim is open.',
    source: 'NUCC 1500 manual, item 10: a YES signals that another payer may be primary',
  },
  {
    rule: 'license-expired',
    severity: 'STOP',
    about: 'practice',
    found: ({ visit, practice }) =>
      practice.licenseExpires !== null && practice.licenseExpires < visit.date
        ? {
            words: `Your license expired on ${usDate(practice.licenseExpires)}, before some of these sessions.`,
            place: practice.cells['licenseExpires'] ?? null,
          }
        : null,
    toDo: 'If it was renewed, correct "License expires" in the Practice table.',
    source: 'Payers pay only services given under a valid license (CARC B7)',
  },
  {
    rule: 'medicare-pays-no-massage-therapist',
    severity: 'STOP',
    about: 'payer',
    found: ({ visit: { payer }, practice, lines }) => {
      const advantage = payer.filingCode === '16';
      const forDenial = lines.length > 0 && lines.every((line) => line.modifiers.includes('GY'));
      if (payer.kind !== 'medicare' || advantage || forDenial || !isMassageTherapist(practice)) return null;
      const words = `${payer.name}: Medicare pays no service of a massage therapist and does not enroll one.`;
      return { words, place: payer.cells['kind'] ?? null };
    },
    toDo: 'Let the client pay, or, if it is a Medicare Advantage plan that covers massage, write 16 under "Filing code" in the Payers table; for a denial that a second insurer wants to see, put GY on each line.',
    source: 'Medicare Benefit Policy Manual, chapter 15, sections 220 and 230.5',
  },
  {
    rule: 'who-bills-not-known',
    severity: 'NOTE',
    about: 'payer',
    found: ({ visit: { payer } }) =>
      payer.billing === null
        ? {
            words: `Whether you bill ${payer.name} or the client does is not known; claims are made.`,
            place: payer.cells['billing'] ?? null,
          }
        : null,
    toDo: 'Write claim or superbill under "Billing" in the Payers table.',
    source: 'Payers table, "Billing"',
  },
  {
    rule: 'homeless-shelter-as-place',
    severity: 'WARN',
    about: 'practice',
    found: ({ practice }) =>
      practice.placeOfService?.trim().padStart(2, '0') === '04'
        ? {
            words: 'Place of service 04 is a homeless shelter; a van or other mobile unit is 15.',
            place: practice.cells['placeOfService'] ?? null,
          }
        : null,
    toDo: 'Correct "Place of service" in the Practice table, unless you work in a shelter.',
    source: 'CMS place of service list, September 2023',
  },
  {
    rule: 'code-not-accepted',
    severity: 'WARN',
    about: 'date',
    found: ({ visit, lines }) => {
      const accepted = visit.payer.acceptedCodes;
      const others = accepted
        ? lines.filter((line) => !accepted.includes(line.code)).map((line) => line.code)
        : [];
      if (others.length === 0) return null;
      const words = `${visit.payer.name} does not accept ${others.join(' and ')}, which stands on ${visitName(visit)}.`;
      return { words, place: visit.sessions[0]?.cells.cpt ?? firstCell(visit) };
    },
    toDo: 'Expect a denial, or correct "Codes accepted" in the Payers table.',
    source: 'Payers table, "Codes accepted"',
  },
  {
    rule: 'row-twice',
    severity: 'STOP',
    about: 'date',
    found: ({ visit }) => {
      const keys = visit.sessions.map(sessionKey);
      const second = visit.sessions.find((_, index) => keys.indexOf(keys[index] ?? '') < index);
      if (!second) return null;
      return {
        words: `Two rows of ${visitName(visit)} say the same, so one session may stand there twice.`,
        place: second.place,
      };
    },
    toDo: 'If one is a copy, delete it; if both took place, write them as one row with the minutes and the charge together.',
    source: 'Payers deny a duplicate (CARC 18), and billing a session twice is a false claim',
  },
  {
    rule: 'another-therapist',
    severity: 'WARN',
    about: 'practice',
    found: ({ visit, practice }) => {
      const session = visit.sessions.find(
        ({ provider }) => provider !== null && !isPractice(provider, practice),
      );
      if (!session) return null;
      const words = `The sessions name "${session.provider ?? ''}" as therapist; the claims name the one of the Practice table.`;
      return { words, place: session.cells.provider ?? session.place };
    },
    toDo: 'If somebody else gave these sessions, bill them with that therapist as rendering provider.',
    source: 'NUCC 1500 manual, item 24J; 837P 2310B: the one who did the work',
  },
];

/** Everything about the visit's dates, licence and coverage that needs a look; STOP findings hold it back. */
export function checkVisit(input: CheckInput): Finding[] {
  return VISIT_CHECKS.flatMap(({ rule, severity, about, found, toDo, source }) => {
    const fault = found(input);
    if (!fault) return [];
    const { clientName, date } = input.visit;
    return [
      {
        rule,
        severity,
        ...fault,
        toDo,
        source,
        ...(about === 'date' || about === 'client' ? { client: clientName } : {}),
        ...(about === 'date' ? { date } : {}),
      },
    ];
  });
}

/** Whether a therapist column means the one of the Practice table: full name, one of its names, or initials. */
function isPractice(provider: string, practice: Practice): boolean {
  const written = nameKey(provider);
  const people = [
    [practice.firstName, practice.lastName],
    [practice.renderingFirstName, practice.renderingLastName],
  ].map((names) => names.map((name) => nameKey(name ?? '')).filter(Boolean));
  const initials = people.map((names) => names.map((name) => name[0]).join(''));
  if (written === '' || written === nameKey(practice.name ?? '') || initials.includes(written)) return true;
  return people.some((names) => names.some((name) => written.includes(name)));
}
