import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { UnitRule } from '../../../src/billing/records/practice';
import { countUnits } from '../../../src/billing/units/count-units';
import type { CountedVisit, TimedItem } from '../../../src/billing/units/visit';

type Case = Record<'case' | 'visit' | 'CMS' | 'AMA' | 'tie' | 'source', string>;

const cases = Papa.parse<Case>(readFileSync(join(__dirname, 'cases.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;

/** '97124 60 + 97010' as items. */
const itemsOf = (visit: string): TimedItem[] =>
  visit.split(' + ').map((part) => {
    const [code = '', minutes] = part.split(' ');
    return { code, minutes: minutes === undefined ? null : Number(minutes) };
  });

const counted = (visit: string, rule: UnitRule): CountedVisit => {
  const outcome = countUnits(itemsOf(visit), rule);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.visit;
};

const allotment = (visit: string, rule: UnitRule) =>
  itemsOf(visit)
    .map(({ code }, item) => `${code} ${counted(visit, rule).units[item]}`)
    .join(' + ');

describe.each(cases)('case $case: $visit', (entry) => {
  test(`is ${entry.CMS} by total time`, () => {
    expect(allotment(entry.visit, 'CMS')).toBe(entry.CMS);
    expect(counted(entry.visit, 'CMS').tie?.codes.join(' ') ?? '').toBe(entry.tie);
  });

  test(`is ${entry.AMA} by the midpoint of each code`, () => {
    expect(allotment(entry.visit, 'AMA')).toBe(entry.AMA);
    expect(counted(entry.visit, 'AMA').tie).toBeNull();
  });
});

test('a tie says how many of the tied codes get a unit', () => {
  expect(counted('97140 8 + 97112 8 + 97124 8', 'CMS').tie).toEqual({
    codes: ['97140', '97112', '97124'],
    units: 2,
  });
});

test('the outcome shows how the units came about', () => {
  const visit = counted('97110 33 + 97010 10 + 97140 7', 'CMS');
  expect(visit).toMatchObject({ rule: 'CMS', total: 4, timedMinutes: 40 });
  expect(visit.codes).toEqual([
    { code: '97110', timed: true, minutes: 33, units: 2, full: 2, leftover: 3, items: [0] },
    { code: '97010', timed: false, minutes: 10, units: 1, full: 0, leftover: 0, items: [1] },
    { code: '97140', timed: true, minutes: 7, units: 1, full: 0, leftover: 7, items: [2] },
  ]);
});

describe('what cannot be counted is refused with its item', () => {
  test.each<[string, TimedItem[], number | null, string]>([
    [
      'an unknown code',
      [
        { code: '97124', minutes: 30 },
        { code: '99999', minutes: 10 },
      ],
      1,
      '"99999" is not a procedure code known here',
    ],
    ['a missing code', [{ code: ' ', minutes: 30 }], 0, 'code is missing'],
    ['missing minutes', [{ code: '97124', minutes: null }], 0, 'its minutes are missing'],
    ['negative minutes', [{ code: '97124', minutes: -5 }], 0, 'negative'],
    ['minutes that are no number', [{ code: '97124', minutes: NaN }], 0, 'not a number'],
    ['more than a day', [{ code: '97124', minutes: 1441 }], 0, 'more than a day'],
    [
      'more than a day together',
      [
        { code: '97124', minutes: 1000 },
        { code: '97110', minutes: 900 },
      ],
      null,
      '1900 minutes',
    ],
    [
      'a questionnaire, of which only who gave it knows how many',
      [{ code: '96127', minutes: 5 }],
      0,
      'counted by the questionnaire',
    ],
    ['an unlisted procedure', [{ code: '97139', minutes: 30 }], 0, 'payer says how'],
  ])('%s', (_, items, item, words) => {
    for (const rule of ['CMS', 'AMA'] as const) {
      const outcome = countUnits(items, rule);
      expect(outcome).toMatchObject({ ok: false, item });
      expect(!outcome.ok && outcome.reason).toContain(words);
    }
  });
});
