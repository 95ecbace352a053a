import fc from 'fast-check';
import { allot, isOpen, type Takes } from '../../../src/billing/visit-limits/allotment';
import { KeptVisits } from '../../../src/billing/visit-limits/kept-visits';
import type { Session } from '../../../src/billing/records/session';
import type { Authorization } from '../../../src/billing/records/practice';
import { visit } from './session';

/** Every visit takes 4 units and 120 dollars. */
const takes: Takes = {
  units: () => ({ known: true, amount: 4 }),
  dollars: () => ({ known: true, amount: 12_000 }),
};

function visitsOf(sessions: readonly Session[]) {
  const visits = new KeptVisits();
  for (const session of sessions) visits.addSession(session, true);
  return visits.all();
}

const day = fc.integer({ min: 46_000, max: 46_060 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const authorization: fc.Arbitrary<Authorization> = fc.record({
  client: fc.constant('Ana Ruiz'),
  payer: fc.constant(null),
  number: fc.constantFrom('A', 'B', 'C'),
  kind: fc.constant('authorization' as const),
  from: maybe(day),
  to: maybe(day),
  visits: maybe(fc.nat({ max: 8 })),
  units: maybe(fc.nat({ max: 30 })),
  dollars: maybe(fc.nat({ max: 100_000 })),
  codes: fc.subarray(['97124', '97140']),
  cells: fc.constant({}),
});
const sessions = fc.array(
  fc.record({ date: day, codes: fc.subarray(['97124', '97140', '97110'], { minLength: 1 }) }).map(visit),
);

describe('visits are taken from authorizations', () => {
  test('each once: from one row, or over, or uncovered', () => {
    fc.assert(
      fc.property(fc.array(authorization, { maxLength: 5 }), sessions, (rows, kept) => {
        const visits = visitsOf(kept);
        const { rows: allotted, uncovered } = allot(rows, visits, takes);
        const placed = [...allotted.flatMap((each) => [...each.visits, ...each.over]), ...uncovered];
        expect(placed.map(({ date }) => date).sort()).toEqual(visits.map(({ date }) => date).sort());
      }),
    );
  });

  test('never beyond what a row allows, and only within its dates and codes', () => {
    fc.assert(
      fc.property(fc.array(authorization, { maxLength: 5 }), sessions, (rows, kept) => {
        for (const { row, visits, units, dollars, covers } of allot(rows, visitsOf(kept), takes).rows) {
          expect(visits.length).toBeLessThanOrEqual(row.visits ?? Infinity);
          if (row.units !== null) expect(units).toBeLessThanOrEqual(row.units);
          if (row.dollars !== null) expect(dollars).toBeLessThanOrEqual(row.dollars);
          expect(visits.every(({ date, codes }) => isOpen(row, date) && codes.some(covers))).toBe(true);
        }
      }),
    );
  });

  test('from a later row only when every earlier one that fits is full', () => {
    fc.assert(
      fc.property(fc.nat({ max: 6 }), fc.nat({ max: 6 }), fc.nat({ max: 15 }), (first, second, count) => {
        const row = (number: string, to: number, visits: number): Authorization => ({
          client: 'Ana Ruiz', payer: null, number, kind: 'authorization', from: null, to, visits,
          units: null, dollars: null, codes: [], cells: {},
        }); // prettier-ignore
        const kept = Array.from({ length: count }, (_, at) => visit({ date: 46_000 + at }));
        const rows = [row('later', 46_100, second), row('sooner', 46_050, first)];
        const [sooner, later] = allot(rows, visitsOf(kept), takes).rows;
        expect(sooner?.visits).toHaveLength(Math.min(first, count));
        expect(later?.visits).toHaveLength(Math.min(second, Math.max(0, count - first)));
        expect(later?.over).toHaveLength(Math.max(0, count - first - second));
      }),
    );
  });
});
