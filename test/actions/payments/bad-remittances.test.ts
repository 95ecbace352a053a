import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book } from '../../../desk/book/book';
import type { ImportReport } from '../../../src/actions/payments/import-report';
import { cents, centsOf, minus, plus, sum, ZERO, type Cents } from '../../../src/billing/values/cents';
import type { RowValue } from '../../../src/workbook/plan/plan';
import { inventedPractice } from '../../support/invented-practice';
import { importInto, rowsOf } from '../../support/remittance/payments-desk';
import { workbookOf, type TableContents } from '../../support/practice-workbook';
import {
  OUR_NPI,
  writeRemittances,
  type WrittenClaim,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { day, usd } from '../../support/values';

const DATE = day('2026-10-05');
const SESSIONS = {
  Sessions: [
    ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'],
    [DATE, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'],
  ],
};

function registerOf(count: number, linesEach = 1): TableContents {
  const accounts = Array.from({ length: count }, (_, index) => `C2610${String(index + 1).padStart(4, '0')}`);
  const about = { client: 'Ada Applegate', payer: 'Cascade Health Plan' };
  return {
    Claims: accounts.map((account): Record<string, RowValue> => {
      return {
        ...about,
        account,
        kind: 'Claim',
        billed: 12000,
        balance: 12000,
        status: 'Made',
        madeOn: 46330,
      };
    }),
    ClaimLines: accounts.flatMap((account) =>
      Array.from({ length: linesEach }, (_, index): Record<string, RowValue> => {
        const line = { date: DATE, code: '97124', units: 4, charge: 12000 };
        return { ...about, ...line, account, control: `${account}-${String(index + 1)}` };
      }),
    ),
  };
}

function bookOf(claims = 3, linesEach = 1): Book {
  return workbookOf(SESSIONS, { ...inventedPractice, ...registerOf(claims, linesEach) });
}

const claimOf = (number: number, change: Partial<WrittenClaim> = {}): WrittenClaim => {
  const account = `C2610${String(number).padStart(4, '0')}`;
  return {
    account,
    patient: { last: 'APPLEGATE', first: 'ADA', id: 'CHP000100' },
    lines: [
      {
        code: '97124',
        charge: cents(12000),
        paid: cents(8000),
        date: DATE,
        control: `${account}-1`,
        units: 4,
        adjustments: [['CO', '45', cents(4000)]],
      },
    ],
    ...change,
  };
};
const check = (number: string, claims: WrittenClaim[], more: Partial<WrittenRemittance> = {}) => ({
  number,
  date: day('2026-11-10'),
  claims,
  ...more,
});
const good = { name: 'good.835', text: writeRemittances([check('GOOD', [claimOf(1)])]) };
const cut = writeRemittances([check('BAD', [claimOf(2), claimOf(3)])]);

interface Bad {
  what: string;
  text: string;
  rule: string;
  /** Line of the file. */
  line: number | null;
  message: RegExp;
  fix: RegExp;
  held?: Cents;
  unmatched?: Cents;
}

const unbalanced = claimOf(2);
const CASES: Bad[] = [
  {
    what: 'a file cut in the middle',
    text: cut.slice(0, cut.indexOf('CAS*CO', cut.indexOf('C26100003'))),
    rule: 'remittance-cut-off',
    line: 19,
    message: /BAD of CASCADE HEALTH PLAN has no end/,
    fix: /not posted. Download the file again/,
    held: usd('160.00'),
  },
  {
    what: 'a wrong envelope',
    text: cut.replace('IEA*1*000000001', 'IEA*1*000000002'),
    rule: 'remittance-file',
    line: 24,
    message: /IEA/,
    fix: /Download the file again .* what could be read was kept/,
  },
  {
    what: 'a file without its envelope',
    text: cut.slice(cut.indexOf('ST*835')),
    rule: 'remittance-file',
    line: null,
    message: /ISA/,
    fix: /^Nothing was taken from it\. Choose the 835 file/,
  },
  {
    what: 'an 837 given as an 835',
    text: readFileSync(join(__dirname, '../../x12/claim-837p/samples/lfh__demo.example1.837'), 'utf8'),
    rule: 'remittance-file',
    line: 3,
    message: /a claim file \(837\), which goes to the payer, not a remittance/,
    fix: /^Nothing was taken from it\. Choose the 835 file/,
  },
  {
    what: 'a line that does not balance',
    text: writeRemittances([
      check('BAD', [
        { ...unbalanced, lines: unbalanced.lines.map((line) => ({ ...line, paid: cents(7500) })) },
        claimOf(3),
      ]),
    ]),
    rule: 'out-of-balance-line',
    line: 12,
    message: /out of balance by \$5\.00/,
    fix: /not posted/,
    held: usd('75.00'),
  },
  {
    what: 'a check that is not what its claims pay',
    text: writeRemittances([check('BAD', [claimOf(2)], { amount: cents(9000) })]),
    rule: 'out-of-balance-transaction',
    line: 3,
    message: /out of balance by \$10\.00/,
    fix: /not posted/,
    held: usd('80.00'),
  },
  {
    what: 'a claim number that was never sent',
    text: writeRemittances([
      check('BAD', [
        claimOf(2, {
          account: 'X99',
          patient: { last: 'NOBODY', first: 'NIL', id: 'N1' },
          lines: claimOf(2).lines.map((line) => ({ ...line, control: 'X99-1' })),
        }),
        claimOf(3),
      ]),
    ]),
    rule: 'payment-unmatched',
    line: 10,
    message: /\$80\.00 for claim X99 found no line: this claim number is none of yours/,
    fix: /list of unmatched payments/,
    unmatched: usd('80.00'),
  },
  {
    what: 'a payment for another provider',
    text: writeRemittances([check('BAD', [claimOf(2)], { payeeNpi: '1999999984' })]),
    rule: 'other-provider',
    line: 3,
    message: /is for RIVER MASSAGE \(NPI 1999999984\), not for your practice/,
    fix: /Send it to whom it belongs/,
    held: usd('80.00'),
  },
  {
    what: 'a check number used before with another amount',
    text: writeRemittances([check('GOOD', [claimOf(2), claimOf(3)])]),
    rule: 'check-number-used-before',
    line: 3,
    message:
      /GOOD of CASCADE HEALTH PLAN was used before: a payment of \$80\.00 .* and this one is \$160\.00/,
    fix: /Ask the payer which of the two is right/,
    held: usd('160.00'),
  },
  {
    what: 'a negative payment',
    text: writeRemittances([
      check('BAD', [claimOf(2)], { providerAdjustments: [['WO', 'OLD', cents(10000)]] }),
    ]),
    rule: 'negative-payment',
    line: 3,
    message: /BAD of CASCADE HEALTH PLAN is negative: -\$20\.00/,
    fix: /ask the payer what it took back/,
    held: usd('80.00'),
  },
  {
    what: 'a claim paid less than nothing that is no reversal',
    text: writeRemittances([
      check('BAD', [
        claimOf(2, {
          lines: [
            {
              ...claimOf(2).lines[0],
              code: '97124',
              charge: cents(12000),
              paid: cents(-1000),
              adjustments: [['CO', '45', cents(13000)]],
            },
          ],
        }),
        claimOf(3),
      ]),
    ]),
    rule: 'negative-claim-payment',
    line: 10,
    message: /only a reversal \(22\) takes money back/,
    fix: /Ask the payer/,
    held: usd('-10.00'),
  },
  {
    what: 'a file that is no X12 at all',
    text: 'Dear provider, please find enclosed nothing.',
    rule: 'remittance-file',
    line: null,
    message: /ISA/,
    fix: /^Nothing was taken from it\. Choose the 835 file/,
  },
  {
    what: 'an empty file',
    text: '',
    rule: 'remittance-file',
    line: null,
    message: /empty/,
    fix: /^Nothing was taken from it\. Choose the 835 file/,
  },
];

const paidIn = (rows: readonly Record<string, unknown>[]): Cents =>
  sum(rows.map((row) => centsOf(Number(row['Paid'])) ?? ZERO));

const findingsOf = (report: ImportReport, file: number) => report.files[file]?.findings ?? [];

test.each(CASES)('$what is told with its place, and the rest is posted', async (bad) => {
  const book = bookOf();
  const { report } = await importInto(book, good, { name: 'bad.835', text: bad.text });
  const found = findingsOf(report, 1).find(({ rule }) => rule === bad.rule);
  expect(found?.at?.line ?? null).toBe(bad.line);
  expect(found?.message).toMatch(bad.message);
  expect(found?.fix).toMatch(bad.fix);
  expect(report).toMatchObject({
    isComplete: false,
    held: bad.held ?? ZERO,
    unmatched: bad.unmatched ?? ZERO,
  });
  expect(findingsOf(report, 0)).toEqual([]);
  expect(rowsOf(book, 'Payments').map((row) => row['Account'])).toContain('C26100001');
  expect(report.posted).toBe(paidIn(rowsOf(book, 'Payments')));
});

test('what balances beside a claim that does not is posted, and the row of the check says what is missing', async () => {
  const book = bookOf();
  const { text } = CASES.find(({ rule }) => rule === 'out-of-balance-line') ?? { text: '' };
  await importInto(book, { name: 'bad.835', text });
  expect(rowsOf(book, 'Payments').map((row) => [row['Account'], row['Paid']])).toEqual([['C26100003', 80]]);
  expect(rowsOf(book, 'Deposits').map((row) => [row['Amount'], row['Notes']])).toEqual([
    [155, 'Not posted: 75.00'],
  ]);
});

describe('the ten samples, into a register that knows none of their claims', () => {
  const folder = join(__dirname, '../../x12/remittance-835/samples');
  const names = readdirSync(folder).filter((name) => !name.endsWith('.md'));
  const samples = names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
  /** A practice that says nothing of itself takes payments for anybody. */
  const anybody: TableContents = {
    ...inventedPractice,
    Practice: (inventedPractice.Practice ?? []).map((row) => ({ ...row, npi: null, taxId: null })),
  };

  test('are kept as unmatched or held without the loss of a cent, and once', async () => {
    expect(samples).toHaveLength(10);
    const book = workbookOf(SESSIONS, { ...anybody, ...registerOf(0) });
    const { report } = await importInto(book, ...samples);
    expect(report.posted).toBe(0);
    for (const { name, payments } of report.files) {
      expect([name, payments.length > 0]).toEqual([name, true]);
      for (const one of payments) {
        const parts = plus(one.unmatched, one.held, one.notDecided, one.unexplained);
        expect([name, minus(parts, one.takenBack)]).toEqual([name, one.payment.amount]);
        if (!one.isHeld) expect([name, one.unexplained]).toEqual([name, ZERO]);
      }
    }
    const rows = rowsOf(book, 'Unmatched');
    const waiting = paidIn(rows);
    expect(waiting).toBe(report.unmatched);
    expect(waiting > ZERO).toBe(true);
    const again = await importInto(book, ...samples);
    expect(again.isNew).toBe(false);
    expect(rowsOf(book, 'Unmatched')).toEqual(rows);
  });
});

test('5,000 lines take as many round trips as 100', async () => {
  const trips = [];
  for (const count of [10, 500]) {
    const claims = Array.from({ length: count }, (_, index) => {
      const claim = claimOf(index + 1);
      const lines = Array.from({ length: 10 }, (__, each) =>
        claim.lines.map((line) => ({ ...line, control: `${claim.account}-${String(each + 1)}` })),
      );
      return { ...claim, lines: lines.flat() };
    });
    const text = writeRemittances([check('LONG', claims)]);
    const { report, roundTrips } = await importInto(bookOf(count, 10), { name: 'long.835', text });
    expect(report).toMatchObject({ isComplete: true, posted: cents(count * 80_000) });
    trips.push(roundTrips);
  }
  const [few = 0, many = 0] = trips;
  expect(few).toBeLessThan(10);
  // One more for each 4 MB of cells.
  expect(many - few).toBeLessThanOrEqual(3);
});

test('the practice of these tests is the one that the payments name', () => {
  expect(inventedPractice.Practice?.[0]?.['npi']).toBe(OUR_NPI);
});
