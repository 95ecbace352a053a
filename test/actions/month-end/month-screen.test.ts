import { readMonthScreen } from '../../../src/actions/month-end/month-screen';
import { prepareCall } from '../../../src/actions/denials/log-call';
import { cents, ZERO } from '../../../src/billing/values/cents';
import { onDesk } from '../../support/desk';
import { inventedPractice } from '../../support/invented-practice';
import { workbookOf, type TableContents } from '../../support/practice-workbook';
import { act, importInto } from '../../support/remittance/payments-desk';
import { writeRemittances } from '../../support/remittance/write-remittance';
import { day, usd } from '../../support/values';

const now = new Date(2026, 11, 1, 9, 0);
const asked = { month: '2026-10', now };
const ADA = { client: 'Ada Applegate', payer: 'Cascade Health Plan', account: 'C26090001' };
const line = { code: '97124', units: 4, charge: 12000 };

const bookOf = (tables: TableContents) =>
  workbookOf(
    {
      Sessions: [
        ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge', 'Status'],
        [day('2026-10-05'), 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120, 'kept'],
      ],
    },
    { ...inventedPractice, ...tables },
  );

const billed = () =>
  bookOf({
    Claims: [
      { ...ADA, kind: 'Claim', month: '2026-09', billed: 24000, madeOn: day('2026-10-01'), status: 'Made' },
    ],
    ClaimLines: ['2026-09-02', '2026-09-09'].map((date, index) => ({
      ...{ ...ADA, ...line, date: day(date) },
      control: `C26090001L${String(index + 1)}`,
    })),
  });

test('a workbook without claims says so, and still has its months and clients', async () => {
  const { answer } = await onDesk(bookOf({}), (context) => readMonthScreen(context, asked));
  expect(answer).toMatchObject({ report: null, unmatched: [], months: ['2026-10'], claims: [] });
  expect(answer.cells.size).toBe(0);
  expect(answer.nothing).toMatch(/^There is nothing to reconcile yet/);
  expect(answer.clients).toContain('Ada Applegate');
});

test('months are those of sessions, of the register and of money received; claims have what is open and what was said', async () => {
  const book = billed();
  const paid = {
    code: '97124',
    charge: cents(12000),
    paid: cents(12000),
    date: day('2026-09-02'),
    control: 'C26090001L1',
  };
  const claims = [
    { account: 'C26090001', patient: { last: 'APPLEGATE', first: 'ADA', id: '' }, lines: [paid] },
  ];
  const text = writeRemittances([{ number: 'CHK1', date: day('2026-11-16'), claims }]);
  await importInto(book, { name: 'november.835', text });
  const call = { kind: 'Call', on: null, spokeWith: 'Pat', reference: null, said: 'In process.' };
  await act(book, (context) =>
    prepareCall(context, { ...call, account: 'C26090001', followUp: '2026-12-15' }, { now }),
  );
  const { answer, roundTrips } = await onDesk(book, (context) => readMonthScreen(context, asked));
  expect(answer.months).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(answer.claims).toMatchObject([
    {
      ...{
        account: 'C26090001',
        month: '2026-09',
        from: day('2026-09-02'),
        to: day('2026-09-09'),
        charge: usd('240.00'),
        open: usd('120.00'),
      },
      lines: [
        { line: { control: 'C26090001L1' }, balance: ZERO },
        { line: { control: 'C26090001L2' }, balance: usd('120.00') },
      ],
      calls: [
        {
          ...{ on: day('2026-12-01'), kind: 'Call', spokeWith: 'Pat', said: 'In process.' },
          followUp: day('2026-12-15'),
        },
      ],
    },
  ]);
  expect(answer.cells.get('C26090001')).toEqual({ sheet: 'Claims', row: 2, column: 1 });
  expect(answer.cells.get('C26090001L2')?.sheet).toBe('ClaimLines');
  expect(roundTrips).toBeLessThanOrEqual(4);
});

const refused = (status: string, payments: TableContents = {}) =>
  bookOf({
    Claims: [
      {
        ...ADA,
        kind: 'Claim',
        month: '2026-09',
        billed: 12000,
        madeOn: day('2026-10-01'),
        file: '17',
        status,
      },
    ],
    ClaimLines: [{ ...ADA, ...line, date: day('2026-09-02'), control: 'C26090001L1' }],
    Answers: [
      ['16', '2026-10-05', 'The file is of an old version. (old)'],
      ['17', '2026-11-05', 'The member number is not known. (A7:164)'],
    ].map(([file = '', on = '', reasons = ''], index) => ({
      ...{ account: ADA.account, kind: '277CA', verdict: 'rejected', from: 'INVENTED CLEARING' },
      ...{ file, on: day(on), reasons, key: `answer ${String(index)}` },
    })),
    ...payments,
  });

test.each([
  ['Rejected', '2026-09', 1],
  ['Rejected', '2026-10', 1],
  ['Rejected', '2026-08', 0],
  ['Made', '2026-10', 0],
])('a claim that is %s is among what is not billed at the end of %s: %d', async (status, month, rows) => {
  const { answer } = await onDesk(refused(status), (context) => readMonthScreen(context, { month, now }));
  const own = answer.report?.toLookAt.filter(({ account }) => account === ADA.account) ?? [];
  expect(own.filter(({ word }) => word === 'not billed')).toHaveLength(rows);
  if (rows === 0) return;
  expect(own).toMatchObject([
    {
      amount: usd('120.00'),
      why: 'Rejected by the clearinghouse on 11/05/2026 and never filed: The member number is not known. (A7:164)',
    },
  ]);
  expect(own[0]?.fix).toMatch(/^Mend what is wrong and send it again/);
});

test('once a payer has answered it, a claim is no longer among the rejected ones', async () => {
  const paid = { account: ADA.account, from: ADA.payer, received: day('2026-11-10'), paid: 12000 };
  const book = refused('Rejected', { Payments: [paid] });
  const { answer } = await onDesk(book, (context) => readMonthScreen(context, asked));
  expect(answer.report?.toLookAt.filter(({ account }) => account === ADA.account)).toEqual([]);
});
