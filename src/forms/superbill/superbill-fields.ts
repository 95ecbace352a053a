import type { Address } from '../../billing/records/practice';
import type { Superbill } from '../../billing/superbills/superbill';
import { usDate } from '../../billing/values/day';

/** One labelled text above the table of services. Left half: columns 1-5, right half: 6-9. */
export interface SuperbillField {
  /** The band of boxes it stands in, from 1. */
  band: number;
  column: number;
  label: string;
  value: (superbill: Superbill) => string;
}

/**
 * What an insurer asks of a superbill: who was treated, by whom, under which licence and numbers, and who sent
 * the client (reimbursify.com, superbilled.com, mysuperbills.com, learnmedicarebilling.com).
 */
export const superbillFields: readonly SuperbillField[] = [
  { band: 1, column: 1, label: 'Provider', value: ({ practice }) => practice.name },
  { band: 1, column: 6, label: 'Client', value: ({ client }) => clientName(client) },
  {
    band: 2,
    column: 1,
    label: 'Therapist',
    value: ({ practice }) => words(practice.therapist, practice.credentials),
  },
  {
    band: 2,
    column: 6,
    label: 'Birth date',
    value: ({ client }) => (client.birthDate === null ? '' : usDate(client.birthDate)),
  },
  { band: 2, column: 7, label: 'Phone', value: ({ client }) => phone(client.phone) },
  { band: 3, column: 1, label: 'Street', value: ({ practice }) => practice.address.street ?? '' },
  { band: 3, column: 6, label: 'Street', value: ({ client }) => client.address.street ?? '' },
  { band: 4, column: 1, label: 'City', value: ({ practice }) => cityLine(practice.address) },
  { band: 4, column: 6, label: 'City', value: ({ client }) => cityLine(client.address) },
  { band: 5, column: 1, label: 'Phone', value: ({ practice }) => phone(practice.phone) },
  { band: 5, column: 3, label: 'Email', value: ({ practice }) => practice.email ?? '' },
  { band: 5, column: 6, label: 'Insurer', value: ({ client }) => client.payer ?? '' },
  { band: 6, column: 1, label: 'NPI', value: ({ practice }) => practice.npi },
  { band: 6, column: 3, label: 'NPI of the therapist', value: ({ practice }) => practice.renderingNpi ?? '' },
  { band: 6, column: 6, label: 'Member ID', value: ({ client }) => client.memberId ?? '' },
  { band: 6, column: 7, label: 'Group number', value: ({ client }) => client.groupNumber ?? '' },
  {
    band: 7,
    column: 1,
    label: 'Tax ID',
    value: ({ practice }) => taxId(practice.taxId, practice.taxIdType),
  },
  {
    band: 7,
    column: 3,
    label: 'License',
    value: ({ practice }) => words(practice.license, practice.licenseState),
  },
  {
    band: 7,
    column: 6,
    label: 'Policy holder',
    value: ({ client }) => words(client.subscriberFirstName, client.subscriberLastName),
  },
  { band: 7, column: 7, label: 'Client is the holder’s', value: ({ client }) => client.relationship ?? '' },
  {
    band: 8,
    column: 1,
    label: 'Referred by',
    value: ({ referring }) =>
      referring ? words(referring.firstName, referring.lastName, referring.credentials) : '',
  },
  { band: 8, column: 6, label: 'NPI of the referrer', value: ({ referring }) => referring?.npi ?? '' },
];

export function clientName(client: Superbill['client']): string {
  if (!client.firstName || !client.lastName) return client.name;
  return words(client.firstName, client.middleInitial, client.lastName);
}

function words(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join(' ');
}

function cityLine({ city, state, zip }: Address): string {
  const place = words(state, zip);
  return city && place ? `${city}, ${place}` : (city ?? place);
}

/** `(360) 555-0142`; anything but ten digits stays as it is. */
function phone(text: string | null): string {
  const digits = (text ?? '').replace(/\D/g, '');
  const match = /^(\d{3})(\d{3})(\d{4})$/.exec(digits);
  return match ? `(${match[1] ?? ''}) ${match[2] ?? ''}-${match[3] ?? ''}` : (text ?? '');
}

/** `12-3456789 (EIN)`, `123-45-6789 (SSN)`. */
function taxId(digits: string, type: 'EIN' | 'SSN' | null): string {
  if (type === null) return digits;
  const written =
    type === 'EIN'
      ? `${digits.slice(0, 2)}-${digits.slice(2)}`
      : `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
  return `${written} (${type})`;
}
