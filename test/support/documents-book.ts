import type { Book } from '../../desk/book/book';
import type { RowValue } from '../../src/workbook/plan/plan';
import { inventedPractice } from './invented-practice';
import { workbookOf, type TableContents, type WrittenCell } from './practice-workbook';
import { day } from './values';

/** Header and rows of the invented session sheet: a client with outcome columns, seen six times. */
const SESSIONS: WrittenCell[][] = [
  ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Insurance', 'Pain before', 'Pain after', 'NDI %', 'Cervical rotation L', 'Notes'],
  [day('2026-09-03'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', '8/10', '5/10', 46, 48, 'Kept apart'],
  [day('2026-09-10'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', '7/10', '4/10', null, 52, null],
  [day('2026-09-17'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', '6/10', '4/10', null, null, null],
  [day('2026-10-01'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 'a bit less', '3/10', 34, 60, null],
  [day('2026-10-08'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', '4/10', '2/10', null, 64, null],
  [day('2026-10-15'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', '3/10', '2/10', 22, 68, null],
  [day('2026-10-05'), 'Bruno Birchwood', 60, '97124', 'S13.4XXD', 'Harbor Auto', null, null, null, null, 'Never to be printed'],
]; // prettier-ignore

interface Line {
  account: string;
  client: string;
  payer: string;
  date: string;
  code?: string;
  units?: number;
  charge: number;
  diagnoses: string;
}

const LINES: Line[] = [
  ...['2026-09-03', '2026-09-10', '2026-09-17'].map((date) => ({
    account: 'C26090001',
    client: 'Ada Applegate',
    payer: 'Cascade Health Plan',
    date,
    units: 4,
    charge: 12000,
    diagnoses: 'M54.2 M62.838',
  })),
  ...['2026-10-01', '2026-10-08', '2026-10-15'].map((date) => ({
    account: 'C26100001',
    client: 'Ada Applegate',
    payer: 'Cascade Health Plan',
    date,
    units: 4,
    charge: 12000,
    diagnoses: 'M54.2 M62.838',
  })),
  ...['2026-07-06', '2026-07-20', '2026-08-03', '2026-10-05'].map((date) => ({
    account: 'C26080002',
    client: 'Bruno Birchwood',
    payer: 'Harbor Auto',
    date,
    units: 4,
    charge: 12000,
    diagnoses: 'S13.4XXD',
  })),
  {
    account: 'S26100001',
    client: 'Clara Cloverfield',
    payer: '',
    date: '2026-10-20',
    units: 4,
    charge: 12000,
    diagnoses: '',
  },
];

const controlOf = (account: string, index: number) => `${account}L${String(index + 1)}`;

function lineRows(): Record<string, RowValue>[] {
  const counts = new Map<string, number>();
  return LINES.map((line) => {
    const index = counts.get(line.account) ?? 0;
    counts.set(line.account, index + 1);
    return {
      control: controlOf(line.account, index),
      account: line.account,
      client: line.client,
      payer: line.payer,
      date: day(line.date),
      code: line.code ?? '97124',
      modifiers: 'GP',
      units: line.units ?? 4,
      charge: line.charge,
      diagnoses: line.diagnoses,
      run: 'made',
    };
  });
}

function claimRow(
  account: string,
  client: string,
  payer: string,
  madeOn: string,
  more: Record<string, RowValue> = {},
): Record<string, RowValue> {
  const kind = account.startsWith('S') ? 'Superbill' : 'Claim';
  return { account, kind, client, payer, madeOn: day(madeOn), status: 'Made', run: 'made', ...more };
}

interface Paid {
  received: string;
  from: string;
  account: string;
  line: number;
  paid: number;
  adjusted: number;
  owes: number;
  reasons: string;
}

function payment(one: Paid, index: number): Record<string, RowValue> {
  const denied = one.paid === 0 && one.owes === 0;
  return {
    received: day(one.received),
    from: one.from,
    reference: `EFT ${String(index)}`,
    account: one.account,
    control: controlOf(one.account, one.line - 1),
    paid: one.paid,
    adjusted: one.adjusted,
    clientOwes: one.owes,
    reasons: one.reasons,
    fromKind: 'Payer',
    charge: 12000,
    disputed: denied ? 12000 : 0,
    status: denied ? '4' : '1',
    denied,
    key: `key ${String(index)}`,
    payment: 'p',
    run: 'posted',
  };
}

const CASCADE = 'Cascade Health Plan';
const PAID: Paid[] = [
  { received: '2026-09-30', from: CASCADE, account: 'C26090001', line: 1, paid: 0, adjusted: 3000, owes: 9000, reasons: 'CO-45 30.00; PR-1 90.00' },
  { received: '2026-09-30', from: CASCADE, account: 'C26090001', line: 2, paid: 5200, adjusted: 3000, owes: 3800, reasons: 'CO-45 30.00; PR-2 18.00; PR-3 20.00' },
  { received: '2026-10-14', from: CASCADE, account: 'C26090001', line: 3, paid: 0, adjusted: 0, owes: 0, reasons: 'CO-50 120.00' },
  { received: '2026-09-15', from: 'Harbor Auto', account: 'C26080002', line: 1, paid: 12000, adjusted: 0, owes: 0, reasons: '' },
]; // prettier-ignore

/** Typed by the therapist: no key. */
const COPAY: Record<string, RowValue> = {
  received: day('2026-09-10'),
  from: 'Ada Applegate',
  reference: 'card',
  account: 'C26090001',
  control: 'C26090001L2',
  paid: 2000,
};

/** A practice with everything that documents say: paid, denied and open lines, a case, an order, outcome columns. */
export function documentsTables(): TableContents {
  const [practice] = inventedPractice.Practice ?? [];
  const [cascade] = inventedPractice.Payers ?? [];
  const clients = (inventedPractice.Clients ?? []).map((client) => ({ ...client }));
  return {
    ...inventedPractice,
    Practice: [{ ...practice, email: 'hello@quietharbor.example' }],
    Payers: [
      { ...cascade, daysToAppeal: 180, daysToFollowUp: 30, inNetwork: true, acceptedCodes: ['97124', '97140'], addedModifiers: ['GP'] },
      { name: 'Harbor Auto', kind: 'auto', billing: 'claim', 'address.street': '9 Bumper Road', 'address.city': 'Olympia', 'address.state': 'WA', 'address.zip': '98501' },
      { name: 'Cash', kind: 'cash', billing: 'superbill' },
    ],
    Clients: clients.map((client) => {
      if (client['name'] === 'Ada Applegate') {
        return { ...client, groupNumber: 'G-77', planName: 'Cascade Silver', referringFirstName: 'Gwen', referringLastName: 'Goldenrod', referringCredentials: 'MD', referringNpi: '1000000004' };
      }
      if (client['name'] === 'Bruno Birchwood') {
        return { ...client, payer: 'Harbor Auto', memberId: null, accident: 'auto', accidentDate: day('2026-06-20'), accidentState: 'WA', claimNumber: 'HA-55-1234', diagnoses: ['S13.4XXD'] };
      }
      return client['name'] === 'Clara Cloverfield' ? { ...client, payer: null, memberId: null, diagnoses: [] } : client;
    }),
    Authorizations: [
      { client: 'Ada Applegate', kind: 'order', from: day('2026-09-01'), to: day('2026-12-31'), visits: 12 },
    ],
    Benefits: [
      { client: 'Ada Applegate', payer: CASCADE, planYearStarts: day('2026-01-01'), visitsPerYear: 20, visitsUsedElsewhere: 2, copay: 2000, coinsurancePercent: 20, deductibleLeft: 0, verifiedOn: day('2026-08-28') },
    ],
    Claims: [
      claimRow('C26090001', 'Ada Applegate', CASCADE, '2026-09-20', { payerClaimNumber: 'CHP-900001' }),
      claimRow('C26100001', 'Ada Applegate', CASCADE, '2026-10-31'),
      claimRow('C26080002', 'Bruno Birchwood', 'Harbor Auto', '2026-08-10'),
      claimRow('S26100001', 'Clara Cloverfield', '', '2026-10-31', { clientPaid: 5000 }),
    ],
    ClaimLines: lineRows(),
    Answers: [
      { on: day('2026-09-21'), kind: '277CA', account: 'C26090001', verdict: 'accepted', from: 'Invented Clearinghouse', traceNumber: 'T-1', key: 'a1', run: 'answers' },
    ],
    Payments: [...PAID.map(payment), COPAY],
    Calls: [],
  };
} // prettier-ignore

export function documentsBook(change: (tables: TableContents) => TableContents = (same) => same): Book {
  return workbookOf({ Sessions: SESSIONS }, change(documentsTables()));
}

/** Ada owes $108.00, and paid $30.00 ahead of any claim. */
export const bookWithCredit = () =>
  documentsBook((tables) => ({
    ...tables,
    Payments: [
      ...(tables.Payments ?? []),
      { received: day('2026-10-20'), from: 'Ada Applegate', reference: 'card', paid: 3000 },
    ],
  }));
