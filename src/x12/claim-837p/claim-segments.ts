import type { Claim, ServiceLine } from '../../billing/claims/claim';
import { identifierText, nameText, numberAsGiven } from '../../billing/values/basic-characters';
import { ZERO } from '../../billing/values/cents';
import { amountText, type ElementValue } from '../segments/write-x12';
import { d8, FIRST_DIAGNOSIS, firstServiceDate, FURTHER_DIAGNOSIS, RELATED_CAUSE } from './claim-values';
import type { TransmissionSettings } from './settings';
import { SOURCES, type Condition, type SegmentEntry } from './table';
import { MOST } from './text-lengths';

/** A claim, and what the sender's settings say of every claim. */
export interface ClaimContext {
  claim: Claim;
  settings: TransmissionSettings;
}

type Entry = SegmentEntry<ClaimContext>;

const of =
  (value: (claim: Claim) => ElementValue) =>
  ({ claim }: ClaimContext): ElementValue =>
    value(claim);

const when = (words: string, holds: (claim: Claim) => boolean): Condition<ClaimContext> => ({
  words,
  holds: ({ claim }) => holds(claim),
});
const isLater = ({ frequency }: Claim): boolean => frequency !== '1';
const rendersItself = ({ billing, rendering }: Claim): boolean => billing.npi === rendering.npi;
const ANOTHER_RENDERS = when('when somebody else than the billing provider treats', (c) => !rendersItself(c));

/** Loops 2300, 2310A and 2310B: the claim, who sent the patient, who treated. */
export const CLAIM_SEGMENTS: readonly Entry[] = [
  {
    loop: '2300',
    segment: 'CLM',
    name: 'Claim',
    elements: {
      1: of((c) => numberAsGiven(c.account)),
      2: of((c) => amountText(c.total)),
      5: of((c) => [c.placeOfService, 'B', c.frequency]),
      6: ({ settings }) => (settings.signatureOnFile ? 'Y' : 'N'),
      7: of((c) => (c.acceptsAssignment ? 'A' : 'C')),
      8: of((c) => (c.benefitsAssigned ? 'Y' : 'N')),
      9: of((c) => (c.releaseSigned ? 'Y' : 'I')),
      11: of(relatedCauses),
    },
    source: `${SOURCES.guide}; a clearinghouse refuses an original without frequency 1`,
  },
  {
    loop: '2300',
    segment: 'DTP',
    name: 'Onset of the condition',
    when: when(
      'when the onset is known and is not the first date of service',
      (c) => c.onsetDate !== null && c.onsetDate !== firstServiceDate(c),
    ),
    elements: { 1: '431', 2: 'D8', 3: of((c) => (c.onsetDate === null ? '' : d8(c.onsetDate))) },
    source: SOURCES.openemr,
  },
  {
    loop: '2300',
    segment: 'DTP',
    name: 'Accident',
    when: when('when the condition comes from an accident', (c) => c.accident !== null),
    elements: { 1: '439', 2: 'D8', 3: of((c) => (c.accident ? d8(c.accident.date) : '')) },
    source: SOURCES.guide,
  },
  {
    loop: '2300',
    segment: 'AMT',
    name: 'Paid by the patient',
    when: when('when the patient has paid something', (c) => c.amountPaid > ZERO),
    elements: { 1: 'F5', 2: of((c) => amountText(c.amountPaid)) },
    source: SOURCES.guide,
  },
  {
    loop: '2300',
    segment: 'REF',
    name: 'Prior authorization',
    when: when('when there is a number', (c) => identifierText(c.priorAuthorization) !== ''),
    elements: { 1: 'G1', 2: of((c) => identifierText(c.priorAuthorization)) },
    source: SOURCES.guide,
  },
  {
    loop: '2300',
    segment: 'REF',
    name: 'The payer’s number of the claim that is replaced or voided',
    when: when('when the frequency is 7 or 8', (c) => isLater(c) && c.originalReference !== null),
    elements: { 1: 'F8', 2: of((c) => numberAsGiven(c.originalReference)) },
    source: SOURCES.guide,
  },
  {
    loop: '2300',
    segment: 'HI',
    name: 'Diagnoses, without the point',
    elements: Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        index + 1,
        ({ claim: { diagnoses } }: ClaimContext) => {
          const code = identifierText(diagnoses[index] ?? null);
          if (code === '') return '';
          return [index === 0 ? FIRST_DIAGNOSIS : FURTHER_DIAGNOSIS, code];
        },
      ]),
    ),
    source: `${SOURCES.guide}; ICD-10-CM`,
  },
  {
    loop: '2310A',
    segment: 'NM1',
    name: 'Referring provider',
    when: when('when somebody referred the patient', (c) => c.referring !== null),
    elements: {
      1: 'DN',
      2: '1',
      3: of((c) => nameText(c.referring?.lastName ?? null, MOST.lastName)),
      4: of((c) => nameText(c.referring?.firstName ?? null, MOST.firstName)),
      8: of((c) => (c.referring?.npi ? 'XX' : '')),
      9: of((c) => c.referring?.npi ?? ''),
    },
    source: SOURCES.guide,
  },
  {
    loop: '2310B',
    segment: 'NM1',
    name: 'Rendering provider',
    when: ANOTHER_RENDERS,
    elements: {
      1: '82',
      2: '1',
      3: of((c) => nameText(c.rendering.lastName, MOST.lastName)),
      4: of((c) => nameText(c.rendering.firstName, MOST.firstName)),
      8: 'XX',
      9: of((c) => c.rendering.npi),
    },
    source: `${SOURCES.openemr}: left out when both NPIs are the same`,
  },
  {
    loop: '2310B',
    segment: 'PRV',
    name: 'Taxonomy of the rendering provider',
    when: when(
      'when somebody else treats and the taxonomy is known',
      (c) => !rendersItself(c) && c.rendering.taxonomy !== null,
    ),
    elements: { 1: 'PE', 2: 'PXC', 3: of((c) => identifierText(c.rendering.taxonomy)) },
    source: SOURCES.guide,
  },
];

/** A service line of a claim, with its number from 1. */
export interface LineContext {
  line: ServiceLine;
  number: number;
}

/** Loop 2400: one service. */
export const LINE_SEGMENTS: readonly SegmentEntry<LineContext>[] = [
  {
    loop: '2400',
    segment: 'LX',
    name: 'Line number',
    elements: { 1: ({ number }) => String(number) },
    source: SOURCES.guide,
  },
  {
    loop: '2400',
    segment: 'SV1',
    name: 'Service',
    elements: {
      1: ({ line }) => ['HC', identifierText(line.code), ...line.modifiers.slice(0, 4).map(identifierText)],
      2: ({ line }) => amountText(line.charge),
      3: 'UN',
      4: ({ line }) => String(line.units),
      7: ({ line }) => line.pointers.slice(0, 4).map(String),
    },
    source: `${SOURCES.guide}; the place of service only where it differs from the claim’s`,
  },
  {
    loop: '2400',
    segment: 'DTP',
    name: 'Date of service',
    elements: { 1: '472', 2: 'D8', 3: ({ line }) => d8(line.date) },
    source: SOURCES.guide,
  },
  {
    loop: '2400',
    segment: 'REF',
    name: 'Line control number, which comes back on the 835',
    elements: { 1: '6R', 2: ({ line }) => numberAsGiven(line.control) },
    source: SOURCES.guide,
  },
];

/** CLM11: the cause, and the state of an auto accident. */
function relatedCauses({ accident }: Claim): string | string[] {
  if (!accident) return '';
  const cause = RELATED_CAUSE[accident.kind];
  return accident.kind === 'auto' ? [cause, '', '', identifierText(accident.state)] : [cause];
}
