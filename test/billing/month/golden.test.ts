import { monthView } from '../../../src/billing/month/month-view';
import type { BilledLine } from '../../../src/billing/records/billed-line';
import { cents, minus, ZERO } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { feeOf, payerOf } from '../claims/records';
import { after, contextOf, postWritten } from '../../support/remittance/post';
import {
  billedLine,
  type WrittenAdjustment,
  type WrittenLine,
  type WrittenRemittance,
} from '../../support/remittance/write-remittance';
import { october } from './october';

/** The golden cases of the field's reference that a month's sheet has to tell in its own words. */
const PAYER = payerOf({
  name: 'Cascade Health Plan',
  payerId: '91062',
  kind: 'commercial',
  inNetwork: true,
  daysToAppeal: 90,
  daysToFollowUp: 30,
});
const DATE = day('2026-08-10');
const line = billedLine({ control: 'L1', account: 'C26080001', date: DATE, billedOn: DATE });
const service: WrittenLine = { code: '97124', charge: cents(12000), paid: ZERO, date: DATE, control: 'L1' };

function view(
  answers: [number: string, status: string, line: WrittenLine][],
  register: BilledLine[] = [line],
) {
  let context = contextOf({ register, payers: [PAYER] });
  for (const [number, status, answer] of answers) {
    const paid = answer.paid;
    const remittance: WrittenRemittance = {
      number,
      date: day('2026-08-31'),
      claims: [{ account: line.account, status, lines: [answer] }],
      ...(paid < ZERO ? { providerAdjustments: [['FB', 'NEXT', paid] as WrittenAdjustment] } : {}),
    };
    context = after(context, postWritten([remittance], context));
  }
  return monthView({
    ...october('2026-11-22'),
    month: '2026-08',
    lines: register,
    postings: context.postings,
    payments: context.payments,
    providerPostings: [],
    payers: [PAYER],
    benefits: [],
    fees: [{ ...feeOf('97124', cents(2000)), payer: PAYER.name }],
  });
}

test('129: a deductible that takes all is a good line, and the client owes it', () => {
  const adjustments: WrittenLine['adjustments'] = [
    ['CO', '45', cents(4000)],
    ['PR', '1', cents(8000)],
  ];
  const { lines, exceptions, ageing } = view([['1', '1', { ...service, adjustments }]]);
  expect(lines.map(({ verdict }) => verdict.word)).toEqual(['good']);
  expect(exceptions).toEqual([]);
  expect(ageing.clients.total).toBe(8000);
});

test('133: a reversal of 57.44 and a corrected 70.00 are 12.56 more in the month, and no denial', () => {
  const first: WrittenLine = { ...service, paid: cents(5744), adjustments: [['CO', '45', cents(6256)]] };
  const back: WrittenLine = {
    ...service,
    charge: cents(-12000),
    paid: cents(-5744),
    adjustments: [['CO', '45', cents(-6256)]],
  };
  const corrected: WrittenLine = { ...service, paid: cents(7000), adjustments: [['CO', '45', cents(5000)]] };
  const before = view([['1', '1', first]]);
  const { balances, denials } = view([
    ['1', '1', first],
    ['2', '22', back],
    ['3', '1', corrected],
  ]);
  expect(minus(balances.total.payments, before.balances.total.payments)).toBe(1256);
  expect(denials).toEqual([]);
});

test('134 and 138: filed too late is denied in full; proof of filing, and 90 days from 31 August to appeal', () => {
  const answer = { ...service, adjustments: [['CO', '29', cents(12000)]] as WrittenAdjustment[] };
  const { exceptions, denials, balances } = view([['1', '4', answer]]);
  expect(exceptions).toMatchObject([
    { word: 'denied', amount: 12000, needsCall: true, lastDay: day('2026-11-29') },
  ]);
  expect(exceptions[0]?.fix).toMatch(/277CA/);
  expect(denials).toMatchObject([{ daysLeft: 7 }]);
  expect(balances.total.adjustments).toBe(0);
});

test('135: a duplicate is not written off, and names the claim that was sent first', () => {
  const earlier = billedLine({ ...line, control: 'L0', account: 'C26080000', billedOn: addDays(DATE, -3) });
  const answer = { ...service, adjustments: [['OA', '18', cents(12000)]] as WrittenAdjustment[] };
  const { exceptions, balances } = view([['1', '1', answer]], [earlier, line]);
  const duplicate = exceptions.find(({ control }) => control === 'L1');
  expect(duplicate).toMatchObject({ word: 'duplicate', amount: 12000, needsCall: false });
  expect(duplicate?.fix).toMatch(/answer to C26080000/);
  expect(balances.total.adjustments).toBe(0);
});
