import type { RemittanceHeader, RemittanceParty } from '../../billing/payments/remittance/remittance';
import { negated } from '../../billing/values/cents';
import type { Segment } from '../segments/segment';
import { placeOf, type SegmentValues } from './segment-values';

type Take = (values: SegmentValues, header: RemittanceHeader, party: RemittanceParty | null) => void;

/** Segments before the first claim, by loop 1000A/1000B where they stand in one. */
export const HEADER_SEGMENTS: ReadonlyMap<string, Take> = new Map<string, Take>(
  Object.entries<Take>({
    BPR(values, header) {
      header.handling = values.text(1);
      const amount = values.text(2) === '' ? missing(values) : values.amount(2);
      header.amount = amount !== null && values.text(3) === 'D' ? negated(amount) : amount;
      header.method = values.text(4);
      header.date = values.day(16);
      if (values.text(16) === '') values.note(16, 'should be the date of the payment and is empty');
    },
    TRN(values, header) {
      header.number = values.text(2);
      header.payerTrace = values.text(3);
    },
    DTM(values, header) {
      if (values.text(1) === '405') header.productionDate = values.day(2);
    },
    REF(values, _header, party) {
      party?.references.push({ qualifier: values.text(1), value: values.text(2) });
    },
  }),
);

/** N101 says whose loop begins. */
export function partyOf(values: SegmentValues, header: RemittanceHeader): RemittanceParty | null {
  const qualifier = values.text(1);
  const party = qualifier === 'PR' ? header.payer : qualifier === 'PE' ? header.payee : null;
  if (party) {
    party.name = values.text(2);
    party.idQualifier = values.text(3);
    party.id = values.text(4);
  }
  return party;
}

export function emptyHeader(
  st: Segment,
  interchange: { control: string; isTest: boolean },
): RemittanceHeader {
  const party = (): RemittanceParty => ({ name: '', idQualifier: '', id: '', references: [] });
  return {
    at: placeOf(st),
    control: st.element(2),
    interchange: interchange.control.trim(),
    isTest: interchange.isTest,
    handling: '',
    amount: null,
    method: '',
    date: null,
    number: '',
    payerTrace: '',
    productionDate: null,
    payer: party(),
    payee: party(),
    faults: [],
    oddities: [],
  };
}

/** What every remittance must say before its claims; told once, where it begins. */
export function lacksOf(header: RemittanceHeader, seen: ReadonlySet<string>): void {
  const say = (words: string) => ({ words, at: header.at });
  if (!seen.has('BPR')) header.faults.push(say('The BPR segment with the amount of the payment is missing'));
  if (header.number === '') header.oddities.push(say('TRN02, the check or EFT number, is missing'));
  if (!seen.has('N1*PR')) header.oddities.push(say('The payer (N1*PR) is missing'));
  if (!seen.has('N1*PE')) header.oddities.push(say('The payee (N1*PE) is missing'));
}

function missing(values: SegmentValues): null {
  values.say(2, 'should be the amount of the payment and is empty');
  return null;
}
