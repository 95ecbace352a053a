import { monthView, type MonthInput } from '../../../src/billing/month/month-view';
import type { Rejection } from '../../../src/billing/month/rejected';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { october, PAYERS } from './october';

/** B4 is overdue and A7 waits in October; A4 was denied by its payer; A7 is answered on 9 November. */
const refused = (account: string, some: Partial<Rejection> = {}): Rejection => ({
  account,
  on: day('2026-11-05'),
  by: 'the clearinghouse',
  reasons: 'The member number is not known. (A7:164)',
  ...some,
});

const view = (today: string, rejected: Rejection[], some: Partial<MonthInput> = {}) =>
  monthView(october(today, { rejected, ...some }));
const rowOf = (account: string, { exceptions }: ReturnType<typeof view>) =>
  exceptions.filter((one) => one.account === account);

test('a claim that was rejected does not wait for an answer: it was never billed, and is to be sent again', () => {
  const seen = view('2026-11-15', [refused('B4')]);
  expect(rowOf('B4', seen)).toEqual([
    {
      word: 'not billed',
      amount: 12000,
      why: 'Rejected by the clearinghouse on 11/05/2026 and never filed: The member number is not known. (A7:164)',
      fix: 'Mend what is wrong and send it again by 08/20/2027.',
      needsCall: false,
      client: 'Ben Ode',
      payer: 'Cascade Health Plan',
      date: day('2026-08-20'),
      code: '97124',
      account: 'B4',
      control: 'B4-1',
      lastDay: day('2027-08-20'),
      followUp: null,
    },
  ]);
  expect(seen.lines.find(({ line }) => line.account === 'B4')?.verdict.word).toBe('not billed');
  expect(seen.outOfBalance).toEqual([]);
});

test('it stands right after the calls, and nobody is called about it', () => {
  const words = (seen: ReturnType<typeof view>) =>
    seen.exceptions.map(({ word, needsCall }) => `${needsCall ? 'call ' : ''}${word}`);
  expect(words(view('2026-11-15', [])).filter((word) => word === 'not billed')).toEqual([]);
  const after = words(view('2026-11-15', [refused('B4')]));
  expect(after.indexOf('not billed')).toBe(after.filter((word) => word.startsWith('call ')).length);
  expect(after).not.toContain('call overdue');
});

test.each([
  ['the last day to file is over', { daysToFile: 60 }, 'at once. The last day to file was 10/19/2026.'],
  [
    'the payer has no days to file',
    { daysToFile: null },
    '. The Payers table has no days to file for Cascade Health Plan.',
  ],
])('what to do when %s', (_, some, fix) => {
  const payers = PAYERS.map((payer) => ({ ...payer, ...some }));
  const [row] = rowOf('B4', view('2026-11-15', [refused('B4')], { payers }));
  expect(row?.fix).toMatch(/^Mend what is wrong and send it again/);
  expect(row?.fix.endsWith(fix)).toBe(true);
});

test.each([
  [{ reasons: '' }, 'Rejected by the clearinghouse on 11/05/2026 and never filed.'],
  [{ on: null, reasons: '' }, 'Rejected by the clearinghouse and never filed.'],
  [
    { by: 'Cascade Health Plan', reasons: 'No such member' },
    'Rejected by Cascade Health Plan on 11/05/2026 and never filed: No such member.',
  ],
])('of a rejection %j it says as much as is known', (some, why) => {
  expect(rowOf('B4', view('2026-11-15', [refused('B4', some)]))[0]?.why).toBe(why);
});

test.each(['A4', 'A7', 'A1'])('what a payer has answered was filed after all: %s', (account) => {
  expect(rowOf(account, view('2026-11-15', [refused(account)]))).toEqual(
    rowOf(account, view('2026-11-15', [])),
  );
});

test('lines of one claim are one row, with the last day of the first of them', () => {
  const { lines } = october('2026-11-15');
  const [first] = lines.filter(({ account }) => account === 'B4');
  if (!first) throw new Error('the month has no claim B4');
  const second = { ...first, control: 'B4-2', date: addDays(first.date, 7) };
  const { toLookAt } = view('2026-11-15', [refused('B4')], { lines: [...lines, second] });
  expect(toLookAt.filter(({ account }) => account === 'B4')).toMatchObject([
    { word: 'not billed', lines: 2, amount: 24000, lastDay: day('2027-08-20') },
  ]);
});
