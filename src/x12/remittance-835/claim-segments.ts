import type {
  RemittanceClaim,
  RemittanceLine,
  RemittancePerson,
} from '../../billing/payments/remittance/remittance';
import { CLAIM_STATUSES } from '../../billing/payments/remittance/remittance';
import { ZERO } from '../../billing/values/cents';
import { addAll } from '../../billing/values/lists';
import { adjustmentsOf } from './adjustment-segments';
import { placeOf, type SegmentValues } from './segment-values';

/** One entry a segment: what it puts where. Segments and qualifiers not named here say nothing that is posted. */
type Table<Record_> = ReadonlyMap<string, (values: SegmentValues, record: Record_) => void>;

/** Loop 2100, after CLP. */
export const CLAIM_SEGMENTS: Table<RemittanceClaim> = new Map(
  Object.entries({
    CAS: (values, claim) => void addAll(claim.adjustments, adjustmentsOf(values)),
    NM1: (values, claim) => CLAIM_NAMES.get(values.text(1))?.(values, claim),
    DTM: (values, claim) => CLAIM_DATES.get(values.text(1))?.(values, claim),
    AMT: (values, claim) => CLAIM_AMOUNTS.get(values.text(1))?.(values, claim),
    REF: (values, claim) => void claim.references.push({ qualifier: values.text(1), value: values.text(2) }),
    MOA: (values, claim) => void addAll(claim.remarks, texts(values, [3, 4, 5, 6, 7])),
    MIA: (values, claim) => void addAll(claim.remarks, texts(values, [5, 20, 21, 22, 23])),
  }),
);

/** NM101. */
const CLAIM_NAMES: Table<RemittanceClaim> = new Map(
  Object.entries({
    QC: (values, claim) => void (claim.patient = personOf(values)),
    IL: (values, claim) => void (claim.insured = personOf(values)),
    74: (values, claim) => void (claim.corrected = personOf(values)),
    82: (values, claim) => void (claim.renderingId = values.text(9) || null),
    TT: (values, claim) => void (claim.otherPayer = values.text(3) || null),
    PR: (values, claim) => void (claim.otherPayer ??= values.text(3) || null),
  }),
);

/** DTM01. */
const CLAIM_DATES: Table<RemittanceClaim> = new Map(
  Object.entries({
    232: (values, claim) => void (claim.from = values.day(2)),
    233: (values, claim) => void (claim.to = values.day(2)),
    '036': (values, claim) => void (claim.coverageEnds = values.day(2)),
    '050': (values, claim) => void (claim.receivedByPayer = values.day(2)),
  }),
);

/** AMT01. */
const CLAIM_AMOUNTS: Table<RemittanceClaim> = new Map(
  Object.entries({
    AU: (values, claim) => void (claim.covered = values.amount(2)),
    I: (values, claim) => void (claim.interest = values.amount(2)),
  }),
);

/** Loop 2110, after SVC. */
export const LINE_SEGMENTS: Table<RemittanceLine> = new Map(
  Object.entries({
    CAS: (values, line) => void addAll(line.adjustments, adjustmentsOf(values)),
    DTM: (values, line) => LINE_DATES.get(values.text(1))?.(values, line),
    AMT: (values, line) => (values.text(1) === 'B6' ? void (line.allowed = values.amount(2)) : undefined),
    LQ: (values, line) =>
      values.text(1) === 'HE' ? void line.remarks.push(values.text(2).toUpperCase()) : undefined,
    REF(values, line) {
      if (values.text(1) === '6R') line.control = values.text(2) || null;
      else line.references.push({ qualifier: values.text(1), value: values.text(2) });
    },
  }),
);

const LINE_DATES: Table<RemittanceLine> = new Map(
  Object.entries({
    472: (values, line) => void (line.from = line.to = values.day(2)),
    150: (values, line) => void (line.from = values.day(2)),
    151: (values, line) => void (line.to = values.day(2)),
  }),
);

export function readClaim(values: SegmentValues, claim: RemittanceClaim): void {
  claim.account = values.text(1);
  claim.status = values.text(2).replace(/^0(?=\d)/, '');
  claim.charge = values.neededAmount(3);
  claim.paid = values.neededAmount(4);
  claim.patientShare = values.amount(5);
  claim.filingCode = values.text(6);
  claim.payerNumber = values.text(7);
  if (claim.account === '') values.note(1, 'should be your account number and is empty');
  if (!CLAIM_STATUSES.has(claim.status)) {
    values.say(2, `should be a claim status and is “${values.text(2)}”`);
  }
}

export function emptyClaim(values: SegmentValues, ordinal: number): RemittanceClaim {
  return {
    at: placeOf(values.segment),
    ordinal,
    account: '',
    status: '',
    charge: ZERO,
    paid: ZERO,
    patientShare: null,
    filingCode: '',
    payerNumber: '',
    patient: null,
    insured: null,
    corrected: null,
    otherPayer: null,
    renderingId: null,
    from: null,
    to: null,
    receivedByPayer: null,
    coverageEnds: null,
    references: [],
    covered: null,
    interest: null,
    adjustments: [],
    remarks: [],
    lines: [],
    faults: [],
    oddities: [],
  };
}

export function readLine(values: SegmentValues): RemittanceLine {
  const procedure = procedureOf(values, 1);
  if (!procedure) values.note(1, 'should be the procedure code and is empty');
  return {
    at: placeOf(values.segment),
    code: procedure?.code ?? '',
    modifiers: procedure?.modifiers ?? [],
    original: procedureOf(values, 6),
    charge: values.neededAmount(2),
    paid: values.neededAmount(3),
    units: values.number(5) ?? 1,
    originalUnits: values.number(7),
    from: null,
    to: null,
    control: null,
    references: [],
    allowed: null,
    adjustments: [],
    remarks: [],
  };
}

/** `HC:97124:GP:59`: qualifier, code, up to four modifiers. */
function procedureOf(values: SegmentValues, number: number): { code: string; modifiers: string[] } | null {
  if (values.text(number) === '') return null;
  const [, code = '', ...more] = values.components(number);
  const modifiers = more.slice(0, 4).filter((modifier) => modifier !== '');
  return { code: code.toUpperCase(), modifiers: modifiers.map((modifier) => modifier.toUpperCase()) };
}

function personOf(values: SegmentValues): RemittancePerson {
  return { last: values.text(3), first: values.text(4), id: values.text(9) };
}

function texts(values: SegmentValues, numbers: readonly number[]): string[] {
  return numbers.map((number) => values.text(number).toUpperCase()).filter((text) => text !== '');
}
