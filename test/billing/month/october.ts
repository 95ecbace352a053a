import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { MonthInput } from '../../../src/billing/month/month-view';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { postTypedPayments, type TypedPayment } from '../../../src/billing/payments/typed-payments';
import type { Benefit, Payer } from '../../../src/billing/records/practice';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { billedLine } from '../../support/remittance/write-remittance';
import { day, usd } from '../../support/values';
import { authorizationOf, clientOf, feeOf, payerOf } from '../claims/records';

/** The month of `october/*.csv`: invented people, one line for each word of the month's sheet and more. */
export type LineRow = Record<
  | 'line'
  | 'kind'
  | 'client'
  | 'payer'
  | 'date'
  | 'code'
  | 'units'
  | 'charge'
  | 'made on'
  | 'expected payment'
  | 'word'
  | 'amount'
  | 'what it shows',
  string
>;
type PaymentRow = Record<
  'received' | 'from' | 'reference' | 'account' | 'paid' | 'adjusted' | 'client owes' | 'reasons',
  string
>;

export const lineRows = csv<LineRow>('lines.csv');

export const PAYERS: Payer[] = [
  payerOf({
    name: 'Cascade Health Plan',
    kind: 'commercial',
    billing: 'claim',
    inNetwork: true,
    laterUnitReduction: 20,
    daysToFollowUp: 30,
    daysToAppeal: 180,
    daysToFile: 365,
  }),
  payerOf({ name: 'Pioneer Auto', kind: 'auto', billing: 'claim', daysToFollowUp: 45 }),
  payerOf({ name: 'Evergreen Mutual', kind: 'commercial', billing: 'claim' }),
  payerOf({ name: 'Handed in', kind: 'commercial', billing: 'superbill' }),
];

const benefit = (some: Partial<Benefit>): Benefit => ({
  client: '',
  payer: 'Cascade Health Plan',
  planYearStarts: day('2026-01-01'),
  visitsPerYear: null,
  visitsUsedElsewhere: null,
  copay: ZERO,
  coinsurancePercent: 0,
  deductibleLeft: ZERO,
  verifiedOn: day('2026-09-01'),
  dollarsElsewhere: null,
  cells: {},
  ...some,
});

/** As a biller looks at it on a day. */
export function october(today: string, some: Partial<MonthInput> = {}): MonthInput {
  const lines = lineRows.map(lineOf);
  const typed = postTypedPayments(csv<PaymentRow>('payments.csv').map(paymentOf), {
    imported: [],
    clients: [],
    sameCheck: new Map(),
    today: day('2026-12-31'),
    register: lines,
    payers: PAYERS,
  });
  if (typed.findings.length > 0) throw new Error(typed.findings.map(({ message }) => message).join(' '));
  return {
    month: '2026-10',
    today: day(today),
    lines,
    retired: [],
    postings: typed.postings,
    payments: [],
    providerPostings: [],
    unapplied: [],
    calls: [],
    payers: PAYERS,
    practice: null,
    clients: [
      clientOf({ name: 'Ana Ruiz', payer: 'Cascade Health Plan' }),
      clientOf({ name: 'Ben Ode', payer: 'Cascade Health Plan' }),
      clientOf({ name: 'Dora Fern', payer: 'Handed in' }),
    ],
    fees: [{ ...feeOf('97124', cents(2500)), payer: 'Cascade Health Plan' }, feeOf('97124', cents(3000))],
    benefits: [
      benefit({ client: 'Ana Ruiz', copay: cents(1500) }),
      benefit({ client: 'Ode, Ben', deductibleLeft: cents(10000), coinsurancePercent: 20 }),
    ],
    authorizations: [authorizationOf({ client: 'Cora Lind', dollars: cents(1000000), visits: 12 })],
    unbilled: [],
    rejected: [],
    disagreements: [],
    kept: [],
    ...some,
  };
}

function lineOf(row: LineRow): BilledLine {
  const [account = ''] = row.line.split('-');
  return billedLine({
    control: row.line,
    account,
    client: row.client,
    memberId: null,
    payer: row.payer,
    date: day(row.date),
    code: row.code,
    units: Number(row.units),
    charge: usd(row.charge),
    billedOn: day(row['made on']),
    ...{ diagnoses: [], minutes: null, authorization: null, sources: [] },
    isSuperbill: row.kind === 'Superbill',
  });
}

function paymentOf(row: PaymentRow, index: number): TypedPayment {
  const money = (text: string) => (text === '' ? null : usd(text));
  return {
    key: `row ${String(index + 2)}`,
    place: null,
    received: day(row.received),
    from: row.from,
    reference: row.reference === '' ? null : row.reference,
    account: row.account,
    control: null,
    allowed: null,
    paid: usd(row.paid),
    adjusted: money(row.adjusted),
    clientOwes: money(row['client owes']),
    reasons: row.reasons === '' ? null : row.reasons,
  };
}

function csv<Row>(file: string): Row[] {
  const text = readFileSync(join(__dirname, 'october', file), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}
