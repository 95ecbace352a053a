import { cents, minus, sum, ZERO, type Cents } from '../../../src/billing/values/cents';
import { isoOf, type Day } from '../../../src/billing/values/day';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { amountText, segmentsText, segmentText } from '../../../src/x12/segments/write-x12';
import type { Delimiters } from '../../../src/x12/segments/delimiters';
import { USUAL_DELIMITERS } from '../../../src/x12/segments/delimiters';
import { day } from '../values';

export type WrittenAdjustment = [group: string, reason: string, amount: Cents];

/** A small writer of 835 files, for tests: what a payer would answer to billed lines. */
export interface WrittenLine {
  code: string;
  modifiers?: string[];
  charge: Cents;
  paid: Cents;
  units?: number;
  date?: Day | null;
  control?: string | null;
  allowed?: Cents;
  adjustments?: WrittenAdjustment[];
  remarks?: string[];
}

export interface WrittenClaim {
  account: string;
  status?: string;
  patient?: { last: string; first: string; id: string };
  lines: WrittenLine[];
  /** Where the claim should say something else than its lines. */
  charge?: Cents;
  paid?: Cents;
  patientShare?: Cents | null;
  adjustments?: WrittenAdjustment[];
}

export interface WrittenRemittance {
  number: string;
  date: Day;
  payer?: string;
  payerId?: string;
  payee?: string;
  payeeNpi?: string;
  taxId?: string;
  claims: WrittenClaim[];
  /** Reason, reference, amount. */
  providerAdjustments?: [string, string, Cents][];
  /** Where the payment should say something else than its claims. */
  amount?: Cents;
}

export const OUR_NPI = '1234567893';

export function writeRemittances(
  remittances: readonly WrittenRemittance[],
  {
    delimiters = USUAL_DELIMITERS,
    lineBreaks = true,
  }: { delimiters?: Delimiters; lineBreaks?: boolean } = {},
): string {
  const put = (id: string, ...elements: (string | string[])[]) => segmentText(id, elements, delimiters);
  const transactions = remittances.map((one, index) =>
    transaction(one, String(index + 1).padStart(4, '0'), put),
  );
  const isa =
    [
      'ISA',
      '00',
      ' '.repeat(10),
      '00',
      ' '.repeat(10),
      'ZZ',
      'PAYER'.padEnd(15),
      'ZZ',
      'PRACTICE'.padEnd(15),
    ].join(delimiters.element) +
    delimiters.element +
    [
      '261101',
      '1200',
      delimiters.repetition ?? 'U',
      '00501',
      '000000001',
      '0',
      'P',
      delimiters.component,
    ].join(delimiters.element);
  return segmentsText(
    [
      isa,
      put('GS', 'HP', 'PAYER', 'PRACTICE', '20261101', '1200', '1', 'X', '005010X221A1'),
      ...transactions.flat(),
      put('GE', String(remittances.length), '1'),
      put('IEA', '1', '000000001'),
    ],
    { lineBreaks, delimiters },
  );
}

type Put = (id: string, ...elements: (string | string[])[]) => string;

function transaction(one: WrittenRemittance, control: string, put: Put): string[] {
  const providers = one.providerAdjustments ?? [];
  const paid = sum(one.claims.map(paidBy));
  const amount = one.amount ?? minus(paid, amountOf(providers));
  const body = [
    put('ST', '835', control),
    put(
      'BPR',
      'I',
      amountText(amount),
      'C',
      amount === ZERO ? 'NON' : 'CHK',
      ...Array<string>(11).fill(''),
      compact(one.date),
    ),
    put('TRN', '1', one.number, '1999999999'),
    put('DTM', '405', compact(one.date)),
    put('N1', 'PR', one.payer ?? 'CASCADE HEALTH PLAN', 'XV', one.payerId ?? '91062'),
    put('N1', 'PE', one.payee ?? 'RIVER MASSAGE', 'XX', one.payeeNpi ?? OUR_NPI),
    ...(one.taxId ? [put('REF', 'TJ', one.taxId)] : []),
    put('LX', '1'),
    ...one.claims.flatMap((claim, index) => claimSegments(claim, index, put)),
    ...providers.map(([reason, reference, each]) =>
      put('PLB', one.payeeNpi ?? OUR_NPI, '20261231', [reason, reference], amountText(each)),
    ),
  ];
  return [...body, put('SE', String(body.length + 1), control)];
}

function claimSegments(claim: WrittenClaim, index: number, put: Put): string[] {
  const charge = claim.charge ?? sum(claim.lines.map((line) => line.charge));
  const all = [...(claim.adjustments ?? []), ...claim.lines.flatMap((line) => line.adjustments ?? [])];
  const share = amountOf(all.filter(([group]) => group === 'PR'));
  const written = claim.patientShare === undefined ? share : claim.patientShare;
  const { last, first, id } = claim.patient ?? { last: 'RUIZ', first: 'ANA', id: 'CHP100001' };
  return [
    put(
      'CLP',
      claim.account,
      claim.status ?? '1',
      amountText(charge),
      amountText(paidBy(claim)),
      written === null ? '' : amountText(written),
      '12',
      `PAYER${String(index + 1)}`,
    ),
    ...casSegments(claim.adjustments ?? [], put),
    put('NM1', 'QC', '1', last, first, '', '', '', 'MI', id),
    ...claim.lines.flatMap((line) => [
      put(
        'SVC',
        ['HC', line.code, ...(line.modifiers ?? [])],
        amountText(line.charge),
        amountText(line.paid),
        '',
        String(line.units ?? 1),
      ),
      ...(line.date == null ? [] : [put('DTM', '472', compact(line.date))]),
      ...casSegments(line.adjustments ?? [], put),
      ...(line.control == null ? [] : [put('REF', '6R', line.control)]),
      ...(line.allowed === undefined ? [] : [put('AMT', 'B6', amountText(line.allowed))]),
      ...(line.remarks ?? []).map((remark) => put('LQ', 'HE', remark)),
    ]),
  ];
}

/** Up to six triplets a segment. */
function casSegments(adjustments: readonly WrittenAdjustment[], put: Put): string[] {
  const groups = [...new Set(adjustments.map(([group]) => group))];
  return groups.flatMap((group) => {
    const own = adjustments.filter(([each]) => each === group);
    const segments = [];
    for (let at = 0; at < own.length; at += 6) {
      segments.push(
        put(
          'CAS',
          group,
          ...own.slice(at, at + 6).flatMap(([, reason, amount]) => [reason, amountText(amount), '']),
        ),
      );
    }
    return segments;
  });
}

function paidBy(claim: WrittenClaim): Cents {
  const ofLines = sum(claim.lines.map((line) => line.paid));
  return claim.paid ?? minus(ofLines, amountOf(claim.adjustments ?? []));
}

function amountOf(adjustments: readonly (readonly [string, string, Cents])[]): Cents {
  return sum(adjustments.map(([, , amount]) => amount));
}

function compact(day: Day): string {
  return isoOf(day).replaceAll('-', '');
}

/** A billed line of invented people; what is not said is usual. */
export function billedLine(given: Partial<BilledLine> & { control: string }): BilledLine {
  return {
    account: 'C26100001',
    client: 'Ana Ruiz',
    memberId: 'CHP100001',
    payer: 'Cascade Health Plan',
    date: day('2026-10-05'),
    code: '97124',
    modifiers: [],
    diagnoses: [],
    units: 4,
    minutes: 60,
    charge: cents(12000),
    authorization: null,
    billedOn: day('2026-11-04'),
    isSuperbill: false,
    sources: [],
    ...given,
  };
}
