import type { Claim } from '../../../src/billing/claims/claim';
import { employerInsures } from '../../../src/billing/claims/employer-insures';
import { repaired } from '../../../src/billing/readiness/repairs';
import { digitsOf, identifierText, nameText } from '../../../src/billing/values/basic-characters';
import { earliestOf } from '../../../src/billing/values/day';
import { FILING_CODE_OF_KIND } from '../../../src/x12/claim-837p/claim-values';

const NOWHERE = { street: null, city: null, state: null, zip: null };

/** What is left of a claim when it has travelled in a file: the guide has no place for the rest. */
export function asSent(original: Claim): Claim {
  const { claim } = repaired(original);
  const isWorkers = employerInsures(claim);
  const isSelf = claim.relationship === 'self' && !isWorkers;
  const isMedicare = claim.payer.kind === 'medicare';
  const isPerson = claim.billing.entity === 'person';
  const isSame = claim.billing.npi === claim.rendering.npi;
  const groupNumber = isMedicare ? null : claim.subscriber.groupNumber || null;
  const hasMail = Object.values(claim.payer.address).every((part) => (part ?? '') !== '');
  const name = isPerson
    ? `${claim.billing.firstName ?? ''} ${claim.billing.lastName ?? ''}`
    : claim.billing.name;
  return {
    ...claim,
    payer: {
      ...claim.payer,
      filingCode: claim.payer.filingCode ?? FILING_CODE_OF_KIND[claim.payer.kind],
      address: hasMail ? claim.payer.address : NOWHERE,
    },
    billing: {
      ...claim.billing,
      name,
      firstName: isPerson ? claim.billing.firstName : null,
      lastName: isPerson ? claim.billing.lastName : null,
      phone: null,
    },
    rendering: isSame
      ? {
          firstName: isPerson ? (claim.billing.firstName ?? '') : '',
          lastName: isPerson ? (claim.billing.lastName ?? '') : claim.billing.name,
          credentials: null,
          npi: claim.billing.npi,
          taxonomy: claim.billing.taxonomy,
        }
      : { ...claim.rendering, credentials: null },
    patient: {
      ...claim.patient,
      middleInitial: claim.patient.middleInitial || null,
      phone: claim.propertyCasualtyClaimNumber === null ? null : digitsOf(claim.patient.phone) || null,
    },
    subscriber: {
      firstName: isWorkers ? '' : claim.subscriber.firstName,
      lastName: isWorkers ? '' : claim.subscriber.lastName,
      middleInitial: isWorkers ? null : claim.subscriber.middleInitial || null,
      memberId: isWorkers ? '' : claim.subscriber.memberId,
      groupNumber,
      planName: isMedicare || groupNumber !== null ? null : nameText(claim.subscriber.planName, 60) || null,
      birthDate: isSelf ? claim.patient.birthDate : null,
      sex: isSelf ? claim.patient.sex : null,
      address: isSelf ? claim.patient.address : NOWHERE,
    },
    relationship: isWorkers ? 'other' : claim.relationship,
    employer: isWorkers ? claim.employer : null,
    onsetDate: claim.onsetDate === earliestOf(claim.lines.map(({ date }) => date)) ? null : claim.onsetDate,
    accident: claim.accident && {
      ...claim.accident,
      state: claim.accident.kind === 'auto' ? claim.accident.state : null,
    },
    referring: claim.referring && { ...claim.referring, credentials: null },
    priorAuthorization: claim.priorAuthorization || null,
    diagnoses: claim.diagnoses.map(pointed),
    lines: claim.lines.map((line) => ({ ...line, minutes: null, sessions: [] })),
    originalReference: claim.frequency === '1' ? null : claim.originalReference,
  };
}

function pointed(code: string): string {
  const plain = identifierText(code);
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
}
