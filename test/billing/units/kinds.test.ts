import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { procedures } from '../../../src/billing/codes/procedures';
import { countUnits } from '../../../src/billing/units/count-units';
import type { CountedVisit, TimedItem } from '../../../src/billing/units/visit';

type Case = Record<'case' | 'visit' | 'units' | 'misplaced' | 'source', string>;

const cases = Papa.parse<Case>(readFileSync(join(__dirname, 'kinds.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

const itemsOf = (visit: string): TimedItem[] =>
  visit.split(' + ').map((part) => {
    const [code = '', minutes] = part.split(' ');
    return { code, minutes: minutes === undefined ? null : Number(minutes) };
  });

function counted(items: readonly TimedItem[], rule: 'CMS' | 'AMA' = 'CMS'): CountedVisit {
  const outcome = countUnits(items, rule);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.visit;
}

describe('seven ways of counting', () => {
  test.each(cases)('$case: $visit is $units', ({ visit, units, misplaced }) => {
    const result = counted(itemsOf(visit));
    expect(
      itemsOf(visit)
        .map(({ code }, index) => `${code} ${result.units[index] ?? NaN}`)
        .join(' + '),
    ).toBe(units);
    expect(result.misplaced.map(({ kind, belongsTo }) => `${kind} ${belongsTo ?? ''}`.trim()).join(' ')).toBe(
      misplaced,
    );
  });
});

const MINUTES = Array.from({ length: 201 }, (_, minutes) => minutes);

/** The ladder of psychotherapy, told as the policies do. */
function plainLadder(minutes: number): string | null {
  if (minutes < 16) return null;
  if (minutes < 38) return '90832';
  return minutes < 53 ? '90834' : '90837';
}

test.each(['90832', '90834', '90837'])(
  'at every minute from 0 to 200 %s is one unit, or the code of the minutes is told',
  (code) => {
    for (const minutes of MINUTES) {
      const { units, misplaced } = counted([{ code, minutes }]);
      const right = plainLadder(minutes);
      expect([minutes, units]).toEqual([minutes, [right === null ? 0 : 1]]);
      expect([minutes, misplaced.map(({ belongsTo }) => belongsTo)]).toEqual([
        minutes,
        right === code ? [] : [right],
      ]);
    }
  },
);

test.each([
  ['90846', 26],
  ['90847', 26],
  ['90839', 30],
  ['97810', 8],
] as const)('at every minute from 0 to 200 %s is one unit from %d minutes on', (code, from) => {
  for (const minutes of MINUTES) {
    expect([minutes, counted([{ code, minutes }]).total]).toEqual([minutes, minutes >= from ? 1 : 0]);
  }
});

/** Half hours begun past their half, walked upwards. */
const walked = (minutes: number, first: number, each: number) => {
  let units = 0;
  for (let threshold = first; minutes >= threshold; threshold += each) units += 1;
  return units;
};

test('at every minute from 0 to 200 crisis, acupuncture, quarter and half hours count as their tables', () => {
  for (const minutes of MINUTES) {
    const unitsOf = (...codes: string[]) =>
      counted(codes.map((code, index) => ({ code, minutes: index === 0 ? minutes : 0 }))).codes.map(
        ({ units }) => units,
      );
    expect([minutes, ...unitsOf('90839', '90840')]).toEqual([
      minutes,
      minutes >= 30 ? 1 : 0,
      walked(minutes, 75, 30),
    ]);
    expect([minutes, ...unitsOf('97810', '97811')]).toEqual([
      minutes,
      minutes >= 8 ? 1 : 0,
      walked(minutes, 23, 15),
    ]);
    expect([minutes, ...unitsOf('97153')]).toEqual([minutes, walked(minutes, 8, 15)]);
    expect([minutes, ...unitsOf('97804')]).toEqual([minutes, walked(minutes, 16, 30)]);
  }
});

test('whatever the codes, units add up by item and by code, and codes of other kinds change no pooled unit', () => {
  const codes = procedures()
    .filter(({ counting }) => counting.kind !== 'asked' && counting.kind !== 'instruments')
    .map(({ code }) => code);
  const pooled = new Set(
    procedures()
      .filter(({ counting }) => counting.kind === 'timed')
      .map(({ code }) => code),
  );
  const item = fc.record({ code: fc.constantFrom(...codes), minutes: fc.integer({ min: 0, max: 120 }) });
  fc.assert(
    fc.property(
      fc.array(item, { maxLength: 8 }),
      fc.constantFrom('CMS' as const, 'AMA' as const),
      (items, rule) => {
        const result = counted(items, rule);
        expect(result.units.every((units) => Number.isInteger(units) && units >= 0)).toBe(true);
        for (const { items: own, units } of result.codes) {
          expect(own.reduce((sum, index) => sum + (result.units[index] ?? NaN), 0)).toBe(units);
        }
        const alone = items.filter(({ code }) => pooled.has(code));
        const without = counted(alone, rule);
        expect(result.codes.filter(({ timed }) => timed)).toMatchObject(
          without.codes.map(({ code, units, minutes }) => ({ code, units, minutes })),
        );
        expect(result.timedMinutes).toBe(without.timedMinutes);
      },
    ),
  );
});
