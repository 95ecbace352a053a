import fc from 'fast-check';
import { VisitAmounts, type Amount } from '../../../src/billing/authorizations/amounts';
import { KeptVisits, type KeptVisit } from '../../../src/billing/authorizations/kept-visits';
import { AuthorizationLedger, type Taking } from '../../../src/billing/authorizations/ledger';
import { coverOf, inForce, type RowKind } from '../../../src/billing/authorizations/row';
import type { Authorization } from '../../../src/billing/records/practice';
import type { Session } from '../../../src/billing/records/session';
import { cents } from '../../../src/billing/values/cents';
import { addDays } from '../../../src/billing/values/day';
import { plainNumber } from '../../../src/billing/values/plain-number';
import type { EarlierVisit } from '../../../src/billing/visits/earlier-visit';
import { feeLookup } from '../../../src/billing/visits/fees';
import { day } from '../../support/values';
import { authorizationOf, type Some } from '../claims/records';
import { visit } from './session';

const DAY = day('2025-12-09');

interface Given {
  kind?: RowKind;
  rows: readonly Authorization[];
  sessions?: readonly Session[];
  billed?: readonly EarlierVisit[];
}

/** What became of every visit, by date, and what is used of each row. */
function taken({ kind = 'authorization', rows, sessions = [], billed = [] }: Given) {
  const visits = new KeptVisits({ clientName: 'Ana Ruiz', client: null, payer: null, rows });
  for (const session of sessions) visits.addSession(session);
  for (const line of billed) visits.addBilled(line);
  const amounts = new VisitAmounts(feeLookup([]));
  const ledger = new AuthorizationLedger(kind, amounts);
  const all = visits.all().map((each) => ({ visit: each, taking: ledger.take(each) }));
  const accounts = rows.map((row) => ledger.account(row));
  return { all, accounts, amounts };
}

const row = (some: Some<Authorization>) => authorizationOf({ client: 'Ana Ruiz', number: 'A-1', ...some });
/** An hour of massage for $120, a day after the other. */
const hour = (at: number, more: Partial<Parameters<typeof visit>[0]> = {}) =>
  visit({ date: addDays(DAY, at), charge: cents(12_000), ...more });
const line = (at: number, some: Partial<EarlierVisit> = {}): EarlierVisit => ({
  client: 'Ana Ruiz',
  payer: 'Evergreen Mutual',
  date: addDays(DAY, at),
  code: '97124',
  units: 4,
  charge: cents(12_000),
  authorization: 'a1',
  ...some,
});
const outcomes = (given: Given) => taken(given).all.map(({ taking }) => said(taking));
const said = (taking: Taking) =>
  taking.outcome === 'room' ? (taking.row.number ?? 'without a number') : taking.outcome;

describe('whatever the rows and visits', () => {
  const someDay = fc.nat({ max: 60 }).map((days) => addDays(DAY, days));
  const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
  const rows = fc.array(
    fc
      .record({
        number: fc.constantFrom('A-1', 'B-2', 'C-3'),
        from: maybe(someDay),
        to: maybe(someDay),
        visits: maybe(fc.nat({ max: 8 })),
        units: maybe(fc.nat({ max: 30 })),
        dollars: maybe(fc.nat({ max: 100_000 }).map(cents)),
        codes: fc.subarray(['97124', '97140']),
      })
      .map(row),
    { maxLength: 5 },
  );
  const sessions = fc.array(
    fc
      .record({
        date: someDay,
        codes: fc.constantFrom<string[]>(['97124'], ['97140'], ['97110']),
        minutes: fc.constantFrom(5, 15, 60),
        charge: fc.nat({ max: 20_000 }).map(cents),
      })
      .map(visit),
    { maxLength: 30 },
  );

  test('every visit is in one row at most, and in none but for its date and codes', () => {
    fc.assert(
      fc.property(rows, sessions, (authorizations, kept) => {
        const { all, accounts, amounts } = taken({ rows: authorizations, sessions: kept });
        for (const { visit: each, taking } of all) {
          const holding = accounts.filter((account) => [...account.taken, ...account.over].includes(each));
          expect(holding).toHaveLength(taking.outcome === 'room' || taking.outcome === 'over' ? 1 : 0);
          for (const { row: of } of holding) {
            expect(inForce(of, each.date)).toBe(true);
            expect(amounts.codes(each).some(coverOf(of))).toBe(true);
          }
        }
      }),
    );
  });

  test('what found room in a row is never more than it allows', () => {
    fc.assert(
      fc.property(rows, sessions, (authorizations, kept) => {
        const { accounts, amounts } = taken({ rows: authorizations, sessions: kept });
        for (const { row: of, taken: own, covers } of accounts) {
          const total = (amountOf: (each: KeptVisit) => Amount) =>
            own.map(amountOf).reduce((sum, each) => sum + (each.known ? each.amount : Infinity), 0);
          expect(own.length).toBeLessThanOrEqual(of.visits ?? Infinity);
          if (of.units !== null)
            expect(total((each) => amounts.units(each, covers))).toBeLessThanOrEqual(of.units);
          if (of.dollars !== null)
            expect(total((each) => amounts.dollars(each, covers))).toBeLessThanOrEqual(
              plainNumber(of.dollars),
            );
        }
      }),
    );
  });

  test('the row that ends first is used up before a later one', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.nat({ max: 15 }), (first, second, count) => {
        const later = row({ number: 'later', to: addDays(DAY, 100), visits: second });
        const sooner = row({ number: 'sooner', to: addDays(DAY, 50), visits: first });
        const kept = Array.from({ length: count }, (_, at) => hour(at));
        const { accounts } = taken({ rows: [later, sooner], sessions: kept });
        expect(accounts.map((account) => [account.taken.length, account.over.length])).toEqual([
          [Math.min(second, Math.max(0, count - first)), Math.max(0, count - first - second)],
          [Math.min(first, count), 0],
        ]);
      }),
    );
  });
});

describe('a visit', () => {
  test.each([
    ['visits', { visits: 2 }],
    ['units', { units: 8 }],
    ['units, with some that are too few', { units: 11 }],
    ['dollars', { dollars: cents(24_000) }],
    ['dollars, with some that are too few', { dollars: cents(35_999) }],
  ])('finds room as long as the %s suffice', (_, limit) => {
    expect(outcomes({ rows: [row(limit)], sessions: [0, 1, 2, 3].map((at) => hour(at)) })).toEqual([
      'A-1',
      'A-1',
      'over',
      'over',
    ]);
  });

  test.each([{ visits: 0 }, { units: 0 }, { dollars: cents(0) }])(
    'finds none where nothing is allowed: %j',
    (limit) => {
      expect(outcomes({ rows: [row(limit)], sessions: [hour(0)] })).toEqual(['over']);
    },
  );

  test('that is smaller does not slip in before one that found no room', () => {
    const small = hour(3, { minutes: 15, charge: cents(3_000) });
    for (const limit of [{ units: 10 }, { dollars: cents(30_000) }])
      expect(outcomes({ rows: [row(limit)], sessions: [hour(0), hour(1), hour(2), small] })).toEqual([
        'A-1',
        'A-1',
        'over',
        'over',
      ]);
  });

  test('does not slip in where a larger one found no room in several rows', () => {
    const rows = [row({ to: addDays(DAY, 50), units: 10 }), row({ number: 'B-2', units: 3 })];
    const sessions = [hour(0), hour(1), hour(2), hour(3, { minutes: 15 })];
    expect(outcomes({ rows, sessions })).toEqual(['A-1', 'A-1', 'over', 'over']);
  });

  test('of two sessions on a date is one, whose units and dollars add up', () => {
    const sessions = [hour(0), hour(0, { codes: ['97140'], minutes: 30 }), hour(1)];
    expect(outcomes({ rows: [row({ visits: 2 })], sessions })).toEqual(['A-1', 'A-1']);
    expect(outcomes({ rows: [row({ units: 9 })], sessions })).toEqual(['A-1', 'over']);
    expect(outcomes({ rows: [row({ dollars: cents(35_000) })], sessions })).toEqual(['A-1', 'over']);
  });

  test('too short for a unit uses up nothing', () => {
    const sessions = [hour(0, { minutes: 7 }), hour(1)];
    expect(outcomes({ rows: [row({ visits: 1 })], sessions })).toEqual(['nothing', 'A-1']);
  });

  test('with codes of which only some are covered takes of the row what is for these', () => {
    const both = visit({ date: DAY, codes: ['97124', '97140'], minutes: null });
    for (const procedure of both.procedures) procedure.units = 2;
    const given = { rows: [row({ codes: ['97124'], units: 3 })], sessions: [both, hour(1)] };
    expect(outcomes(given)).toEqual(['A-1', 'over']);
    const whole = row({ number: 'B-2', units: 40 });
    expect(outcomes({ ...given, rows: [...given.rows, whole] })).toEqual(['B-2', 'B-2']);
  });

  test('is taken from a row with a number first, since no claim can name another', () => {
    const unnumbered = row({ number: null, to: addDays(DAY, 10), visits: 1 });
    const rows = [unnumbered, row({ to: addDays(DAY, 90), visits: 1 })];
    expect(outcomes({ rows, sessions: [hour(0), hour(1), hour(2)] })).toEqual([
      'A-1',
      'without a number',
      'over',
    ]);
  });

  test('of which nobody can tell what it takes leaves it open what later ones find', () => {
    const rows = [
      row({ number: 'A-1', to: addDays(DAY, 5), units: 8 }),
      row({ number: 'B-2', from: addDays(DAY, 2), visits: 1 }),
      row({ number: 'C-3', from: addDays(DAY, 6) }),
    ];
    const sessions = [hour(0), hour(1, { minutes: null }), hour(2), hour(6), hour(7)];
    expect(outcomes({ rows, sessions })).toEqual(['A-1', 'not-told', 'not-told', 'not-told', 'not-told']);
    expect(outcomes({ rows: rows.slice(0, 1), sessions: sessions.slice(0, 4) })).toEqual([
      'A-1',
      'not-told',
      'not-told',
      'uncovered',
    ]);
  });

  test('with a charge below zero is one of which nobody can tell what it takes', () => {
    expect(
      outcomes({ rows: [row({ dollars: cents(90_000) })], sessions: [hour(0, { charge: cents(-100) })] }),
    ).toEqual(['not-told']);
  });

  test('counts by visits even where its units and charge are not known', () => {
    const sessions = [hour(0, { minutes: null, charge: null }), hour(1)];
    expect(outcomes({ rows: [row({ visits: 1 })], sessions })).toEqual(['A-1', 'over']);
  });
});

describe('a line that was billed before', () => {
  test.each([{ visits: 1 }, { units: 7 }, { dollars: cents(23_999) }])(
    'uses up the row of its number: %j',
    (limit) => {
      expect(outcomes({ rows: [row(limit)], billed: [line(0)], sessions: [hour(1)] })).toEqual([
        'A-1',
        'over',
      ]);
    },
  );

  test('does so out of its time too, and beyond what it allows', () => {
    const rows = [row({ from: addDays(DAY, 30), visits: 1 }), row({ number: 'B-2', visits: 9 })];
    const { accounts } = taken({ rows, billed: [line(0), line(1)] });
    expect(accounts.map((account) => account.used('visits'))).toEqual([2, 0]);
  });

  test('under a number of two rows uses the one that is in force', () => {
    const rows = [row({ to: addDays(DAY, 9), visits: 5 }), row({ from: addDays(DAY, 10), visits: 5 })];
    const { accounts } = taken({ rows, billed: [line(0), line(12), line(13)] });
    expect(accounts.map((account) => account.used('visits'))).toEqual([1, 2]);
  });

  test('under a number that no row has used up something else', () => {
    const billed = [line(0, { authorization: 'Z-9' }), line(1, { authorization: null })];
    expect(outcomes({ rows: [row({ visits: 1 })], billed })).toEqual(['uncovered', 'A-1']);
  });

  test('under the number of an authorization uses an order by its date', () => {
    const order = row({ kind: 'order', number: null, visits: 1 });
    expect(outcomes({ kind: 'order', rows: [order], billed: [line(0), line(1)] })).toEqual([
      'without a number',
      'over',
    ]);
  });

  test('with a session of its date is taken from its row if that has room, else from another', () => {
    const rows = [row({ number: 'B-2', to: addDays(DAY, 9), units: 20 }), row({ units: 8 })];
    expect(outcomes({ rows, billed: [line(0)], sessions: [hour(0)] })).toEqual(['A-1']);
    const few = [row({ number: 'B-2', to: addDays(DAY, 9), units: 20 }), row({ units: 7 })];
    expect(outcomes({ rows: few, billed: [line(0)], sessions: [hour(0)] })).toEqual(['B-2']);
  });

  test('is one visit with a session of its date', () => {
    expect(outcomes({ rows: [row({ visits: 1 })], billed: [line(0)], sessions: [hour(0)] })).toEqual(['A-1']);
    expect(outcomes({ rows: [row({ units: 7 })], billed: [line(0)], sessions: [hour(0)] })).toEqual(['over']);
  });
});
