import type { Claim } from '../claims/claim';
import { employerInsures } from '../claims/employer-insures';
import { isPlaceholder } from '../claims/placeholders';
import { readPlaceOfService } from '../claims/place-of-service';
import type { CellPlace } from '../findings';
import { readNpi } from '../identifiers/npi';
import { readState } from '../identifiers/state';
import { readTaxId } from '../identifiers/tax-id';
import { readTaxonomy } from '../identifiers/taxonomy';
import type { Address, Client, ColumnOf } from '../records/practice';
import { addressText, digitsOf, identifierText, nameText } from '../values/basic-characters';
import {
  clientCell,
  payerCell,
  practiceCell,
  TESTED_BY,
  when,
  type ClaimEdit,
  type EditHit,
  type ReadinessContext,
} from './edit';

const { guide, guides } = TESTED_BY;
const IN_PRACTICE = 'in the Practice table';
const IN_CLIENTS = 'in the Clients table';

const isNpi = (npi: string): boolean => readNpi(npi).ok;
const POST_OFFICE_BOX = /\b(P\s*O\s*BOX|POST\s+OFFICE\s+BOX|LOCK\s?BOX|PO\s+BOX|BOX\s+\d+$)/;

/** Who bills, who treated, who referred, who is treated and who pays. */
export const PARTY_EDITS: readonly ClaimEdit[] = [
  {
    id: 'name-not-writable',
    severity: 'STOP',
    test: (claim, context) =>
      namesOf(claim, context).flatMap(({ whose, name, place }) =>
        when(nameText(name) === '', place, { whose, name: name ?? '' }),
      ),
    message: 'The {whose} ("{name}") has no letter from A to Z, and files of claims know no others.',
    fix: 'Write it as it stands on the insurance card or in the registry.',
    source: `${guide}, appendix B: the basic character set`,
  },
  {
    id: 'payer-id-absent',
    severity: 'STOP',
    test: (claim, context) =>
      when(
        context.electronic && identifierText(claim.payer.payerId) === '',
        payerCell(claim, context, 'payerId'),
        { payer: claim.payer.name },
      ),
    message: '{payer} has no payer ID, and a file finds the payer by nothing else.',
    fix: 'Look up the payer ID in the list of your clearinghouse and fill in "Payer ID" in the Payers table.',
    source: `${guide}, 2010BB NM109; ${guides}`,
  },
  {
    id: 'payer-id-odd',
    severity: 'WARN',
    test: (claim, context) => {
      const id = identifierText(claim.payer.payerId);
      return when(
        context.electronic && id !== '' && (id.length < 3 || id.length > 15),
        payerCell(claim, context, 'payerId'),
        { payer: claim.payer.name, id },
      );
    },
    message: 'The payer ID of {payer} ("{id}") does not look like one; most have five characters.',
    fix: 'Compare it with the list of your clearinghouse.',
    source: `${guide}, 2010BB NM109`,
  },
  {
    id: 'filing-code-unknown',
    severity: 'STOP',
    test: (claim, context) => {
      const { filingCode, name } = claim.payer;
      return when(
        filingCode !== null && !FILING_CODES.has(filingCode.trim().toUpperCase()),
        payerCell(claim, context, 'filingCode'),
        { payer: name, code: filingCode ?? '' },
      );
    },
    message: 'The filing code of {payer} ("{code}") is none of the standard’s.',
    fix: 'Use for example CI commercial, BL Blue Cross, HM HMO, MB Medicare, MC Medicaid, WC, AM or VA.',
    source: `${guide}, SBR09`,
  },
  {
    id: 'filing-code-by-kind',
    severity: 'NOTE',
    test: (claim, context) =>
      when(
        context.electronic && claim.payer.filingCode === null && claim.payer.kind === 'commercial',
        payerCell(claim, context, 'filingCode'),
        { payer: claim.payer.name },
      ),
    message: '{payer} has no filing code, so its claims say CI, commercial.',
    fix: 'If it is a Blue Cross plan write BL, for an HMO HM, for TRICARE CH, in the Payers table.',
    source: `${guide}, SBR09`,
  },
  {
    id: 'member-id-absent',
    severity: 'STOP',
    test: (claim, context) =>
      when(
        !employerInsures(claim) && identifierText(claim.subscriber.memberId) === '',
        clientCell(claim, context, 'memberId'),
      ),
    message: 'The claim has no member ID.',
    fix: `Fill in "Member ID" from the insurance card ${IN_CLIENTS}.`,
    source: `${guide}, 2010BA NM109; ${guides}`,
  },
  {
    id: 'member-id-not-sane',
    severity: 'STOP',
    test: (claim, context) => {
      const id = identifierText(claim.subscriber.memberId);
      const isOdd = id.length < 2 || id.length > 80 || isPlaceholder(id, 'value');
      return when(!employerInsures(claim) && id !== '' && isOdd, clientCell(claim, context, 'memberId'), {
        id,
      });
    },
    message: 'The member ID "{id}" cannot be one.',
    fix: `Copy "Member ID" from the insurance card ${IN_CLIENTS}.`,
    source: `${guide}, 2010BA NM109; ${guides}`,
  },
  {
    id: 'billing-npi-wrong',
    severity: 'STOP',
    test: ({ billing }, context) =>
      when(!isNpi(billing.npi), practiceCell(context, 'npi'), { npi: billing.npi }),
    message: 'The billing NPI "{npi}" is none.',
    fix: `Correct "Billing NPI" ${IN_PRACTICE}.`,
    source: `${guide}, 2010AA NM109; CMS, NPI check digit`,
  },
  {
    id: 'rendering-npi-wrong',
    severity: 'STOP',
    test: ({ rendering }, context) =>
      when(!isNpi(rendering.npi), practiceCell(context, 'renderingNpi'), { npi: rendering.npi }),
    message: 'The NPI of who treated ("{npi}") is none.',
    fix: `Correct "Rendering NPI" ${IN_PRACTICE}.`,
    source: `${guide}, 2310B NM109; CMS, NPI check digit`,
  },
  {
    id: 'tax-id-wrong',
    severity: 'STOP',
    test: ({ billing }, context) =>
      when(!readTaxId(digitsOf(billing.taxId), billing.taxIdType).ok, practiceCell(context, 'taxId')),
    message: 'The tax ID is not nine digits that can be one.',
    fix: `Correct "Tax ID" ${IN_PRACTICE}.`,
    source: `${guide}, 2010AA REF02`,
  },
  {
    id: 'taxonomy-absent',
    severity: 'WARN',
    test: ({ billing }, context) => when(billing.taxonomy === null, practiceCell(context, 'taxonomy')),
    message: 'The claim has no taxonomy code, and many payers refuse claims without.',
    fix: `Fill in "Taxonomy" as in your NPI record ${IN_PRACTICE}.`,
    source: `${guide}, 2000A PRV03; OpenEMR issue 9376; ${guides}`,
  },
  {
    id: 'taxonomy-wrong',
    severity: 'STOP',
    test: ({ billing, rendering }, context) => {
      const wrong = [billing.taxonomy, rendering.taxonomy].find(
        (code) => code !== null && !readTaxonomy(code).ok,
      );
      return when(wrong !== undefined, practiceCell(context, 'taxonomy'), { code: wrong ?? '' });
    },
    message: 'The taxonomy code "{code}" is none.',
    fix: `Correct "Taxonomy" ${IN_PRACTICE}.`,
    source: `${guide}, PRV03`,
  },
  {
    id: 'billing-post-office-box',
    severity: 'STOP',
    test: ({ billing }, context) =>
      when(
        POST_OFFICE_BOX.test(addressText(billing.address.street)),
        practiceCell(context, 'address.street'),
        { street: billing.address.street ?? '' },
      ),
    message: 'The practice’s address "{street}" is a P.O. box, and the billing address must be a street.',
    fix: `Write the street where you work ${IN_PRACTICE}.`,
    source: `${guide}, 2010AA N301: a street address, no box`,
  },
  {
    id: 'billing-address-incomplete',
    severity: 'STOP',
    test: ({ billing }, context) => missingParts(billing.address, (part) => practiceCell(context, part)),
    message: 'The practice’s address has no {part} that can be written.',
    fix: `Fill in the address ${IN_PRACTICE}.`,
    source: `${guide}, 2010AA N3 and N4`,
  },
  {
    id: 'billing-zip-short',
    severity: 'STOP',
    test: ({ billing }, context) => {
      const digits = digitsOf(billing.address.zip);
      return when(digits !== '' && digits.length !== 9, practiceCell(context, 'address.zip'), {
        zip: billing.address.zip ?? '',
      });
    },
    message: 'The practice’s ZIP code {zip} has not nine digits, and clearinghouses refuse shorter ones.',
    fix: `Write ZIP+4 ${IN_PRACTICE}; usps.com tells the last four digits of an address.`,
    source: `${guide}, 2010AA N403: nine digits; ${guides}`,
  },
  {
    id: 'billing-zip-zeros',
    severity: 'WARN',
    test: ({ billing }, context) =>
      when(/^\d{5}0000$/.test(digitsOf(billing.address.zip)), practiceCell(context, 'address.zip')),
    message: 'The last four digits of the practice’s ZIP code are zeros, which some payers refuse.',
    fix: `Write the real ones ${IN_PRACTICE}; usps.com tells them.`,
    source: guides,
  },
  {
    id: 'patient-address-incomplete',
    severity: 'STOP',
    test: (claim, context) => missingParts(claim.patient.address, (part) => clientCell(claim, context, part)),
    message: 'The client’s address has no {part} that can be written.',
    fix: `Fill in the address ${IN_CLIENTS}.`,
    source: `${guide}, 2010BA or 2010CA N3 and N4`,
  },
  {
    id: 'birth-date-in-future',
    severity: 'STOP',
    test: (claim, context) =>
      when(claim.patient.birthDate > context.today, clientCell(claim, context, 'birthDate')),
    message: 'The birth date is after today.',
    fix: `Correct "Birth date" ${IN_CLIENTS}.`,
    source: `${guide}, DMG02`,
  },
  {
    id: 'place-of-service-wrong',
    severity: 'STOP',
    test: ({ placeOfService }, context) =>
      when(!readPlaceOfService(placeOfService).ok, practiceCell(context, 'placeOfService'), {
        place: placeOfService,
      }),
    message: 'The place of service "{place}" is none.',
    fix: `Correct "Place of service" ${IN_PRACTICE}.`,
    source: `${guide}, CLM05-1; CMS place of service list, September 2023`,
  },
  {
    id: 'referring-npi-absent',
    severity: 'WARN',
    test: (claim, context) =>
      when(
        claim.referring !== null && (claim.referring.npi ?? '') === '',
        clientCell(claim, context, 'referringNpi'),
        { name: claim.referring?.lastName ?? '' },
      ),
    message: 'The referring provider {name} has no NPI, and the payer may answer with N286.',
    fix: `Fill in "Referring NPI" ${IN_CLIENTS}; the NPI registry is public.`,
    source: `${guide}, 2310A NM109; RARC N286`,
  },
  {
    id: 'referring-npi-wrong',
    severity: 'STOP',
    test: (claim, context) => {
      const npi = claim.referring?.npi ?? '';
      return when(npi !== '' && !isNpi(npi), clientCell(claim, context, 'referringNpi'), { npi });
    },
    message: 'The referring NPI "{npi}" is none.',
    fix: `Correct "Referring NPI" ${IN_CLIENTS}.`,
    source: `${guide}, 2310A NM109; CMS, NPI check digit`,
  },
  {
    id: 'case-number-absent',
    severity: 'STOP',
    test: (claim, context) => {
      const isCase = claim.payer.kind === 'auto' || claim.payer.kind === 'workers-comp';
      const number = identifierText(claim.propertyCasualtyClaimNumber);
      return when(isCase && number === '', clientCell(claim, context, 'claimNumber'), {
        payer: claim.payer.name,
      });
    },
    message: '{payer} pays by accident case, and the claim has no claim number.',
    fix: `Fill in "Claim number" ${IN_CLIENTS}.`,
    source: `${guide}, REF*Y4`,
  },
];

/** SBR09. Source: 005010X222A1. */
const FILING_CODES = new Set(
  '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ'.split(' '),
);

interface NamedParty {
  whose: string;
  name: string | null;
  place: CellPlace | null;
}

function namesOf(claim: Claim, context: ReadinessContext): NamedParty[] {
  const { billing, rendering, referring, patient, subscriber } = claim;
  const ofClient = (column: ColumnOf<Client>) => clientCell(claim, context, column);
  const isSelf = claim.relationship === 'self';
  return [
    { whose: 'last name of the client', name: patient.lastName, place: ofClient('lastName') },
    { whose: 'first name of the client', name: patient.firstName, place: ofClient('firstName') },
    ...(isSelf || employerInsures(claim)
      ? []
      : [
          {
            whose: 'last name of the policy holder',
            name: subscriber.lastName,
            place: ofClient('subscriberLastName'),
          },
          {
            whose: 'first name of the policy holder',
            name: subscriber.firstName,
            place: ofClient('subscriberFirstName'),
          },
        ]),
    ...(employerInsures(claim)
      ? [{ whose: 'employer', name: claim.employer, place: ofClient('employer') }]
      : []),
    { whose: 'name of the payer', name: claim.payer.name, place: payerCell(claim, context, 'name') },
    {
      whose: 'name of the practice',
      name: billing.entity === 'person' ? (billing.lastName ?? billing.name) : billing.name,
      place: practiceCell(context, billing.entity === 'person' ? 'lastName' : 'name'),
    },
    {
      whose: 'last name of who treated',
      name: rendering.lastName,
      place: practiceCell(context, 'lastName'),
    },
    ...(referring
      ? [
          {
            whose: 'last name of the referring provider',
            name: referring.lastName,
            place: ofClient('referringLastName'),
          },
        ]
      : []),
  ];
}

type AddressColumn = `address.${keyof Address}`;

function missingParts(address: Address, cell: (column: AddressColumn) => CellPlace | null): EditHit[] {
  const digits = digitsOf(address.zip);
  return [
    ...when(addressText(address.street) === '', cell('address.street'), { part: 'street' }),
    ...when(addressText(address.city) === '', cell('address.city'), { part: 'city' }),
    ...when(!readState(address.state ?? '').ok, cell('address.state'), { part: 'state' }),
    ...when(digits.length !== 5 && digits.length !== 9, cell('address.zip'), { part: 'ZIP code' }),
  ];
}
