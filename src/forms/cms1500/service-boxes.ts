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
  { number: '24A', part: 'from', name: 'From', room: 8, value: (l) => shortPaperDate(l.date), source: form },
  { number: '24A', part: 'to', name: 'To', room: 8, value: (l) => shortPaperDate(l.date), source: form },
  { number: '24B', name: 'Place', room: 2, value: (_, c) => c.placeOfService, source: form },
  { number: '24C', name: 'Emergency', room: 2, source: form },
  { number: '24D', part: 'code', name: 'Code', room: 6, value: (l) => paperNumber(l.code), source: form },
  {
    number: '24D',
    part: 'modifiers',
    name: 'Modifiers',
    room: 11,
    value: (l) => l.modifiers.map(paperNumber).join(' '),
    source: `${form}: up to four`,
  },
  {
    number: '24E',
    name: 'Pointers',
    room: 4,
    value: (l) => l.pointers.map(pointerLetter).join(''),
    source: `${form}: letters of box 21, no commas`,
  },
  {
    number: '24F',
    name: 'Charge',
    room: 9,
    value: (l) => paperMoney(l.charge),
    source: `${form}: all units of the line`,
  },
  { number: '24G', name: 'Units', room: 3, value: (l) => String(l.units), source: form },
  { number: '24H', name: 'EPSDT', room: 2, source: form },
  { number: '24I', name: 'Qualifier', room: 2, source: form },
  { number: '24J', name: 'Rendering NPI', room: 11, value: (_, c) => c.rendering.npi, source: form },
];

/** Box 32 says where the service was done; for the office that is the practice itself. */
const OFFICE = '11';
const atOffice = (claim: Claim, text: string): string => (claim.placeOfService === OFFICE ? text : '');

/** Boxes 25 to 33: who bills, and how much. */
export const billingBoxes: readonly BoxEntry[] = [
  { number: '25', name: 'Tax ID', room: 15, value: (c) => paperNumber(c.billing.taxId), source: fields },
  {
    number: '25',
    part: 'type',
    name: 'Type',
    marks: ['SSN', 'EIN'],
    value: (c) => c.billing.taxIdType,
    source: form,
  },
  { number: '26', name: 'Account', room: 14, value: (c) => c.account.toUpperCase(), source: form },
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
    room: 10,
    value: (_, p) => paperMoney(p.total),
    source: `${form}: every page has its own total`,
  },
  { number: '29', name: 'Amount paid', room: 9, value: (_, p) => paperMoney(p.paid), source: form },
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
    room: 26,
    cut: true,
    value: (c) => atOffice(c, paperText(c.billing.name)),
    source: form,
  },
  {
    number: '32',
    part: 'street',
    name: 'Street',
    room: 26,
    value: (c) => atOffice(c, paperStreet(c.billing.address.street, 26)),
    source: form,
  },
  {
    number: '32',
    part: 'city',
    name: 'City',
    room: 26,
    value: (c) => atOffice(c, paperCityLine(c.billing.address, 26)),
    source: form,
  },
  { number: '32a', name: 'NPI', room: 10, value: (c) => atOffice(c, c.billing.npi), source: form },
  { number: '32b', name: 'Other ID', room: 14, source: form },
  {
    number: '33',
    part: 'phone',
    name: 'Phone',
    room: 13,
    value: (c) => paperNumber(c.billing.phone),
    source: form,
  },
  {
    number: '33',
    part: 'name',
    name: 'Billing provider',
    room: 29,
    cut: true,
    value: (c) => paperText(c.billing.name),
    source: fields,
  },
  {
    number: '33',
    part: 'street',
    name: 'Street',
    room: 29,
    value: (c) => paperStreet(c.billing.address.street, 29),
    source: fields,
  },
  {
    number: '33',
    part: 'city',
    name: 'City',
    room: 29,
    value: (c) => paperCityLine(c.billing.address, 29),
    source: fields,
  },
  { number: '33a', name: 'Billing NPI', room: 10, value: (c) => c.billing.npi, source: form },
  {
    number: '33b',
    name: 'ID',
    room: 17,
    value: (c) => (c.billing.taxonomy ? `ZZ${paperNumber(c.billing.taxonomy)}` : ''),
    source: `${form}: ZZ and the taxonomy`,
  },
];
