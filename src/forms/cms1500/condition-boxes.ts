import { SOURCES, YES_NO } from './box';
import type { BoxEntry } from './box';
import { firstNameFirst, paperDate, paperNumber } from './paper-text';

const { form, fields, codes, clearinghouse } = SOURCES;

/** Boxes 14 to 23: what was treated, who sent the client, and the claim before this one. */
export const conditionBoxes: readonly BoxEntry[] = [
  {
    number: '14',
    part: 'date',
    name: 'Onset or injury',
    value: (c) => paperDate(c.onsetDate ?? c.accident?.date ?? null),
    source: form,
  },
  {
    number: '14',
    part: 'qualifier',
    name: 'Qual.',
    maxLength: 3,
    value: (c) => (c.onsetDate !== null || c.accident ? '431' : ''),
    source: codes,
  },
  {
    number: '15',
    part: 'qualifier',
    name: 'Other date',
    maxLength: 3,
    value: (c) => (c.accident ? '439' : ''),
    source: codes,
  },
  {
    number: '15',
    part: 'date',
    name: 'Date',
    value: (c) => paperDate(c.accident?.date ?? null),
    source: form,
  },
  { number: '16', part: 'from', name: 'Unable to work from', source: form },
  { number: '16', part: 'to', name: 'To', source: form },
  {
    number: '17',
    part: 'qualifier',
    name: 'Referrer',
    maxLength: 2,
    value: (c) => (c.referring ? 'DN' : ''),
    source: codes,
  },
  {
    number: '17',
    part: 'name',
    name: 'Name',
    maxLength: 24,
    cut: true,
    value: (c) => (c.referring ? firstNameFirst(c.referring) : ''),
    source: `${form}: first name first, credentials last`,
  },
  { number: '17a', name: 'Other ID', maxLength: 17, source: fields },
  { number: '17b', name: 'Referring NPI', maxLength: 10, value: (c) => c.referring?.npi ?? '', source: form },
  { number: '18', part: 'from', name: 'In hospital from', source: form },
  { number: '18', part: 'to', name: 'To', source: form },
  { number: '19', name: 'Additional information', maxLength: 71, source: form },
  { number: '20', name: 'Outside lab?', marks: YES_NO, value: () => 'NO', source: form },
  { number: '20', part: 'charges', name: 'Charges', maxLength: 8, source: fields },
  {
    number: '21',
    part: 'indicator',
    name: 'ICD indicator',
    maxLength: 1,
    value: () => '0',
    source: `${form}: 0 is ICD-10-CM`,
  },
  ...[...'ABCDEFGHIJKL'].map((letter, position): BoxEntry => ({
    number: '21',
    part: letter,
    name: letter,
    maxLength: 7,
    value: (c) => paperNumber(c.diagnoses[position] ?? null),
    source: `${form}: without the decimal point`,
  })),
  {
    number: '22',
    part: 'code',
    name: 'Frequency',
    maxLength: 1,
    value: (c) => c.frequency,
    source: clearinghouse,
  },
  {
    number: '22',
    part: 'reference',
    name: 'Payer’s claim number',
    maxLength: 18,
    value: (c) => (c.frequency === '1' ? '' : capitalsAsGiven(c.originalReference)),
    source: codes,
  },
  {
    number: '23',
    name: 'Prior authorization',
    maxLength: 29,
    value: (c) => paperNumber(c.priorAuthorization),
    source: form,
  },
];

/** A number that the payer gave out goes back as it came. */
function capitalsAsGiven(text: string | null): string {
  return (text ?? '').trim().toUpperCase();
}
