import * as fc from 'fast-check';
import type { UnitRule } from '../../../src/billing/records/practice';
import { countUnits } from '../../../src/billing/units/count-units';
import { unitsOfMinutes } from '../../../src/billing/units/unit-table';
import type { CountedVisit, TimedItem } from '../../../src/billing/units/visit';

const timedCode = fc.constantFrom('97124', '97140', '97110', '97112', '97530', '97035');
const item = fc.record({ code: timedCode, minutes: fc.integer({ min: 0, max: 90 }) });
const items = fc.array(item, { maxLength: 8 });
const rules: UnitRule[] = ['CMS', 'AMA'];

const counted = (visit: readonly TimedItem[], rule: UnitRule): CountedVisit => {
  const outcome = countUnits(visit, rule);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.visit;
};
const minutesOf = (visit: readonly TimedItem[]) =>
  visit.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** The table of the manual, walked upwards instead of divided. */
const byTable = (minutes: number) => {
  let units = 0;
  for (let threshold = 8; minutes >= threshold; threshold += 15) units += 1;
  return units;
};

test('the closed form is the table', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
      expect(unitsOfMinutes(minutes)).toBe(byTable(minutes));
    }),
  );
});

test('by total time a visit has the units of its minutes together', () => {
  fc.assert(
    fc.property(items, (visit) => expect(counted(visit, 'CMS').total).toBe(byTable(minutesOf(visit)))),
  );
});

test('by the midpoint a visit has the units of each code alone', () => {
  fc.assert(
    fc.property(items, (visit) => {
      for (const { code, units } of counted(visit, 'AMA').codes) {
        expect(units).toBe(byTable(minutesOf(visit.filter((each) => each.code === code))));
      }
    }),
  );
});

test('the allotment adds up, by item and by code, and keeps every whole fifteen', () => {
  fc.assert(
    fc.property(items, fc.constantFrom(...rules), (visit, rule) => {
      const result = counted(visit, rule);
      expect(sumOf(result.units)).toBe(result.total);
      for (const code of result.codes) {
        expect(sumOf(code.items.map((index) => result.units[index] ?? NaN))).toBe(code.units);
        expect(code.units === code.full || code.units === code.full + 1).toBe(true);
      }
      visit.forEach(({ minutes }, index) => {
        expect(result.units[index]).toBeGreaterThanOrEqual(Math.floor(minutes / 15));
        expect(result.units[index]).toBeLessThanOrEqual(Math.ceil(minutes / 15));
      });
    }),
  );
});

test('leftover units go to the most leftover minutes; a tie is reported exactly when there was a choice', () => {
  fc.assert(
    fc.property(items, (visit) => {
      const { codes, tie } = counted(visit, 'CMS');
      const served = codes.filter(({ units, full }) => units > full).map(({ leftover }) => leftover);
      const refused = codes.filter(({ units, full }) => units === full).map(({ leftover }) => leftover);
      const least = Math.min(Infinity, ...served);
      const most = Math.max(-Infinity, ...refused);
      expect(least).toBeGreaterThanOrEqual(most);
      expect(tie !== null).toBe(least === most);
    }),
  );
});

test('more minutes on a code never make fewer units of the visit or of that code', () => {
  fc.assert(
    fc.property(items, item, fc.nat(30), fc.constantFrom(...rules), (others, one, more, rule) => {
      const before = counted([one, ...others], rule);
      const after = counted([{ ...one, minutes: one.minutes + more }, ...others], rule);
      expect(after.total).toBeGreaterThanOrEqual(before.total);
      expect(after.codes[0]?.units).toBeGreaterThanOrEqual(before.codes[0]?.units ?? NaN);
    }),
  );
});

test('untimed codes add one unit a code and change nothing else', () => {
  fc.assert(
    fc.property(items, fc.integer({ min: 0, max: 60 }), fc.constantFrom(...rules), (visit, minutes, rule) => {
      const without = counted(visit, rule);
      const withPacks = counted([...visit, { code: '97010', minutes }], rule);
      expect(withPacks.units).toEqual([...without.units, 1]);
      expect(withPacks.timedMinutes).toBe(without.timedMinutes);
    }),
  );
});
