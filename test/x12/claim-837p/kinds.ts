import type { Claim } from '../../../src/billing/claims/claim';
import { ZERO } from '../../../src/billing/values/cents';
import { fullClaim } from '../../forms/cms1500/claims';
import { day } from '../../support/values';

const base = fullClaim();
const payer = (kind: Claim['payer']['kind'], filingCode: string | null = null) => ({
  ...base.payer,
  kind,
  filingCode,
});
const accidentOn = day('2026-06-15');
const self: Partial<Claim> = {
  relationship: 'self',
  subscriber: {
    ...base.subscriber,
    firstName: base.patient.firstName,
    lastName: base.patient.lastName,
    middleInitial: base.patient.middleInitial,
  },
};
const auto: Partial<Claim> = {
  ...self,
  payer: payer('auto'),
  accident: { kind: 'auto', date: accidentOn, state: 'wa' },
  propertyCasualtyClaimNumber: '23-4455-X',
};

/** What is different from a spouse's commercial claim, by the names of kinds.csv. */
export const KINDS: Readonly<Record<string, Partial<Claim>>> = {
  'subscriber is the patient': self,
  'spouse of the subscriber': {},
  'child of the subscriber': { relationship: 'child' },
  'other relation': { relationship: 'other' },
  'no group number': { subscriber: { ...base.subscriber, groupNumber: null } },
  'auto accident': auto,
  'work injury': {
    payer: payer('workers-comp'),
    employer: 'Sample Mill & Sons',
    accident: { kind: 'work', date: accidentOn, state: 'WA' },
    propertyCasualtyClaimNumber: 'AB 12345',
  },
  'another accident': { accident: { kind: 'other', date: accidentOn, state: 'WA' } },
  VA: { ...self, payer: payer('va'), priorAuthorization: 'VA-0000104' },
  Medicaid: { ...self, payer: payer('medicaid') },
  Medicare: { ...self, payer: payer('medicare') },
  'Medicare Advantage': { ...self, payer: payer('medicare', '16') },
  'corrected claim': { frequency: '7', originalReference: '20-2611/77' },
  'void claim': { frequency: '8', originalReference: '20-2611/77' },
  'original with a stray reference': { originalReference: '20-2611/77' },
  'billing provider treats': { billing: { ...base.billing, npi: base.rendering.npi } },
  'somebody else treats': {},
  'somebody else treats with a taxonomy': { rendering: { ...base.rendering, taxonomy: '225700000X' } },
  'bills as a person': {
    billing: { ...base.billing, entity: 'person', firstName: 'Marisol', lastName: 'Tenfold' },
  },
  'bills under a social security number': { billing: { ...base.billing, taxIdType: 'SSN' } },
  'no taxonomy': { billing: { ...base.billing, taxonomy: null } },
  'referred without an NPI': {
    referring: { firstName: 'Anna', lastName: 'Prescriber', credentials: 'MD', npi: null },
  },
  'not referred': { referring: null },
  'onset on the first day of service': { onsetDate: day('2026-08-03') },
  'nothing paid': { amountPaid: ZERO },
  'something paid': {},
  'not assigned': { acceptsAssignment: false, benefitsAssigned: false, releaseSigned: false },
  'no prior authorization': { priorAuthorization: null },
  'no mailing address of the payer': {
    payer: { ...base.payer, address: { ...base.payer.address, zip: null } },
  },
  'mailing address of the payer': {},
  'four diagnoses': {},
  'two modifiers and two pointers': {},
  'four pointers': {},
  'house call': { placeOfService: '12' },
};
