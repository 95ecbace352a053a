import type { Claim } from '../../billing/claims/claim';
import { employerInsures } from '../../billing/claims/employer-insures';
import type { PayerKind } from '../../billing/records/practice';
import { SOURCES, YES_NO, yesNo } from './box';
import type { BoxEntry } from './box';
import { paperStreet } from './paper-street';
import { lastNameFirst, paperAddress, paperCityLine, paperDate, paperNumber, paperText } from './paper-text';

const { form, fields, codes } = SOURCES;

const COVERAGE = ['MEDICARE', 'MEDICAID', 'TRICARE', 'CHAMPVA', 'GROUP', 'FECA', 'OTHER'] as const;

/** FECA is for federal workers only: auto and workers' compensation are OTHER (NUCC 02/12, item 1). */
const coverageOfKind: Record<PayerKind, (typeof COVERAGE)[number]> = {
  commercial: 'OTHER',
  auto: 'OTHER',
  'workers-comp': 'OTHER',
  va: 'OTHER',
  medicare: 'MEDICARE',
  medicaid: 'MEDICAID',
  cash: 'OTHER',
};

function coverage(claim: Claim): string {
  if (claim.payer.filingCode === 'CH') return 'TRICARE';
  if (claim.payer.kind === 'commercial' && claim.subscriber.groupNumber) return 'GROUP';
  return coverageOfKind[claim.payer.kind];
}

/** Where the employer is the insured, its address is not known. */
const insured = (claim: Claim): string =>
  employerInsures(claim) ? paperText(claim.employer) : lastNameFirst(claim.subscriber);
const ofPerson =
  (value: (claim: Claim) => string) =>
  (claim: Claim): string =>
    employerInsures(claim) ? '' : value(claim);

/** U has no mark on paper: both stay empty. */
const sexMark = (sex: string | null): string => (sex === 'M' || sex === 'F' ? sex : '');
const onFile = (signed: boolean): string => (signed ? 'SIGNATURE ON FILE' : '');
const SEX = ['M', 'F'] as const;

/** The payer block and boxes 1 to 13: who is treated, and under which coverage. */
export const insuredBoxes: readonly BoxEntry[] = [
  {
    number: 'payer',
    part: 'name',
    name: 'Payer',
    cut: true,
    value: (c) => paperText(c.payer.name),
    source: form,
  },
  {
    number: 'payer',
    part: 'street',
    name: 'Payer street',
    maxLength: 31,
    value: (c) => paperStreet(c.payer.address.street, 31),
    source: form,
  },
  {
    number: 'payer',
    part: 'city',
    name: 'Payer city',
    value: (c) => paperCityLine(c.payer.address, 31),
    source: form,
  },
  { number: '1', name: 'Kind of coverage', marks: COVERAGE, value: coverage, source: form },
  {
    number: '1a',
    name: 'Member ID',
    maxLength: 29,
    value: (c) => paperNumber(c.subscriber.memberId),
    source: fields,
  },
  {
    number: '2',
    name: 'Patient',
    maxLength: 28,
    cut: true,
    value: (c) => lastNameFirst(c.patient),
    source: fields,
  },
  {
    number: '3',
    part: 'birth date',
    name: 'Birth date',
    value: (c) => paperDate(c.patient.birthDate),
    source: form,
  },
  { number: '3', part: 'sex', name: 'Sex', marks: SEX, value: (c) => sexMark(c.patient.sex), source: form },
  {
    number: '4',
    name: 'Insured',
    maxLength: 29,
    cut: true,
    value: insured,
    source: fields,
  },
  {
    number: '5',
    part: 'street',
    name: 'Patient street',
    maxLength: 28,
    value: (c) => paperStreet(c.patient.address.street, 28),
    source: fields,
  },
  {
    number: '5',
    part: 'city',
    name: 'City',
    maxLength: 24,
    cut: true,
    value: (c) => paperAddress(c.patient.address.city),
    source: fields,
  },
  {
    number: '5',
    part: 'state',
    name: 'State',
    maxLength: 3,
    value: (c) => paperText(c.patient.address.state),
    source: fields,
  },
  {
    number: '5',
    part: 'zip',
    name: 'ZIP',
    maxLength: 12,
    value: (c) => paperText(c.patient.address.zip),
    source: fields,
  },
  {
    number: '5',
    part: 'phone',
    name: 'Phone',
    maxLength: 13,
    value: (c) => paperNumber(c.patient.phone),
    source: fields,
  },
  {
    number: '6',
    name: 'Patient is the insured’s',
    marks: ['SELF', 'SPOUSE', 'CHILD', 'OTHER'],
    value: (c) => (employerInsures(c) ? 'OTHER' : c.relationship.toUpperCase()),
    source: fields,
  },
  {
    number: '7',
    part: 'street',
    name: 'Insured street',
    maxLength: 29,
    value: ofPerson((c) => paperStreet(c.subscriber.address.street, 29)),
    source: fields,
  },
  {
    number: '7',
    part: 'city',
    name: 'City',
    maxLength: 23,
    cut: true,
    value: ofPerson((c) => paperAddress(c.subscriber.address.city)),
    source: fields,
  },
  {
    number: '7',
    part: 'state',
    name: 'State',
    maxLength: 4,
    value: ofPerson((c) => paperText(c.subscriber.address.state)),
    source: fields,
  },
  {
    number: '7',
    part: 'zip',
    name: 'ZIP',
    maxLength: 12,
    value: ofPerson((c) => paperText(c.subscriber.address.zip)),
    source: fields,
  },
  {
    number: '7',
    part: 'phone',
    name: 'Phone',
    maxLength: 13,
    value: ofPerson((c) => (c.relationship === 'self' ? paperNumber(c.patient.phone) : '')),
    source: fields,
  },
  { number: '8', name: 'Reserved', source: form },
  { number: '9', name: 'Other insured', maxLength: 28, source: `${fields}: only when 11d is YES` },
  { number: '9a', name: 'Other policy or group', maxLength: 28, source: `${fields}: only when 11d is YES` },
  { number: '9b', name: 'Reserved', source: form },
  { number: '9c', name: 'Reserved', source: form },
  { number: '9d', name: 'Other plan', maxLength: 28, source: `${fields}: only when 11d is YES` },
  {
    number: '10a',
    name: 'From work?',
    marks: YES_NO,
    value: (c) => yesNo(c.accident?.kind === 'work'),
    source: fields,
  },
  {
    number: '10b',
    name: 'Auto accident?',
    marks: YES_NO,
    value: (c) => yesNo(c.accident?.kind === 'auto'),
    source: fields,
  },
  {
    number: '10b',
    part: 'state',
    name: 'State',
    maxLength: 2,
    value: (c) => (c.accident?.kind === 'auto' ? paperText(c.accident.state) : ''),
    source: `${fields}: needed when 10b is YES`,
  },
  {
    number: '10c',
    name: 'Another accident?',
    marks: YES_NO,
    value: (c) => yesNo(c.accident?.kind === 'other'),
    source: fields,
  },
  { number: '10d', name: 'Condition codes', maxLength: 19, source: fields },
  {
    number: '11',
    name: 'Group or FECA number',
    maxLength: 29,
    value: (c) => (c.payer.kind === 'medicare' ? 'NONE' : paperNumber(c.subscriber.groupNumber)),
    source: `${fields}; NONE when Medicare is primary`,
  },
  {
    number: '11a',
    part: 'birth date',
    name: 'Insured birth date',
    value: ofPerson((c) => paperDate(c.subscriber.birthDate)),
    source: form,
  },
  {
    number: '11a',
    part: 'sex',
    name: 'Sex',
    marks: SEX,
    value: ofPerson((c) => sexMark(c.subscriber.sex)),
    source: form,
  },
  {
    number: '11b',
    part: 'qualifier',
    name: 'Claim ID',
    maxLength: 2,
    value: (c) => (c.propertyCasualtyClaimNumber ? 'Y4' : ''),
    source: codes,
  },
  {
    number: '11b',
    part: 'number',
    name: 'Number',
    maxLength: 28,
    value: (c) => paperNumber(c.propertyCasualtyClaimNumber),
    source: codes,
  },
  {
    number: '11c',
    name: 'Plan',
    maxLength: 29,
    cut: true,
    value: (c) => paperText(c.subscriber.planName),
    source: fields,
  },
  {
    number: '11d',
    name: 'Another health plan?',
    marks: YES_NO,
    value: (c) => (c.payer.kind === 'medicare' ? '' : 'NO'),
    source: `${form}; claims are made for the only coverage of a client; Medicare wants it empty`,
  },
  { number: '12', name: 'Patient signature, release', value: (c) => onFile(c.releaseSigned), source: fields },
  { number: '12', part: 'date', name: 'Date', source: form },
  {
    number: '13',
    name: 'Insured signature, payment',
    value: (c) => onFile(c.benefitsAssigned),
    source: fields,
  },
];
