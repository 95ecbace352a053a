import fc from 'fast-check';
import { checkVisit } from '../../../src/billing/rules/check-visit';
import { findingsOfCodes } from '../../../src/billing/rules/check-codes';
import { emptyContext } from '../../../src/billing/rules/context';
import { FAMILIES, type Rule } from '../../../src/billing/rules/rule';
import { RULES } from '../../../src/billing/rules/rule-table';
import { visitToCheck } from '../../../src/billing/rules/visit-to-check';
import { entriesOf } from '../../../src/billing/visits/entries';
import { addDays, parseIso } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { payerOf, sessionOf } from '../claims/records';

describe('the rule table', () => {
  test('has each id once, and says where every rule comes from and what to do', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const rule of RULES) {
      expect(rule.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(rule.source.length).toBeGreaterThan(5);
      expect(rule.fix).toMatch(/\.$/);
      expect(rule.message).toMatch(/(\.|\{reason\})$/);
      for (const date of [rule.since, rule.until]) expect(date === undefined || parseIso(date)).toBeTruthy();
    }
  });

  test('stands in the order of the families', () => {
    const order = Object.keys(FAMILIES);
    const places = RULES.map(({ family }) => order.indexOf(family));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(order.length);
  });
});

describe('checkVisit', () => {
  const session = sessionOf({ codes: '97124-15', diagnoses: ['M54.5', 'M54.50'], date: day('2026-11-03') });
  const visit = {
    clientName: 'Ada Fernwood',
    client: null,
    payer: payerOf({ kind: 'va' }),
    date: session.date,
    sessions: [session],
  };
  const checked = visitToCheck(visit, entriesOf(visit).entries, 'insurance');

  test('tells the worst first, then in the order of the table, each with its cell', () => {
    const findings = checkVisit(checked, emptyContext());
    expect(findings.map(({ severity, rule, place }) => [severity, rule, place?.column])).toEqual([
      ['STOP', 'diagnosis-split', 5],
      ['STOP', 'modifier-15', 4],
      ['WARN', 'gp-missing-for-va', 4],
      ['NOTE', 'diagnosis-unspecified', 5],
    ]);
    expect(findings[0]).toMatchObject({ client: 'Ada Fernwood', date: session.date });
    expect(findings[0]?.message).toMatch(/^Ada Fernwood on 11\/03\/2026: M54\.5 is not billable/);
  });

  test('leaves out rules that do not hold on the date', () => {
    const rule: Rule = {
      id: 'of-june',
      family: 'payer',
      severity: 'WARN',
      test: () => [{ place: null }],
      message: 'June.',
      fix: 'Nothing.',
      source: 'a calendar',
      since: '2026-06-01',
      until: '2026-06-30',
    };
    const on = (date: string) => checkVisit({ ...checked, date: day(date) }, emptyContext(), [rule]).length;
    expect(['2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([0, 1, 1, 0]);
  });

  test('a sentence with an open name is a bug, told at once', () => {
    const rule: Rule = {
      id: 'open',
      family: 'payer',
      severity: 'NOTE',
      test: () => [{ place: null }],
      message: 'About {code}.',
      fix: 'Nothing.',
      source: 'nobody',
    };
    expect(() => checkVisit(checked, emptyContext(), [rule])).toThrow('nothing fills {code}');
  });
});

test('whatever codes, diagnoses, modifiers and payers meet, every sentence is whole and the answer the same twice', () => {
  const code = fc.constantFrom('97124', '97140', '97010', '97014', '98940', '98943', '99213', '97810', 'G0283', '97139', '97999');
  const modifier = fc.constantFrom('59', 'XS', '15', 'GP', 'AT', '25', 'KX', 'ZZ', '76', '52', 'GO');
  const procedure = fc.record({
    code,
    modifiers: fc.array(modifier, { maxLength: 5 }),
    minutes: fc.option(fc.integer({ min: 0, max: 120 })),
    units: fc.option(fc.integer({ min: 0, max: 9 })),
  });
  const diagnosis = fc.constantFrom('M54.5', 'M54.50', 'G44.2', 'S13.4', 'M72.2', 'T14', 'Z73.3', 'W01.0XXA', 'nonsense', 'Q99.9');
  const kind = fc.constantFrom('commercial' as const, 'auto' as const, 'workers-comp' as const, 'va' as const, 'medicare' as const, 'cash' as const, null);
  fc.assert(
    fc.property(
      fc.array(procedure, { maxLength: 4 }),
      fc.array(diagnosis, { maxLength: 3 }),
      fc.option(fc.nat({ max: 5000 }).map((days) => addDays(day('2014-12-27'), days))),
      fc.option(kind),
      fc.constantFrom('insurance' as const, 'client' as const, 'not-said' as const),
      (procedures, diagnoses, date, payerKind, paidBy) => {
        const asked = {
          rows: [{ procedures, minutes: 60 }],
          diagnoses,
          date,
          today: day('2026-11-22'),
          payer: payerKind === null ? null : payerOf({ name: 'UHC', kind: payerKind, dailyUnitCap: 4 }),
          paidBy,
          practice: null,
        };
        const findings = findingsOfCodes(asked);
        for (const { message, fix: fix, source } of findings) {
          expect(`${message} ${fix} ${source}`).not.toMatch(/[{}]|undefined|null|NaN| {2}/);
        }
        expect(findingsOfCodes(asked)).toEqual(findings);
      },
    ),
    { numRuns: 300 },
  );
}); // prettier-ignore
