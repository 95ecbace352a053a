import { lineAccounts } from '../../../src/billing/payments/line-account';
import { settleUnmatched } from '../../../src/billing/payments/post-remittances';
import { moneyReceived } from '../../../src/billing/month/money-received';
import { cents, plus, sum, ZERO } from '../../../src/billing/values/cents';
import { after, contextOf, postText, postWritten } from '../../support/remittance/post';
import {
  billedLine,
  writeRemittances,
  type WrittenAdjustment,
  type WrittenLine,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { day } from '../../support/values';

const DATE = day('2026-10-05');
const line = billedLine({ control: 'L1', date: DATE });
const other = billedLine({
  control: 'L2',
  account: 'C26100002',
  client: 'Ben Ode',
  memberId: 'CHP100002',
  date: DATE,
});
const context = contextOf({ register: [line, other] });

const paid: WrittenLine = {
  code: '97124',
  charge: cents(12000),
  paid: cents(6000),
  date: DATE,
  control: 'L1',
  adjustments: [
    ['CO', '45', cents(4000)],
    ['PR', '3', cents(2000)],
  ],
};
const one = (
  some: Partial<WrittenRemittance> = {},
  service: Partial<WrittenLine> = {},
  account = 'C26100001',
): WrittenRemittance => ({
  number: 'CHK100',
  date: day('2026-11-09'),
  claims: [{ account, lines: [{ ...paid, ...service }] }],
  ...some,
});
const rules = (result: { findings: { rule: string }[] }) => result.findings.map(({ rule }) => rule);

describe('matching', () => {
  const patient = { last: 'ODE', first: 'BEN', id: 'CHP100002' };
  test.each([
    ['by line control number', one({}, {}), 'L1', 'line control number'],
    ['by claim number', one({}, { control: null }), 'L1', 'claim number'],
    [
      'by claim number where the payer sends another line number',
      one({}, { control: '000001' }),
      'L1',
      'claim number',
    ],
    [
      'without the modifier that was billed',
      one({}, { control: null, modifiers: ['GP'] }),
      'L1',
      'claim number',
    ],
    [
      'by date, charge and code',
      one({ claims: [{ account: '77', patient, lines: [{ ...paid, control: null }] }] }),
      'L2',
      'date, charge and code',
    ],
    [
      'by date, charge and code without modifier',
      one({ claims: [{ account: '77', patient, lines: [{ ...paid, control: null, modifiers: ['GP'] }] }] }),
      'L2',
      'date, charge and code without modifier',
    ],
    [
      'by name and member ID',
      one({
        claims: [
          {
            account: '77',
            patient,
            lines: [{ ...paid, control: null, charge: cents(11000), paid: cents(5000) }],
          },
        ],
      }),
      'L2',
      'name and member ID',
    ],
  ])('%s', (_name, remittance, control, by) => {
    const { postings, unmatched } = postWritten([remittance], context);
    expect(unmatched).toEqual([]);
    expect(postings.map((posting) => [posting.control, posting.matchedBy])).toEqual([[control, by]]);
  });

  test('never gives the money of one client to another who had the same session', () => {
    const stranger = { last: 'DOE', first: 'JANE', id: 'X' };
    const result = postWritten(
      [one({ claims: [{ account: '77', patient: stranger, lines: [{ ...paid, control: null }] }] })],
      context,
    );
    expect(result.postings).toEqual([]);
    expect(result.unmatched).toHaveLength(1);
  });

  test('two lines that would do are no match', () => {
    const twin = billedLine({ control: 'L3', account: 'C26100009', date: DATE });
    const remittance = one({ claims: [{ account: '77', lines: [{ ...paid, control: null }] }] });
    const { postings, unmatched } = postWritten([remittance], contextOf({ register: [line, twin] }));
    expect(postings).toEqual([]);
    expect(unmatched[0]?.candidates.map(({ control }) => control)).toEqual(['L1', 'L3']);
  });

  test('a line settled by hand gives the same posting as one that was found', () => {
    const found = postWritten([one()], context).postings[0];
    const { unmatched } = postWritten([one()], contextOf({ register: [other] }));
    const [left] = unmatched;
    const settled = left && settleUnmatched(left, line, context);
    expect(settled).toEqual({ ...found, matchedBy: 'by hand' });
  });

  test('a claim that comes without lines is laid over its lines by charge', () => {
    const half = billedLine({ control: 'L4', charge: cents(6000), date: DATE, code: '97140' });
    const claim = {
      account: line.account,
      lines: [],
      charge: cents(18000),
      paid: cents(9000),
      adjustments: [['CO', '45', cents(9000)]] as WrittenAdjustment[],
    };
    const { postings } = postWritten([one({ claims: [claim] })], contextOf({ register: [line, half] }));
    expect(postings.map((posting) => [posting.control, posting.paid, posting.adjusted])).toEqual([
      ['L1', 6000, 6000],
      ['L4', 3000, 3000],
    ]);
  });

  test('what is taken off a claim as a whole is laid over its lines', () => {
    const claim = {
      account: line.account,
      lines: [paid],
      adjustments: [['CO', 'A2', cents(500)]] as WrittenAdjustment[],
    };
    const { postings } = postWritten([one({ claims: [claim] })], context);
    expect(postings.map((posting) => [posting.paid, posting.adjusted])).toEqual([[5500, 4500]]);
  });
});

describe('posting', () => {
  test('the same file twice posts nothing twice', () => {
    const first = postWritten([one()], context);
    const second = postWritten([one()], after(context, first));
    expect(first.postings).toHaveLength(1);
    expect(second.postings).toEqual([]);
    expect(second.payments[0]).toMatchObject({ isRepeated: true, postedBefore: 6000, posted: 0 });
    expect(second.findings).toEqual([]);
  });

  test('the same file again posts what could not be posted before', () => {
    const remittance = one({
      claims: [
        { account: line.account, lines: [paid] },
        {
          account: other.account,
          patient: { last: 'ODE', first: 'BEN', id: '' },
          lines: [{ ...paid, control: 'L2' }],
        },
      ],
    });
    const first = postWritten([remittance], contextOf({ register: [line] }));
    expect(first.unmatched.map(({ claim }) => claim.account)).toEqual([other.account]);
    const second = postWritten([remittance], after(context, first));
    expect(second.postings.map(({ control }) => control)).toEqual(['L2']);
  });

  test('133: a reversal and its correction net', () => {
    const earlier = postWritten(
      [one({ number: 'CHK1' }, { paid: cents(5744), adjustments: [['CO', '45', cents(6256)]] })],
      context,
    );
    const reversal: WrittenLine = {
      ...paid,
      charge: cents(-12000),
      paid: cents(-5744),
      adjustments: [['CO', '45', cents(-6256)]],
    };
    const correction: WrittenLine = { ...paid, paid: cents(7000), adjustments: [['CO', '45', cents(5000)]] };
    const result = postWritten(
      [
        one({
          number: 'CHK2',
          claims: [
            { account: line.account, status: '22', lines: [reversal], patientShare: null },
            { account: line.account, status: '1', lines: [correction] },
          ],
        }),
      ],
      after(context, earlier),
    );
    expect(result.postings.map((posting) => posting.paid)).toEqual([-5744, 7000]);
    expect(result.payments[0]?.payment.amount).toBe(1256);
    expect(result.findings).toEqual([]);
    const all = [...earlier.postings, ...result.postings];
    expect(sum(all.map(({ paid, adjusted }) => plus(paid, adjusted)))).toBe(12000);
  });

  test('taking back what was never posted is said', () => {
    const reversal: WrittenLine = {
      ...paid,
      charge: cents(-12000),
      paid: cents(-6000),
      adjustments: [['CO', '45', cents(-6000)]],
    };
    const giving = {
      account: other.account,
      patient: { last: 'ODE', first: 'BEN', id: '' },
      lines: [{ ...paid, control: 'L2' }],
    };
    const result = postWritten(
      [one({ claims: [giving, { account: line.account, status: '22', lines: [reversal] }] })],
      context,
    );
    expect(rules(result)).toEqual(['reversal-of-nothing']);
    expect(lineAccounts([line, other], result.postings).map(({ adjusted }) => adjusted)).toEqual([0, 4000]);
  });

  test('131: what a payer takes back lowers the payment and no claim', () => {
    const second = {
      account: other.account,
      patient: { last: 'ODE', first: 'BEN', id: '' },
      lines: [{ ...paid, control: 'L2' }],
    };
    const result = postWritten(
      [
        one({
          claims: [{ account: line.account, lines: [paid] }, second],
          providerAdjustments: [
            ['WO', 'C26090001', cents(5000)],
            ['L6', '', cents(-120)],
          ],
        }),
      ],
      context,
    );
    expect(result.payments[0]?.payment.amount).toBe(12000 - 5000 + 120);
    expect(result.postings.map((posting) => posting.paid)).toEqual([6000, 6000]);
    expect(result.providerPostings.map(({ reason, amount }) => [reason, amount])).toEqual([
      ['WO', 5000],
      ['L6', -120],
    ]);
    expect(moneyReceived(result.payments)[0]?.unexplained).toBe(0);
  });

  test('a second payer writes off no more than is left', () => {
    const first = postWritten([one({ number: 'A' })], context);
    const secondary: WrittenLine = {
      ...paid,
      paid: cents(1500),
      adjustments: [
        ['OA', '23', cents(6000)],
        ['CO', '45', cents(4500)],
      ],
    };
    const result = postWritten(
      [
        one({
          number: 'B',
          payer: 'UNION FUND',
          payerId: '',
          claims: [{ account: line.account, status: '2', lines: [secondary] }],
        }),
      ],
      after(context, first),
    );
    const [account] = lineAccounts([line], [...first.postings, ...result.postings]);
    expect(
      account?.postings.map(({ from, paid: amount, adjusted }) => [from.name, amount, adjusted]),
    ).toEqual([
      ['Cascade Health Plan', 6000, 4000],
      ['UNION FUND', 1500, 500],
    ]);
  });

  test('a zero payment is an ordinary posting', () => {
    const result = postWritten(
      [
        one(
          {},
          {
            paid: ZERO,
            adjustments: [
              ['CO', '45', cents(4000)],
              ['PR', '1', cents(8000)],
            ],
          },
        ),
      ],
      context,
    );
    expect(result.postings[0]).toMatchObject({ paid: 0, adjusted: 4000, clientShare: 8000, denied: false });
    expect(result.findings).toEqual([]);
  });

  test('estimates and claims of others are told and not posted', () => {
    const result = postWritten(
      [
        one({
          claims: [
            {
              account: line.account,
              status: '25',
              lines: [{ ...paid, paid: ZERO, adjustments: [['OA', '101', cents(12000)]] }],
            },
          ],
        }),
      ],
      context,
    );
    expect(result.postings).toEqual([]);
    expect(rules(result)).toEqual(['claim-not-decided']);
  });
});

describe('bad input: each is shown with its place and what to do, and the rest is posted', () => {
  const good = one({
    number: 'GOOD',
    claims: [
      {
        account: other.account,
        patient: { last: 'ODE', first: 'BEN', id: '' },
        lines: [{ ...paid, control: 'L2' }],
      },
    ],
  });
  const posted = (result: { postings: { control: string }[] }) =>
    result.postings.map(({ control }) => control);

  test.each<[string, WrittenRemittance, string]>([
    [
      '130: a line that does not balance',
      one(
        {},
        {
          adjustments: [
            ['CO', '45', cents(4000)],
            ['PR', '2', cents(1600)],
          ],
        },
      ),
      'out-of-balance-line',
    ],
    [
      'a claim that does not balance',
      one({ claims: [{ account: line.account, lines: [paid], paid: cents(5000) }] }),
      'out-of-balance-claim',
    ],
    [
      'lines that charge something else than the claim',
      one({ claims: [{ account: line.account, lines: [paid], charge: cents(13000) }] }),
      'out-of-balance-claim',
    ],
    ['a payment that does not balance', one({ amount: cents(7000) }), 'out-of-balance-transaction'],
    ['a negative payment', one({ providerAdjustments: [['WO', 'X', cents(9000)]] }), 'negative-payment'],
    [
      'a negative claim that is no reversal',
      one(
        { providerAdjustments: [['FB', 'X', cents(-200)]] },
        { charge: ZERO, paid: cents(-100), adjustments: [['CO', '45', cents(100)]] },
      ),
      'negative-claim-payment',
    ],
    ['a payment for another provider', one({ payeeNpi: '1999999992' }), 'other-provider'],
    [
      'a status that does not exist',
      one({ claims: [{ account: line.account, status: '77', lines: [paid] }] }),
      'remittance-value',
    ],
  ])('%s', (_name, bad, rule) => {
    const result = postWritten([bad, good], context);
    expect(posted(result)).toEqual(['L2']);
    expect(result.held).toHaveLength(1);
    const finding = result.findings.find((each) => each.rule === rule);
    expect(finding).toMatchObject({ severity: 'STOP' });
    expect(finding?.at?.segment).toBeGreaterThan(2);
    expect(finding?.at?.line).toBe(finding?.at?.segment);
    expect(finding?.fix).not.toBe('');
  });

  test('130: says by how much it is out of balance', () => {
    const { findings } = postWritten(
      [
        one(
          {},
          {
            adjustments: [
              ['CO', '45', cents(4000)],
              ['PR', '2', cents(1600)],
            ],
          },
        ),
      ],
      context,
    );
    expect(findings[0]?.message).toBe(
      'This service line is out of balance by $4.00: its charge less its adjustments is $64.00, and it says $60.00.',
    );
  });

  test('a claim number that was never sent', () => {
    const result = postWritten(
      [
        one({
          claims: [
            {
              account: 'NOT-OURS',
              patient: { last: 'X', first: 'Y', id: 'Z' },
              lines: [{ ...paid, control: 'ZZ' }],
            },
          ],
        }),
        good,
      ],
      context,
    );
    expect(posted(result)).toEqual(['L2']);
    expect(result.unmatched.map((each) => each.paid)).toEqual([6000]);
    expect(rules(result)).toEqual(['payment-unmatched']);
    expect(result.findings[0]?.at?.line).toBeGreaterThan(0);
  });

  test('a check number that was used for another amount', () => {
    const first = postWritten([one()], context);
    const result = postWritten(
      [one({}, { paid: cents(5000), adjustments: [['CO', '45', cents(7000)]] }), good],
      after(context, first),
    );
    expect(posted(result)).toEqual(['L2']);
    expect(rules(result)).toEqual(['check-number-used-before']);
    expect(result.held[0]?.paid).toBe(5000);
  });

  test('the same check number twice in one file', () => {
    const result = postWritten(
      [one(), one({}, { paid: cents(5000), adjustments: [['CO', '45', cents(7000)]] })],
      context,
    );
    expect(result.postings).toHaveLength(1);
    expect(rules(result)).toEqual(['check-number-used-before']);
  });

  test('a file cut in the middle: what is whole is posted, what is not is held', () => {
    const text = writeRemittances([good, one()]);
    const cut = text.slice(0, text.indexOf('SVC', text.indexOf('CHK100')) + 9);
    const result = postText(cut, context);
    expect(posted(result)).toEqual(['L2']);
    expect(rules(result)).toEqual(expect.arrayContaining(['remittance-file', 'remittance-cut-off']));
  });

  test('wherever a file is cut, nothing is posted that was not whole', () => {
    const text = writeRemittances([good, one()]);
    for (let end = 0; end < text.length; end += 7) {
      const result = postText(text.slice(0, end), context);
      const whole = text.slice(0, end).split('SE*').length - 1;
      expect(result.postings.length).toBeLessThanOrEqual(whole);
      expect(result.findings.length).toBeGreaterThan(0);
    }
  });

  test.each([
    [
      'a claim file',
      (text: string) => text.replaceAll('ST*835', 'ST*837'),
      'This is a claim file (837), which goes to the payer, not a remittance (835).',
    ],
    [
      'a file without an envelope',
      (text: string) => text.slice(text.indexOf('ST*')),
      'This is no X12 file: it has no ISA segment, with which every such file begins.',
    ],
    ['an empty file', () => '', 'The file is empty.'],
    [
      'a picture',
      () => '\u0089PNG\r\n\u001a\n',
      'This is no X12 file: it has no ISA segment, with which every such file begins.',
    ],
  ])('%s', (_name, spoil, words) => {
    const result = postText(spoil(writeRemittances([one()])), context);
    expect(result.postings).toEqual([]);
    expect(result.findings.map((finding) => finding.message)).toContain(words);
  });

  test('a wrong count in the envelope is told, and what balances is posted', () => {
    const result = postText(writeRemittances([one()]).replace(/SE\*\d+/, 'SE*99'), context);
    expect(posted(result)).toEqual(['L1']);
    expect(result.findings[0]?.message).toMatch(/^SE says 99 segments, and there are \d+ \(segment \d+\)$/);
  });

  test('a status with a zero before it is the same status', () => {
    const result = postText(
      writeRemittances([one()]).replace('CLP*C26100001*1*', 'CLP*C26100001*01*'),
      context,
    );
    expect(result.postings.map(({ status }) => status)).toEqual(['1']);
    expect(rules(result)).toEqual(rules(postText(writeRemittances([one()]), context)));
  });

  test('a debit (BPR03 = D) is money that goes away: it is held and told', () => {
    const result = postText(writeRemittances([one(), good]).replace('BPR*I*60*C', 'BPR*I*60*D'), context);
    expect(posted(result)).toEqual(['L2']);
    expect(result.payments[0]?.payment.amount).toBe(-6000);
    expect(rules(result)).toEqual(expect.arrayContaining(['negative-payment', 'out-of-balance-transaction']));
  });

  test('amounts that are no amounts hold their claim and no other', () => {
    const text = writeRemittances([one(), good])
      .replace('*60*12*PAYER1', '*sixty*12*PAYER1')
      .replace('CLP*C26100001*1*120*60', 'CLP*C26100001*1*120*sixty');
    const result = postText(text, context);
    expect(posted(result)).toEqual(['L2']);
    expect(result.findings.map(({ message }) => message)).toContain(
      'CLP04 should be an amount and is “sixty”.',
    );
  });
});
