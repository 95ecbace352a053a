import type { ClaimsReport } from '../../../src/actions/claims/claims-report';
import type { ClaimHold } from '../../../src/billing/claims/decision';
import type { Finding } from '../../../src/billing/findings';
import {
  addressWords,
  sentWords,
  documentsView,
  madeSheets,
  madeWords,
  type DocumentsReport,
} from '../../../src/taskpane/model/documents';
import { ZERO } from '../../../src/billing/values/cents';
import { day, usd } from '../../support/values';

const finding: Finding = {
  rule: 'client-birth-date-missing',
  severity: 'STOP',
  place: { sheet: 'Clients', row: 4, column: 6 },
  client: 'Ada Applegate',
  message: 'The birth date is missing.',
  fix: 'Type it.',
  source: 'item 3',
};

const hold = (client: string, payer: string | null, charges: string): ClaimHold => ({
  client,
  payer,
  dates: [day('2026-10-02')],
  sessions: [],
  charges: usd(charges),
  findings: [finding],
});

const claims = (change: Partial<ClaimsReport> = {}): DocumentsReport =>
  ({
    action: 'claims',
    month: '2026-10',
    sheet: 'Claims 2026-10',
    claims: [
      {
        account: 'C26100001',
        patient: { firstName: 'Bruno', lastName: 'Birchwood' },
        payer: { name: 'Cascade Health Plan' },
        lines: [{ date: day('2026-10-30') }, { date: day('2026-10-02') }],
        total: usd('190.00'),
      },
    ],
    billed: usd('190.00'),
    holds: [],
    notBilled: [],
    leftOut: null,
    billedBefore: 0,
    tablesMade: [],
    findings: [],
    ...change,
  }) as unknown as DocumentsReport;

describe('the preview of a month', () => {
  test('says how many claims over what amount, also on the button', () => {
    const view = documentsView(claims());
    expect(view.summary).toBe('1 claim, $190.00');
    expect(view.makeLabel).toBe('Make 1 claim, $190.00');
    expect(view.items).toEqual([
      {
        key: 'C26100001',
        title: 'Bruno Birchwood',
        detail: 'Cascade Health Plan, 2 lines, Oct 2 to Oct 30',
        amount: '$190.00',
      },
    ]);
  });

  test('puts all that is held back of a client together, each reason once, to the cent', () => {
    const holds = [
      hold('Ada Applegate', 'Cascade Health Plan', '0.10'),
      hold('Ada Applegate', 'Other', '0.20'),
      hold('Cleo', null, '95.00'),
    ];
    const view = documentsView(claims({ holds }));
    expect(view.held).toEqual([
      {
        client: 'Ada Applegate',
        payers: 'Cascade Health Plan and Other',
        amount: '2 visits, $0.30',
        findings: [finding],
      },
      { client: 'Cleo', payers: '', amount: '1 visit, $95.00', findings: [finding] },
    ]);
    expect(view.holdSummary).toBe('3 visits, $95.30');
  });

  test('has no button when there is nothing to make', () => {
    const view = documentsView(claims({ claims: [], billed: ZERO, sheet: null }));
    expect([view.summary, view.makeLabel]).toEqual([null, null]);
  });

  test('offers the reference sheets first, where they are missing', () => {
    const first = claims({ claims: [], tablesMade: ['Practice', 'Payers'] });
    expect(documentsView(first)).toMatchObject({
      makeLabel: 'Make these sheets',
      tables: ['Practice', 'Payers'],
    });
    expect(madeWords(first)).toMatch(/^The reference sheets are there/);
    expect(madeSheets(first)).toEqual(['Practice', 'Payers']);
  });

  test('tells what was left out and what was made before', () => {
    const notBilled = [
      { why: 'cash', words: 'The client pays.', sessions: 2, charges: usd('100.00') } as const,
    ];
    expect(documentsView(claims({ notBilled, billedBefore: 3 })).left).toEqual([
      '2 sessions: The client pays.',
      '3 sessions: made before, and not made again.',
    ]);
  });

  test('names the sheets that were made', () => {
    expect(madeSheets(claims())).toEqual(['Claims 2026-10', 'Claims']);
    expect(madeWords(claims())).toBe('1 claim made for October 2026, $190.00 in all.');
  });
});

describe('who gets the 837P', () => {
  const preset = { to: 'Office Ally', from: '001234567', isTaxId: true, byTable: false, missing: [] };

  test.each([
    [
      preset,
      'The 837P is addressed to Office Ally (preset), from 001234567, your tax ID. Another clearinghouse?',
    ],
    [
      { ...preset, to: 'INVENTED CLEARING', from: 'QH0001', isTaxId: false, byTable: true },
      'The 837P is addressed to INVENTED CLEARING, from QH0001, as the Clearinghouse sheet says.',
    ],
    [
      {
        ...preset,
        to: null,
        from: null,
        isTaxId: false,
        missing: ['An ID is missing.', 'An ID is missing.'],
      },
      'The 837P cannot be addressed yet. An ID is missing.',
    ],
  ])('is said plainly: %j', (submitterAndReceiver, words) =>
    expect(addressWords(submitterAndReceiver)).toBe(words),
  );
});

test.each([
  [3, 0, '3 claims marked as Sent in the register. Undo gives Made back.'],
  [
    1,
    2,
    '1 claim marked as Sent in the register. Undo gives Made back. 2 claims were not marked: the register does not say Made any more.',
  ],
  [0, 1, 'Nothing was marked. 1 claim was not marked: the register does not say Made any more.'],
])('after "Mark as sent", %i marked and %i not', (marked, others, words) => {
  expect(sentWords({ marked, others })).toBe(words);
});
