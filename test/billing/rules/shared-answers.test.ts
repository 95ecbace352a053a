import fc from 'fast-check';
import { checkCodes, findingsOfCodes, type CodesToCheck } from '../../../src/billing/rules/check-codes';
import type { CheckedVisit } from '../../../src/billing/rules/checked-visit';
import { emptyContext } from '../../../src/billing/rules/context';
import { DEPENDS_ON_DATE } from '../../../src/billing/rules/days-alike';
import { RULES } from '../../../src/billing/rules/rule-table';
import { SharedAnswers, type VisitOfCodes } from '../../../src/billing/rules/shared-answers';
import { day, type Day } from '../../../src/billing/values/day';
import { payerOf, practiceOf } from '../claims/records';

const TODAY = day(46357);
/** 2014 to 2028: before and after every edition. */
const [FIRST, LAST] = [41_640, 47_100];

const code = fc.constantFrom(
  '97124',
  '97140',
  '97110',
  '97112',
  '97530',
  '97010',
  '90834',
  '90785',
  '98940',
  '97810',
  '00000',
);
const diagnosis = fc.constantFrom(
  'M54.2',
  'M54.5',
  'M54.50',
  'M72.2',
  'F32.A',
  'G44.86',
  'S13.4XXA',
  'M67.A01',
  'Z00',
  'Q99.9',
);
const modifiers = fc.subarray(['59', 'GP', 'XS', 'CQ', '95', 'KX'], { maxLength: 2 });
const row = fc.record({
  procedures: fc.array(
    fc.record({
      code,
      modifiers,
      minutes: fc.constant(null),
      units: fc.option(fc.integer({ min: 1, max: 5 })),
    }),
    { minLength: 1, maxLength: 2 },
  ),
  minutes: fc.option(fc.integer({ min: 5, max: 120 })),
});
const payer = fc.constantFrom(
  null,
  ...(['commercial', 'medicare', 'va', 'auto', 'workers-comp', 'cash'] as const).map((kind) =>
    payerOf({ name: `A ${kind} plan`, kind }),
  ),
);
const practice = fc.constantFrom(null, practiceOf(), practiceOf({ licenseExpires: day(46_200) }));
const visit: fc.Arbitrary<VisitOfCodes> = fc.record({
  rows: fc.array(row, { minLength: 1, maxLength: 3 }),
  diagnoses: fc.array(diagnosis, { maxLength: 3 }),
  paidBy: fc.constantFrom('insurance', 'client', 'not-said'),
  payer,
  practice,
}); // prettier-ignore

describe('answers that are shared', () => {
  test('are those that the rules give each date by itself', () => {
    const dates = fc.array(fc.integer({ min: FIRST, max: LAST }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(visit, dates, (asked, days) => {
        const shared = new SharedAnswers().add('', asked);
        for (const date of days.map(day))
          expect(shared.on(date, TODAY)).toBe(checkCodes({ ...asked, date, today: TODAY }));
        expect(shared.withoutDate(TODAY)).toBe(checkCodes({ ...asked, date: null, today: TODAY }));
      }),
      { numRuns: 60, seed: 20_261_201 },
    );
  });

  test('are worked out once a fiscal year where no edit of the codes begins or ends, however many dates are asked', () => {
    const answers = new SharedAnswers();
    const asked = plainVisit();
    for (let date = 45_931; date <= 46_295; date++)
      (answers.known('a') ?? answers.add('a', asked)).on(day(date), TODAY);
    expect(answers.worked).toBe(1);
    for (let date = 45_931; date <= 46_295; date++)
      (answers.known('b') ?? answers.add('b', asked)).on(day(date), TODAY);
    expect(answers.worked).toBe(2);
  });

  test('without a date are worked out once a day', () => {
    const answers = new SharedAnswers();
    for (const today of [46_300, 46_300, 46_301])
      (answers.known('a') ?? answers.add('a', plainVisit())).withoutDate(day(today));
    expect(answers.worked).toBe(2);
  });
});

function plainVisit(): VisitOfCodes {
  const procedures = [{ code: '97124', modifiers: [], minutes: null, units: null }];
  return {
    rows: [{ procedures, minutes: 60 }],
    diagnoses: ['M54.2'],
    paidBy: 'not-said',
    payer: null,
    practice: null,
  };
}

test('a rule that looks at the date of a formula says what it depends on', () => {
  const named = new Set(Object.values(DEPENDS_ON_DATE).flat());
  const looked = new Set<string>();
  fc.assert(
    fc.property(visit, fc.integer({ min: FIRST, max: LAST }), (asked, date) => {
      for (const rule of rulesThatLook({ ...asked, today: TODAY, date: day(date) })) looked.add(rule);
    }),
    { numRuns: 60, seed: 20_261_201 },
  );
  expect([...looked].filter((rule) => !named.has(rule))).toEqual([]);
  expect([...named].filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([]);
});

function rulesThatLook(asked: CodesToCheck): string[] {
  const checked: CheckedVisit = {
    clientName: null,
    client: null,
    paidBy: asked.paidBy,
    payer: asked.payer,
    date: asked.date ?? TODAY,
    sessions: [],
    lines: asked.rows.flatMap(({ procedures, minutes }) =>
      procedures.map((line) => ({
        ...line,
        timing: 'timed' as const,
        writtenUnits: line.units,
        minutes,
        charge: null,
        session: null,
      })),
    ),
    diagnoses: asked.diagnoses.map((text) => ({ text, place: null, ofClient: false })),
    counted: null,
  };
  return RULES.filter((rule) => {
    let looks = false;
    const watched = {
      ...checked,
      get date(): Day {
        looks = true;
        return checked.date;
      },
    };
    rule.test(watched, { ...emptyContext(), practice: asked.practice });
    return looks;
  }).map(({ id }) => id);
}

test('what formulas are told is worked out of nothing but what is shared', () => {
  const asked = { ...plainVisit(), date: day(46_000), today: TODAY };
  expect(findingsOfCodes(asked)).toEqual(findingsOfCodes({ ...asked, today: day(46_999) }));
});
