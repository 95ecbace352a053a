import { patientName, type Claim } from '../../billing/claims/claim';
import { employerInsures } from '../../billing/claims/employer-insures';
import type { Address } from '../../billing/records/practice';
import {
  addressText,
  digitsOf,
  identifierText,
  nameText,
  numberAsGiven,
} from '../../billing/values/basic-characters';
import { d8, EMPLOYEE, filingCode, PATIENT_RELATIONSHIP, patientIsSubscriber } from './claim-values';
import { SOURCES, type Condition, type SegmentEntry } from './table';
import { MOST } from './text-lengths';

/** A level of the hierarchy, shown by a claim that stands in it. */
export interface LevelContext {
  claim: Claim;
  /** HL01, and HL02: the level above. */
  level: number;
  parent: number;
}

type Entry = SegmentEntry<LevelContext>;
type Value = (claim: Claim) => string;
const of =
  (value: Value) =>
  ({ claim }: LevelContext): string =>
    value(claim);

const isPerson = (claim: Claim): boolean => claim.billing.entity === 'person';
const last = (name: string | null): string => nameText(name, MOST.lastName);
const first = (name: string | null): string => nameText(name, MOST.firstName);
const middle = (name: string | null): string => nameText(name, MOST.middleName);

const when = (words: string, holds: (claim: Claim) => boolean): Condition<LevelContext> => ({
  words,
  holds: ({ claim }) => holds(claim),
});
const IS_SUBSCRIBER = when('only when the patient is the subscriber', patientIsSubscriber);
const isCase = ({ propertyCasualtyClaimNumber }: Claim): boolean => propertyCasualtyClaimNumber !== null;
const caseOf = (who: string, holds: (claim: Claim) => boolean) =>
  when(`when there is a property and casualty claim number and ${who}`, (c) => isCase(c) && holds(c));
const phoned = (who: string, holds: (claim: Claim) => boolean) =>
  when(
    `when there is a property and casualty claim number, a telephone number, and ${who}`,
    (c) => isCase(c) && digitsOf(c.patient.phone) !== '' && holds(c),
  );
const isDependent = (claim: Claim): boolean => !patientIsSubscriber(claim);

const street = (loop: string, name: string, address: (claim: Claim) => Address, source: string): Entry => ({
  loop,
  segment: 'N3',
  name,
  elements: { 1: of((c) => addressText(address(c).street, MOST.street)) },
  source,
});
const city = (loop: string, name: string, address: (claim: Claim) => Address, source: string): Entry => ({
  loop,
  segment: 'N4',
  name,
  elements: {
    1: of((c) => addressText(address(c).city, MOST.city)),
    2: of((c) => identifierText(address(c).state)),
    3: of((c) => digitsOf(address(c).zip)),
  },
  source,
});
const caseNumber = (loop: string): Entry => ({
  loop,
  segment: 'REF',
  name: 'Claim number of the accident case',
  elements: { 1: 'Y4', 2: of((c) => identifierText(c.propertyCasualtyClaimNumber)) },
  source: SOURCES.guide,
});
const casePhone = (loop: string): Entry => ({
  loop,
  segment: 'PER',
  name: 'Telephone of the injured person',
  elements: {
    1: 'IC',
    2: of((c) => nameText(patientName(c), MOST.contact)),
    3: 'TE',
    4: of((c) => digitsOf(c.patient.phone)),
  },
  source: SOURCES.guide,
});

const billingAddress = (claim: Claim): Address => claim.billing.address;
const patientAddress = (claim: Claim): Address => claim.patient.address;
const payerAddress = (claim: Claim): Address => claim.payer.address;
const hasMailAddress = ({ payer: { address } }: Claim): boolean =>
  [address.street, address.city, address.state, address.zip].every((part) => (part ?? '') !== '');
const MAILED = when('when the whole mailing address is known', hasMailAddress);

/** Loops 2000A and 2010AA: who bills. */
export const BILLING_SEGMENTS: readonly Entry[] = [
  {
    loop: '2000A',
    segment: 'HL',
    name: 'Level of the billing provider',
    elements: { 1: ({ level }) => String(level), 3: '20', 4: '1' },
    source: SOURCES.guide,
  },
  {
    loop: '2000A',
    segment: 'PRV',
    name: 'Taxonomy of the billing provider',
    when: when('when the taxonomy is known', (c) => c.billing.taxonomy !== null),
    elements: { 1: 'BI', 2: 'PXC', 3: of((c) => identifierText(c.billing.taxonomy)) },
    source: `${SOURCES.guide}; many payers ask for it`,
  },
  {
    loop: '2010AA',
    segment: 'NM1',
    name: 'Billing provider',
    elements: {
      1: '85',
      2: of((c) => (isPerson(c) ? '1' : '2')),
      3: of((c) => last(isPerson(c) ? (c.billing.lastName ?? c.billing.name) : c.billing.name)),
      4: of((c) => (isPerson(c) ? first(c.billing.firstName) : '')),
      8: 'XX',
      9: of((c) => c.billing.npi),
    },
    source: SOURCES.guide,
  },
  street('2010AA', 'Street of the billing provider', billingAddress, SOURCES.guide),
  city('2010AA', 'City of the billing provider', billingAddress, SOURCES.guide),
  {
    loop: '2010AA',
    segment: 'REF',
    name: 'Tax ID',
    elements: {
      1: of((c) => (c.billing.taxIdType === 'SSN' ? 'SY' : 'EI')),
      2: of((c) => digitsOf(c.billing.taxId)),
    },
    source: SOURCES.guide,
  },
];

/** Loops 2000B, 2010BA and 2010BB: whose policy, and who is to pay. */
export const SUBSCRIBER_SEGMENTS: readonly Entry[] = [
  {
    loop: '2000B',
    segment: 'HL',
    name: 'Level of the subscriber',
    elements: {
      1: ({ level }) => String(level),
      2: ({ parent }) => String(parent),
      3: '22',
      4: of((c) => (patientIsSubscriber(c) ? '0' : '1')),
    },
    source: SOURCES.guide,
  },
  {
    loop: '2000B',
    segment: 'SBR',
    name: 'Coverage: this payer is the first',
    elements: {
      1: 'P',
      2: of((c) => (patientIsSubscriber(c) ? '18' : '')),
      3: of((c) => (c.payer.kind === 'medicare' ? '' : identifierText(c.subscriber.groupNumber))),
      4: of((c) =>
        c.payer.kind === 'medicare' || identifierText(c.subscriber.groupNumber) !== ''
          ? ''
          : nameText(c.subscriber.planName, MOST.lastName),
      ),
      9: of(filingCode),
    },
    source: `${SOURCES.openemr}: the plan name only without a group number; none for Medicare`,
  },
  {
    loop: '2010BA',
    segment: 'NM1',
    name: 'Subscriber: the policy holder, or the employer of an injured worker',
    elements: {
      1: 'IL',
      2: of((c) => (employerInsures(c) ? '2' : '1')),
      3: of((c) => last(employerInsures(c) ? c.employer : c.subscriber.lastName)),
      4: of((c) => (employerInsures(c) ? '' : first(c.subscriber.firstName))),
      5: of((c) => (employerInsures(c) ? '' : middle(c.subscriber.middleInitial))),
      8: of((c) => (employerInsures(c) ? '' : 'MI')),
      9: of((c) => (employerInsures(c) ? '' : identifierText(c.subscriber.memberId))),
    },
    source: SOURCES.rfi1990,
  },
  { ...street('2010BA', 'Street of the subscriber', patientAddress, SOURCES.rfi2281), when: IS_SUBSCRIBER },
  { ...city('2010BA', 'City of the subscriber', patientAddress, SOURCES.rfi2281), when: IS_SUBSCRIBER },
  {
    loop: '2010BA',
    segment: 'DMG',
    name: 'Birth date and sex of the subscriber',
    when: IS_SUBSCRIBER,
    elements: { 1: 'D8', 2: of((c) => d8(c.patient.birthDate)), 3: of((c) => c.patient.sex) },
    source: SOURCES.rfi2281,
  },
  { ...caseNumber('2010BA'), when: caseOf('the patient is the subscriber', patientIsSubscriber) },
  { ...casePhone('2010BA'), when: phoned('the patient is the subscriber', patientIsSubscriber) },
  {
    loop: '2010BB',
    segment: 'NM1',
    name: 'Payer',
    elements: {
      1: 'PR',
      2: '2',
      3: of((c) => last(c.payer.name)),
      8: 'PI',
      9: of((c) => numberAsGiven(c.payer.payerId)),
    },
    source: SOURCES.guide,
  },
  { ...street('2010BB', 'Street of the payer', payerAddress, SOURCES.guide), when: MAILED },
  { ...city('2010BB', 'City of the payer', payerAddress, SOURCES.guide), when: MAILED },
];

/** Loops 2000C and 2010CA: the patient under somebody else's policy. */
export const PATIENT_SEGMENTS: readonly Entry[] = [
  {
    loop: '2000C',
    segment: 'HL',
    name: 'Level of the patient',
    elements: {
      1: ({ level }) => String(level),
      2: ({ parent }) => String(parent),
      3: '23',
      4: '0',
    },
    source: SOURCES.guide,
  },
  {
    loop: '2000C',
    segment: 'PAT',
    name: 'Relationship of the patient to the subscriber',
    elements: {
      1: of((c) => {
        if (employerInsures(c)) return EMPLOYEE;
        return PATIENT_RELATIONSHIP[c.relationship === 'self' ? 'other' : c.relationship];
      }),
    },
    source: SOURCES.guide,
  },
  {
    loop: '2010CA',
    segment: 'NM1',
    name: 'Patient',
    elements: {
      1: 'QC',
      2: '1',
      3: of((c) => last(c.patient.lastName)),
      4: of((c) => first(c.patient.firstName)),
      5: of((c) => middle(c.patient.middleInitial)),
    },
    source: SOURCES.guide,
  },
  street('2010CA', 'Street of the patient', patientAddress, SOURCES.guide),
  city('2010CA', 'City of the patient', patientAddress, SOURCES.guide),
  {
    loop: '2010CA',
    segment: 'DMG',
    name: 'Birth date and sex of the patient',
    elements: { 1: 'D8', 2: of((c) => d8(c.patient.birthDate)), 3: of((c) => c.patient.sex) },
    source: SOURCES.guide,
  },
  { ...caseNumber('2010CA'), when: caseOf('the patient is not the subscriber', isDependent) },
  { ...casePhone('2010CA'), when: phoned('the patient is not the subscriber', isDependent) },
];
