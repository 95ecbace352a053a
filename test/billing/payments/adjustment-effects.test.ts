import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { effectOf } from '../../../src/billing/payments/adjustment-effects';
import { parseReasons, reasonsText } from '../../../src/billing/payments/reasons';
import { cents, centsOf, plainDollars, ZERO } from '../../../src/billing/values/cents';

type Case = Record<
  | 'case'
  | 'status'
  | 'network'
  | 'charge'
  | 'paid'
  | 'adjustments'
  | 'written off'
  | 'client owes'
  | 'stays open'
  | 'denied',
  string
>;

const cases = Papa.parse<Case>(readFileSync(join(__dirname, 'effects.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

test.each(cases)('$case', (each) => {
  const adjustments = (parseReasons(each.adjustments) ?? []).map((one) => ({
    ...one,
    amount: one.amount ?? ZERO,
  }));
  const inNetwork = each.network === '' ? null : each.network === 'yes';
  const line = {
    charge: centsOf(each.charge) ?? ZERO,
    paid: centsOf(each.paid) ?? ZERO,
    allowed: null,
    adjustments,
  };
  const effect = effectOf(line, { status: each.status, inNetwork });
  expect({
    'written off': plainDollars(effect.adjusted),
    'client owes': plainDollars(effect.clientShare),
    'stays open': plainDollars(effect.disputed),
    denied: effect.denied ? 'yes' : 'no',
  }).toEqual({
    'written off': each['written off'],
    'client owes': each['client owes'],
    'stays open': each['stays open'],
    denied: each.denied,
  });
  expect(reasonsText(adjustments)).toBe(each.adjustments);
});

test('reasons are read as people write them', () => {
  expect(parseReasons('co45, PR 3')).toEqual([
    { group: 'CO', reason: '45', amount: null },
    { group: 'PR', reason: '3', amount: null },
  ]);
  expect(parseReasons('CO-45 1,040.50; PR-P12 2')?.map(({ amount }) => amount)).toEqual([104050, 200]);
  expect(parseReasons('the usual')).toBeNull();
  expect(parseReasons('')).toEqual([]);
});

test('what the federal budget cut takes counts as allowed', () => {
  const adjustments = [
    { group: 'CO', reason: '45', amount: cents(4000) },
    { group: 'CO', reason: '253', amount: cents(160) },
  ];
  const line = { charge: cents(12000), paid: cents(7840), allowed: null, adjustments };
  expect(effectOf(line, { status: '1', inNetwork: true }).allowed).toBe(8000);
});
