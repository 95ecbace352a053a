import type { Claim, ServiceLine } from '../../billing/claims/claim';
import { employerInsures } from '../../billing/claims/employer-insures';
import type { Address } from '../../billing/records/practice';
import {
  addressText,
  digitsOf,
  identifierText,
  nameText,
  numberAsGiven,
} from '../../billing/values/basic-characters';
import { plainDollars } from '../../billing/values/cents';
import { usDate, type Day } from '../../billing/values/day';

/** A column of the list of claim lines. The header never changes its name or place: imports are mapped by it. */
export interface CsvColumn {
  header: string;
  /** Box of the CMS-1500 that says the same; empty where none does. */
  box: string;
  value: (claim: Claim, line: ServiceLine) => string;
}

type OfClaim = (claim: Claim) => string;

const of = (header: string, box: string, value: OfClaim): CsvColumn => ({
  header,
  box,
  value: (claim) => value(claim),
});
const ofLine = (header: string, box: string, value: (line: ServiceLine) => string): CsvColumn => ({
  header,
  box,
  value: (_, line) => value(line),
});
const date = (day: Day | null | undefined): string => (day === null || day === undefined ? '' : usDate(day));
const yesNo = (yes: boolean): string => (yes ? 'Y' : 'N');
const zip = (text: string | null): string => digitsOf(text).replace(/^(\d{5})(\d{4})$/, '$1-$2');
const address = (
  who: string,
  boxes: readonly [string, string],
  where: (claim: Claim) => Address,
): CsvColumn[] => [
  of(`${who} street`, boxes[0], (c) => addressText(where(c).street)),
  of(`${who} city`, boxes[1], (c) => addressText(where(c).city)),
  of(`${who} state`, boxes[1], (c) => identifierText(where(c).state)),
  of(`${who} ZIP`, boxes[1], (c) => zip(where(c).zip)),
];
const person =
  (value: OfClaim): OfClaim =>
  (claim) =>
    employerInsures(claim) ? '' : value(claim);

/** One service line a row, with its whole claim beside it; texts folded as in the 837P. */
export const CLAIM_LINE_COLUMNS: readonly CsvColumn[] = [
  of('Account', '26', (c) => numberAsGiven(c.account)),
  ofLine('Line control', '', (l) => numberAsGiven(l.control)),
  of('Frequency', '22', (c) => c.frequency),
  of('Original claim number', '22', (c) => (c.frequency === '1' ? '' : numberAsGiven(c.originalReference))),
  of('Payer', 'payer', (c) => nameText(c.payer.name)),
  of('Payer ID', '', (c) => numberAsGiven(c.payer.payerId)),
  of('Payer kind', '1', (c) => c.payer.kind),
  of('Filing code', '', (c) => c.payer.filingCode ?? ''),
  ...address('Payer', ['payer', 'payer'], (c) => c.payer.address),
  of(
    'Member ID',
    '1a',
    person((c) => identifierText(c.subscriber.memberId)),
  ),
  of('Group number', '11', (c) => identifierText(c.subscriber.groupNumber)),
  of('Plan', '11c', (c) => nameText(c.subscriber.planName)),
  of('Patient last name', '2', (c) => nameText(c.patient.lastName)),
  of('Patient first name', '2', (c) => nameText(c.patient.firstName)),
  of('Patient middle name', '2', (c) => nameText(c.patient.middleInitial)),
  of('Patient birth date', '3', (c) => date(c.patient.birthDate)),
  of('Patient sex', '3', (c) => c.patient.sex),
  ...address('Patient', ['5', '5'], (c) => c.patient.address),
  of('Patient phone', '5', (c) => digitsOf(c.patient.phone)),
  of('Relationship', '6', (c) => (employerInsures(c) ? 'employee' : c.relationship)),
  of(
    'Insured last name',
    '4',
    person((c) => nameText(c.subscriber.lastName)),
  ),
  of(
    'Insured first name',
    '4',
    person((c) => nameText(c.subscriber.firstName)),
  ),
  of(
    'Insured birth date',
    '11a',
    person((c) => date(c.subscriber.birthDate)),
  ),
  of(
    'Insured sex',
    '11a',
    person((c) => c.subscriber.sex ?? ''),
  ),
  of('Employer', '4', (c) => nameText(c.employer)),
  of('Accident', '10', (c) => c.accident?.kind ?? ''),
  of('Accident date', '15', (c) => date(c.accident?.date)),
  of('Accident state', '10b', (c) => identifierText(c.accident?.state ?? null)),
  of('Case claim number', '11b', (c) => identifierText(c.propertyCasualtyClaimNumber)),
  of('Onset date', '14', (c) => date(c.onsetDate)),
  of('Referring last name', '17', (c) => nameText(c.referring?.lastName ?? null)),
  of('Referring first name', '17', (c) => nameText(c.referring?.firstName ?? null)),
  of('Referring NPI', '17b', (c) => c.referring?.npi ?? ''),
  of('Prior authorization', '23', (c) => identifierText(c.priorAuthorization)),
  ...[...'ABCDEFGHIJKL'].map((letter, index) =>
    of(`Diagnosis ${letter}`, `21 ${letter}`, (c) => identifierText(c.diagnoses[index] ?? null)),
  ),
  ofLine('Date of service', '24A', (l) => date(l.date)),
  of('Place of service', '24B', (c) => c.placeOfService),
  ofLine('Procedure', '24D', (l) => identifierText(l.code)),
  ...[0, 1, 2, 3].map((index) =>
    ofLine(`Modifier ${String(index + 1)}`, '24D', (l) => identifierText(l.modifiers[index] ?? null)),
  ),
  ofLine('Pointers', '24E', (l) => l.pointers.map((pointer) => 'ABCDEFGHIJKL'.charAt(pointer - 1)).join('')),
  ofLine('Charge', '24F', (l) => plainDollars(l.charge)),
  ofLine('Units', '24G', (l) => String(l.units)),
  of('Claim total', '28', (c) => plainDollars(c.total)),
  of('Patient paid', '29', (c) => plainDollars(c.amountPaid)),
  of('Accepts assignment', '27', (c) => yesNo(c.acceptsAssignment)),
  of('Release signed', '12', (c) => yesNo(c.releaseSigned)),
  of('Benefits assigned', '13', (c) => yesNo(c.benefitsAssigned)),
  of('Billing name', '33', (c) => nameText(c.billing.name)),
  of('Billing NPI', '33a', (c) => c.billing.npi),
  of('Tax ID', '25', (c) => digitsOf(c.billing.taxId)),
  of('Tax ID type', '25', (c) => c.billing.taxIdType),
  of('Taxonomy', '33b', (c) => identifierText(c.billing.taxonomy)),
  ...address('Billing', ['33', '33'], (c) => c.billing.address),
  of('Billing phone', '33', (c) => digitsOf(c.billing.phone)),
  of('Rendering last name', '31', (c) => nameText(c.rendering.lastName)),
  of('Rendering first name', '31', (c) => nameText(c.rendering.firstName)),
  of('Rendering NPI', '24J', (c) => c.rendering.npi),
];

/** Header and rows, as texts. */
export function claimLineRows(claims: readonly Claim[]): string[][] {
  return [
    CLAIM_LINE_COLUMNS.map(({ header }) => header),
    ...claims.flatMap((claim) =>
      claim.lines.map((line) => CLAIM_LINE_COLUMNS.map(({ value }) => value(claim, line))),
    ),
  ];
}
