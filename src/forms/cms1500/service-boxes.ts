import { SOURCES, YES_NO, yesNo } from './box';
import type { BoxEntry, LineBoxEntry } from './box';
import { paperStreet } from './paper-street';
import {
  firstNameFirst,
  paperCityLine,
  paperMoney,
  paperNumber,
  paperText,
  shortPaperDate,
} from './paper-text';
import type { Claim } from '../../billing/claims/claim';

const { form, fields } = SOURCES;

const pointerLetter = (position: number): string => 'ABCDEFGHIJKL'.charAt(position - 1);

/** The columns of box 24, the same for each of the six lines. */
export const lineBoxes: readonly LineBoxEntry[] = [
  {
    number: '24A',
    part: 'from',
    name: 'From',
    maxLength: 8,
    value: (l) => shortPaperDate(l.date),
    source: form,
  },
  { number: '24A', part: 'to', name: 'To', maxLength: 8, value: (l) => shortPaperDate(l.date), source: form },
  { number: '24B', name: 'Place', maxLength: 2, value: (_, c) => c.placeOfService, source: form },
  { number: '24C', name: 'Emergency', maxLength: 2, source: form },
  {
    number: '24D',
    part: 'code',
    name: 'Code',
    maxLength: 6,
    value: (l) => paperNumber(l.code),
    source: form,
  },
  {
    number: '24D',
    part: 'modifiers',
    name: 'Modifiers',
    maxLength: 11,
    value: (l) => l.modifiers.map(paperNumber).join(' '),
    source: `${form}: up to four`,
  },
  {
    number: '24E',
    name: 'Pointers',
    maxLength: 4,
    value: (l) => l.pointers.map(pointerLetter).join(''),
    source: `${form}: letters of box 21, no commas`,
  },
  {
    number: '24F',
    name: 'Charge',
    maxLength: 9,
    value: (l) => paperMoney(l.charge),
    source: `${form}: all units of the line`,
  },
  { number: '24G', name: 'Units', maxLength: 3, value: (l) => String(l.units), source: form },
  { number: '24H', name: 'EPSDT', maxLength: 2, source: form },
  { number: '24I', name: 'Qualifier', maxLength: 2, source: form },
  { number: '24J', name: 'Rendering NPI', maxLength: 11, value: (_, c) => c.rendering.npi, source: form },
];

/** Box 32 says where the service was done; for the office that is the practice itself. */
const OFFICE = '11';
const atOffice = (claim: Claim, text: string): string => (claim.placeOfService === OFFICE ? text : '');

/** Boxes 25 to 33: who bills, and how much. */
export const billingBoxes: readonly BoxEntry[] = [
  { number: '25', name: 'Tax ID', maxLength: 15, value: (c) => paperNumber(c.billing.taxId), source: fields },
  {
    number: '25',
    part: 'type',
    name: 'Type',
    marks: ['SSN', 'EIN'],
    value: (c) => c.billing.taxIdType,
    source: form,
  },
  { number: '26', name: 'Account', maxLength: 14, value: (c) => c.account.toUpperCase(), source: form },
  {
    number: '27',
    name: 'Accepts assignment?',
    marks: YES_NO,
    value: (c) => yesNo(c.acceptsAssignment),
    source: form,
  },
  {
    number: '28',
    name: 'Total of this page',
    maxLength: 10,
    value: (_, p) => paperMoney(p.total),
    source: `${form}: every page has its own total`,
  },
  { number: '29', name: 'Amount paid', maxLength: 9, value: (_, p) => paperMoney(p.paid), source: form },
  { number: '30', name: 'Reserved', source: form },
  {
    number: '31',
    name: 'Provider signature',
    cut: true,
    value: (c) => firstNameFirst(c.rendering),
    source: `${form}: printed name; signed and dated by hand`,
  },
  { number: '31', part: 'date', name: 'Date', source: form },
  {
    number: '32',
    part: 'name',
    name: 'Place of service',
    maxLength: 26,
    cut: true,
    value: (c) => atOffice(c, paperText(c.billing.name)),
    source: form,
  },
  {
    number: '32',
    part: 'street',
    name: 'Street',
    maxLength: 26,
    value: (c) => atOffice(c, paperStreet(c.billing.address.street, 26)),
    source: form,
  },
  {
    number: '32',
    part: 'city',
    name: 'City',
    maxLength: 26,
    value: (c) => atOffice(c, paperCityLine(c.billing.address, 26)),
    source: form,
  },
  { number: '32a', name: 'NPI', maxLength: 10, value: (c) => atOffice(c, c.billing.npi), source: form },
  { number: '32b', name: 'Other ID', maxLength: 14, source: form },
  {
    number: '33',
    part: 'phone',
    name: 'Phone',
    maxLength: 13,
    value: (c) => paperNumber(c.billing.phone),
    source: form,
  },
  {
    number: '33',
    part: 'name',
    name: 'Billing provider',
    maxLength: 29,
    cut: true,
    value: (c) => paperText(c.billing.name),
    source: fields,
  },
  {
    number: '33',
    part: 'street',
    name: 'Street',
    maxLength: 29,
    value: (c) => paperStreet(c.billing.address.street, 29),
    source: fields,
  },
  {
    number: '33',
    part: 'city',
    name: 'City',
    maxLength: 29,
    value: (c) => paperCityLine(c.billing.address, 29),
    source: fields,
  },
  { number: '33a', name: 'Billing NPI', maxLength: 10, value: (c) => c.billing.npi, source: form },
  {
    number: '33b',
    name: 'ID',
    maxLength: 17,
    value: (c) => (c.billing.taxonomy ? `ZZ${paperNumber(c.billing.taxonomy)}` : ''),
    source: `${form}: ZZ and the taxonomy`,
  },
];
