import type { Finding } from '../findings';
import { likelyPersons, personAnswers } from '../people/same-person';
import type { Client, Practice } from '../records/practice';
import type { SelfPayMonth } from './self-pay-months';

const SOURCE = 'Usual fields of a superbill (reimbursify, superbilled.com, mysuperbills.com)';

export function noDiagnosis({ name, client, visits }: SelfPayMonth): Finding {
  const session = visits[0]?.sessions[0];
  return {
    rule: 'superbill-without-diagnosis',
    severity: 'WARN',
    place: client?.cells['diagnoses'] ?? session?.cells.dx ?? session?.place ?? null,
    message: `${name} has sessions without a diagnosis: a savings account may take the paper as a receipt, an insurer will not.`,
    fix: 'If a doctor wrote one, copy its code from the prescription into the Clients table or the sessions.',
    source: SOURCE,
    client: name,
  };
}

export function clientNotFound({ name, visits }: SelfPayMonth, clients: readonly Client[]): Finding {
  const likely = likelyPersons(name, clients);
  const session = visits[0]?.sessions[0];
  return {
    rule: 'superbill-client-unknown',
    severity: 'STOP',
    place: session?.cells.client ?? session?.place ?? null,
    message: `"${name}" is not one row of the Clients table, so birth date, address and member ID are not known.`,
    fix: 'Correct the name, or add it to the Clients table.',
    source: SOURCE,
    client: name,
    ...(likely.length === 0 ? {} : { answers: personAnswers(name, likely) }),
  };
}

export function placeMissing(practice: Practice, reason: string): Finding {
  const missing = practice.placeOfService === null;
  return {
    rule: `superbill-place-of-service-${missing ? 'missing' : 'invalid'}`,
    severity: 'STOP',
    place: practice.cells['placeOfService'] ?? null,
    message: missing
      ? 'Your practice has no place of service: each row says where the session was given.'
      : `Your practice, Place of service: ${reason}`,
    fix: 'Write it in the Practice table, for example 11 for an office.',
    source: 'CMS place of service list, September 2023',
  };
}
