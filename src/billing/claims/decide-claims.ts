import { place } from '../codes/places';
import type { Finding } from '../findings';
import { personsOffered } from '../people/same-person';
import type { Client, Payer } from '../records/practice';
import type { Session } from '../records/session';
import { ruleContexts } from '../rules/rule-contexts';
import { checkVisit } from '../rules/check-visit';
import { visitToCheck } from '../rules/visit-to-check';
import { ZERO } from '../values/cents';
import { byDay, type Day } from '../values/day';
import { addAll } from '../values/lists';
import { directoryOf, type Directory } from '../visits/directory';
import { feeLookup } from '../visits/fees';
import { FindingLog, isStop } from '../visits/finding-log';
import type { NotBilled, NotBilledReason } from '../visits/not-billed';
import { readVisit } from '../visits/read-visit';
import { statusReason, stillScheduled } from '../visits/status';
import { whoPays } from '../visits/who-pays';
import { assembleClaims, type BillableVisit } from './assemble';
import { authorizationFor } from './authorizations';
import { requiredChecker } from './check-required';
import type { ClaimVisit } from './claim-visit';
import type { ClaimsDecision, ClaimsInput } from './decision';
import { claimHoldsOf, type Waiting } from './claim-holds';
import { insurancePaid, noPractice, twoPlaces } from './session-findings';

/**
 * Decides what is billed to insurers: claims, what is held back and why, and what is not billed at all. Nothing
 * that goes on a claim is guessed: where something is missing or unclear, the sessions wait with a finding.
 */
export function decideClaims(input: ClaimsInput): ClaimsDecision {
  const log = new FindingLog();
  const directory = directoryOf(input.clients, input.payers);
  const waiting: Waiting[] = [];
  const notBilled: NotBilled[] = [];
  const leaveOut = (session: Session, why: NotBilledReason) => notBilled.push({ session, why });
  const visits = visitsOf(input, directory, log, waiting, leaveOut);

  const feeOf = feeLookup(input.fees);
  const required = requiredChecker();
  const usualPlace = place(input.practice?.placeOfService ?? '')?.code ?? null;
  const contextOf = ruleContexts(
    {
      ...input,
      sessions: [...input.sessions, ...(input.history ?? [])],
      benefits: input.benefits ?? [],
      earlierVisits: input.earlierVisits ?? [],
    },
    directory,
  );
  const billable: BillableVisit[] = [];
  for (const visit of visits) {
    const reading = readVisit(visit, feeOf, 'claim');
    const context = contextOf(visit);
    const ruled = input.practice
      ? checkVisit(visitToCheck(visit, reading.entries, 'insurance'), context)
      : [];
    const readable = !reading.findings.some(isStop);
    if (readable && reading.lines.length === 0) {
      log.addAll([...reading.findings, ...ruled.filter((finding) => !isStop(finding))]);
      reading.withoutUnits.forEach((session) => leaveOut(session, 'no-units'));
      continue;
    }
    const codes = readable ? reading.lines.map(({ code }) => code) : reading.codes;
    const choice = authorizationFor(visit, context, codes);
    const findings = [...reading.findings, ...ruled, ...choice.findings, ...twoPlaces(visit, usualPlace)];
    if (input.practice) {
      const { client, payer } = visit;
      const records = { practice: input.practice, payer, client, authorization: choice.authorization };
      addAll(findings, required(records));
    } else {
      findings.push(noPractice());
    }
    const stops = log.addAll(findings).filter(isStop);
    if (stops.length > 0) {
      waiting.push({
        client: visit.clientName,
        payer: visit.payer.name,
        sessions: visit.sessions,
        findings: stops,
      });
    } else {
      reading.withoutUnits.forEach((session) => leaveOut(session, 'no-units'));
      billable.push({ visit, lines: reading.lines, authorization: choice.authorization });
    }
  }
  const claims = input.practice ? assembleClaims(billable, input.practice, input.nextAccount) : [];
  return { claims, holds: claimHoldsOf(waiting), notBilled, findings: log.all() };
}

/** The visits that insurers are to pay for, by date. What is none is put aside on the way. */
function visitsOf(
  input: ClaimsInput,
  directory: Directory,
  log: FindingLog,
  waiting: Waiting[],
  leaveOut: (session: Session, why: NotBilledReason) => void,
): ClaimVisit[] {
  const visits = new Map<Client, Map<Payer, Map<Day, ClaimVisit>>>();
  const all: ClaimVisit[] = [];
  const offering = personsOffered(input.clients);
  for (const session of input.sessions) {
    const noService = statusReason(session);
    if (noService) {
      if (session.status === 'scheduled' && session.date < input.today) log.add(stillScheduled(session));
      leaveOut(session, noService);
      continue;
    }
    const answer = whoPays(session, directory);
    if (answer.kind === 'client') {
      leaveOut(session, answer.why);
    } else if (answer.kind === 'unclear') {
      const findings: Finding[] = log.addAll(
        answer.findings.map((finding) => offering(finding, session.client)),
      );
      waiting.push({ client: session.client, payer: session.payer, sessions: [session], findings });
    } else if ((session.insurancePaid ?? ZERO) > ZERO) {
      log.add(insurancePaid(session, answer.payer));
      leaveOut(session, 'insurance-paid');
    } else {
      log.addAll(answer.remarks);
      const { client, payer } = answer;
      const byPayer = visits.get(client) ?? new Map<Payer, Map<Day, ClaimVisit>>();
      visits.set(client, byPayer);
      const byDate = byPayer.get(payer) ?? new Map<Day, ClaimVisit>();
      byPayer.set(payer, byDate);
      const known = byDate.get(session.date);
      if (known) {
        known.sessions.push(session);
      } else {
        const visit = { clientName: client.name, client, payer, date: session.date, sessions: [session] };
        byDate.set(session.date, visit);
        all.push(visit);
      }
    }
  }
  return all.sort((a, b) => byDay(a.date, b.date));
}
