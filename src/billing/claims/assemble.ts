import type { Authorization, Practice } from '../records/practice';
import { sum, ZERO } from '../values/cents';
import { nameKey } from '../values/name-key';
import { MAX_DIAGNOSES, MAX_POINTERS } from '../visits/diagnoses';
import type { VisitLine } from '../visits/visit';
import type { Claim, ServiceLine } from './claim';
import * as parties from './parties';
import { sessionKey } from '../visits/session-key';
import type { ClaimVisit } from './claim-visit';

/** 837P 2400: at most fifty lines a claim. */
export const MAX_LINES = 50;

/** A visit of which everything is in order. */
export interface BillableVisit {
  visit: ClaimVisit;
  lines: VisitLine[];
  authorization: Authorization | null;
}

/**
 * The claims of visits in date order: one for each client, payer, authorization and place, and a further one where twelve
 * diagnoses or fifty lines would be exceeded. A visit is never torn apart. Claims come by client, then by date.
 */
export function assembleClaims(
  visits: readonly BillableVisit[],
  practice: Practice,
  nextAccount: () => string,
): Claim[] {
  const open = new Map<string, BillableVisit[]>();
  const groups: BillableVisit[][] = [];
  const numbers = new Map<unknown, number>();
  const idOf = (row: unknown) => numbers.get(row) ?? numbers.set(row, numbers.size).size - 1;
  for (const one of visits) {
    const key = [one.visit.client, one.visit.payer, one.authorization, placeOf(one.visit, practice)]
      .map(idOf)
      .join(' ');
    const group = open.get(key);
    if (group && fitsTogether([...group, one])) {
      group.push(one);
    } else {
      const further = [one];
      open.set(key, further);
      groups.push(further);
    }
  }
  const byClient = groups
    .map((group, index) => ({ group, index, key: nameKey(group[0]?.visit.clientName ?? '') }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  return byClient.flatMap(({ group }) => claimOf(group, practice, nextAccount));
}

/** Where its sessions say that they took place; where they say nothing, it was the usual place of the practice. */
function placeOf({ sessions }: ClaimVisit, practice: Practice): string {
  const told = sessions.find(({ placeOfService }) => placeOfService !== undefined);
  return told?.placeOfService ?? parties.placeOfServiceOf(practice);
}

function fitsTogether(group: readonly BillableVisit[]): boolean {
  return diagnosesOf(group).length <= MAX_DIAGNOSES && linesOf(group).length <= MAX_LINES;
}

function linesOf(group: readonly BillableVisit[]): VisitLine[] {
  return group.flatMap(({ lines }) => lines);
}

/** Each once, in the order of first use. */
function diagnosesOf(group: readonly BillableVisit[]): string[] {
  return [...new Set(linesOf(group).flatMap((line) => line.diagnoses))];
}

function claimOf(group: readonly BillableVisit[], practice: Practice, nextAccount: () => string): Claim[] {
  const [first] = group;
  if (!first) return [];
  const { client, payer } = first.visit;
  const account = nextAccount();
  const diagnoses = diagnosesOf(group);
  const lines = group.flatMap(({ visit, lines: own }) => own.map((line) => ({ line, date: visit.date })));
  const serviceLines = lines.map(({ line, date }, index): ServiceLine => ({
    control: `${account}L${index + 1}`,
    date,
    code: line.code,
    modifiers: line.modifiers,
    pointers: line.diagnoses.slice(0, MAX_POINTERS).map((code) => diagnoses.indexOf(code) + 1),
    charge: line.charge,
    units: line.units,
    minutes: line.minutes,
    sessions: line.sessions.map((session) => ({ place: session.place, key: sessionKey(session) })),
  }));
  const sessions = new Set(lines.flatMap(({ line }) => line.sessions));
  return [
    {
      account,
      payer: parties.claimPayerOf(payer),
      billing: parties.billingProviderOf(practice),
      rendering: parties.renderingProviderOf(practice),
      patient: parties.patientOf(client),
      subscriber: parties.subscriberOf(client),
      relationship: client.relationship ?? 'self',
      accident: parties.accidentOf(client, payer),
      propertyCasualtyClaimNumber: client.claimNumber,
      employer: client.employer,
      onsetDate: client.onsetDate,
      referring: parties.referringProviderOf(client),
      priorAuthorization: first.authorization?.number ?? null,
      diagnoses,
      lines: serviceLines,
      placeOfService: placeOf(first.visit, practice),
      acceptsAssignment: practice.acceptsAssignment === true,
      releaseSigned: client.releaseSigned === true,
      benefitsAssigned: client.benefitsAssigned === true,
      total: sum(serviceLines.map((line) => line.charge)),
      amountPaid: sum([...sessions].map((session) => session.paid ?? ZERO)),
      frequency: '1',
      originalReference: null,
    },
  ];
}
