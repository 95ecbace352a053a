import { claimHoldsOf, type Waiting } from '../claims/claim-holds';
import { noPractice } from '../claims/session-findings';
import { isStop, FindingLog } from '../visits/finding-log';
import { directoryOf } from '../visits/directory';
import { feeLookup } from '../visits/fees';
import { readVisit, type VisitReading } from '../visits/read-visit';
import { ruleContexts } from '../rules/rule-contexts';
import { checkVisit } from '../rules/check-visit';
import { visitToCheck } from '../rules/visit-to-check';
import { readPlaceOfService } from '../claims/place-of-service';
import { assembleSuperbill } from './assemble-superbill';
import { selfPayMonths, type SelfPayMonth } from './self-pay-months';
import { clientNotFound, noDiagnosis, placeMissing } from './superbill-findings';
import { checkSuperbillFields } from './superbill-fields';
import type { Superbill, SuperbillsDecision, SuperbillsInput } from './superbill';

/**
 * Decides the superbills: one for each client who pays and hands in, and month of service. A month with a session
 * that cannot be put on paper rightly waits as a whole, so that a superbill is never short of a session.
 */
export function decideSuperbills(input: SuperbillsInput): SuperbillsDecision {
  const log = new FindingLog();
  const directory = directoryOf(input.clients, input.payers);
  const { months, notIncluded } = selfPayMonths(input, directory, log);
  const contextOf = ruleContexts(
    { ...input, authorizations: [], benefits: [], earlierVisits: [] },
    directory,
  );
  const feeOf = feeLookup(input.fees);
  const { practice } = input;
  const place = readPlaceOfService(practice?.placeOfService ?? '');
  const waiting: Waiting[] = [];
  const superbills: Superbill[] = [];
  for (const month of months) {
    const { client } = month;
    const readings = month.visits.map((visit) => ({ visit, reading: readVisit(visit, feeOf, 'superbill') }));
    const findings = log.addAll([
      ...readings.flatMap(({ visit, reading }) => [
        ...reading.findings,
        ...checkVisit(visitToCheck(visit, reading.entries, 'client'), contextOf(visit)),
      ]),
      ...(client ? [] : [clientNotFound(month, input.clients)]),
      ...(practice ? [] : [noPractice()]),
      ...(practice && !place.ok ? [placeMissing(practice, place.reason)] : []),
      ...(practice && client ? checkSuperbillFields(practice, client) : []),
      ...(readings.every(({ reading }) => isDiagnosed(reading)) ? [] : [noDiagnosis(month)]),
    ]);
    const stops = findings.filter(isStop);
    if (stops.length > 0 || !client || !practice || !place.ok) {
      waiting.push(waitingOf(month, stops));
      continue;
    }
    for (const { reading } of readings) {
      reading.withoutUnits.forEach((session) => notIncluded.push({ session, why: 'no-units' }));
    }
    const billed = readings.filter(({ reading }) => reading.lines.length > 0);
    if (billed.length === 0) continue;
    const parts = { month, client, practice, placeOfService: place.value, billed };
    superbills.push(assembleSuperbill(parts, input.nextAccount()));
  }
  return { superbills, holds: claimHoldsOf(waiting), notIncluded, findings: log.all() };
}

function isDiagnosed({ lines }: VisitReading): boolean {
  return lines.every((line) => line.diagnoses.length > 0);
}

function waitingOf({ name, payer, visits }: SelfPayMonth, findings: Waiting['findings']): Waiting {
  return {
    client: name,
    payer: payer?.name ?? null,
    sessions: visits.flatMap((visit) => visit.sessions),
    findings,
  };
}
