import { orderedWords, visitsOrdered } from '../../../src/billing/documents/visits-ordered';
import { cents } from '../../../src/billing/values/cents';
import { day } from '../../support/values';
import { authorizationOf, clientOf, sessionOf } from '../claims/records';

const client = clientOf({ name: 'Ada Fernwood' });
const sessions = ['2026-08-03', '2026-08-03', '2026-08-10', '2026-08-17', '2026-10-05'].map((date) =>
  sessionOf({ date: day(date), minutes: null }),
);
const given = (...rows: Parameters<typeof authorizationOf>[0][]) =>
  visitsOrdered(
    rows.map((row) => authorizationOf(row)),
    client,
    [client.name],
    sessions,
  ).map(orderedWords);

test('each visit is given under one order, the one that ends first as long as it has visits', () => {
  const order = { kind: 'order' as const, visits: 2, from: day('2026-08-01') };
  expect(given({ ...order, to: day('2026-12-31') }, { ...order, to: day('2026-08-31') })).toEqual([
    '2 of 2 visits of the order from 08/01/2026 to 08/31/2026',
    '2 of 2 visits of the order from 08/01/2026 to 12/31/2026',
  ]);
});

test('visits beyond an order are given all the same', () => {
  expect(given({ kind: 'referral', visits: 3 })).toEqual(['4 of 3 visits of the referral']);
});

test('an authorization counts where there is no order, and a row without a number and kind is one', () => {
  const authorization = { number: 'A-1', visits: 6, dollars: cents(100), units: 1 };
  expect(given(authorization)).toEqual(['4 of 6 visits of the authorization A-1']);
  expect(given(authorization, { kind: null, visits: 5 })).toEqual(['4 of 5 visits of the order']);
});
