import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeTables } from '../../../tools/code-tables/tables';
import { addOnCodes, adjustmentCodes, dailyLimits } from '../../../tools/code-tables/sources';
import { adjustmentReason, adjustmentReasons } from '../../../src/billing/codes/adjustments/reasons';
import { remarkCodes, remarkWords } from '../../../src/billing/codes/adjustments/remarks';
import { dailyLimit } from '../../../src/billing/codes/daily-limits';
import { modifierVerdict } from '../../../src/billing/codes/modifiers';
import { place } from '../../../src/billing/codes/places';
import { procedure, procedures } from '../../../src/billing/codes/procedures';

test.each(Object.entries(codeTables()))('the committed %s is what the sources make', (name, text) => {
  expect(readFileSync(join(__dirname, '../../../src/billing/codes/data', name), 'utf8') === text).toBe(true);
});

describe('daily limits', () => {
  test('are those of the published table', () => {
    for (const row of dailyLimits()) {
      expect(dailyLimit(row.code)).toMatchObject({
        units: row.mue_units === '' ? null : Number(row.mue_units),
        medicaidUnits: row.medicaid_2026Q1_units === '' ? null : Number(row.medicaid_2026Q1_units),
        ...(row.mai === '' ? {} : { adjudication: Number(row.mai) }),
        status: row.mpfs_status === '' ? null : row.mpfs_status,
        laterUnitsReduced: row.mult_proc_ind === '5',
      });
    }
    expect(dailyLimit('00100')).toBeNull();
  });

  /** Golden cases 42 to 47. */
  test.each([
    ['97124', 4],
    ['97140', 6],
    ['97110', 6],
    ['97112', 4],
    ['97014', 0],
    ['98943', 0],
    ['97035', 2],
    ['97150', 1],
  ])('%s may have %d units a day', (code, units) => expect(dailyLimit(code)?.units).toBe(units));

  test('97010 is bundled, 97014 is not used and 98943 is not covered by Medicare', () => {
    expect(['97010', '97014', '98943'].map((code) => dailyLimit(code)?.status)).toEqual(['B', 'I', 'N']);
  });
});

/** Later hours of tests: the published extract leaves them out, their names say what they are added to. */
const NOT_IN_THE_TABLE = ['96131', '96133', '96137', '96139'];

describe('procedures', () => {
  test('have the add-on codes of the published table with exactly their primaries', () => {
    const primaries = new Map<string, Set<string>>();
    for (const { add_on: addOn, primary } of addOnCodes()) {
      if (primary === 'CCCCC') continue;
      primaries.set(addOn, (primaries.get(addOn) ?? new Set()).add(primary));
    }
    for (const [addOn, expected] of primaries) {
      expect([addOn, [...(procedure(addOn)?.addOnOf ?? [])].sort()]).toEqual([addOn, [...expected].sort()]);
    }
    const others = procedures().filter(({ code, addOnOf }) => addOnOf && !primaries.has(code));
    expect(others.map(({ code }) => code)).toEqual(NOT_IN_THE_TABLE);
  });

  test('are always therapy exactly where Medicare reduces later units, or never prices them', () => {
    for (const { code, alwaysTherapy } of procedures()) {
      const limit = dailyLimit(code);
      if (limit?.status !== 'A' && limit?.status !== 'R') continue;
      expect([code, alwaysTherapy === true]).toEqual([code, limit.laterUnitsReduced]);
    }
  });

  test('have each code once, with words, a source and somebody who bills it', () => {
    const codes = procedures().map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { code, words, source, of } of procedures()) {
      expect(code).toMatch(/^[0-9A-Z]\d{3}[0-9A-Z]$/);
      expect(words).toMatch(/^[A-Z].*[^.]$/);
      expect(source).toMatch(/\w/);
      expect(of.length).toBeGreaterThan(0);
    }
  });

  test('do not know codes that nobody has', () => expect(procedure('constructor')).toBeNull());
});

describe('modifiers', () => {
  const NUMERIC =
    '22 23 24 25 26 27 32 33 47 50 51 52 53 54 55 56 57 58 59 62 63 66 73 74 76 77 78 79 80 81 82 90 91 92 93 95 96 97 99';

  test('of two digits are exactly those of the list', () => {
    const all = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
    expect(all.filter((code) => modifierVerdict(code).kind === 'known').join(' ')).toBe(NUMERIC);
    expect(modifierVerdict('15').kind).toBe('not-a-modifier');
  });

  test('59 and its more exact forms lift an edit; GP does not', () => {
    const lifts = (code: string) => {
      const verdict = modifierVerdict(code);
      return verdict.kind === 'known' && verdict.modifier.liftsEdits === true;
    };
    expect(['59', 'XE', 'XP', 'XS', 'XU', '25'].every(lifts)).toBe(true);
    expect(['GP', 'KX', 'AT', '76', '52'].some(lifts)).toBe(false);
  });

  test('with letters that are not in the table may still exist', () => {
    expect(modifierVerdict('Q6').kind).toBe('unfamiliar');
    expect(modifierVerdict('ABC').kind).toBe('not-a-modifier');
    expect(modifierVerdict('').kind).toBe('not-a-modifier');
  });
});

test('places of service: a van is 15, and 04 is a homeless shelter', () => {
  expect(place('66')?.words).toBe('PACE center');
  expect(place('15')).toEqual({ code: '15', words: 'mobile unit' });
  expect(place('4')).toEqual({ code: '04', words: 'homeless shelter' });
  expect(place('11')?.words).toBe('office');
  for (const unassigned of ['00', '28', '29', '30', '35', '40', '43', '48', '59', '100', 'AB']) {
    expect(place(unassigned)).toBeNull();
  }
});

describe('adjustment codes', () => {
  test('with words of ours are all on the list', () => {
    const listed = new Set(
      adjustmentCodes().flatMap(({ code, type, end }) => (end ? [] : [`${type} ${code}`])),
    );
    const ours = [
      ...adjustmentReasons().map(({ code }) => `CARC ${code}`),
      ...remarkCodes().map((code) => `RARC ${code}`),
    ];
    expect(ours.filter((code) => !listed.has(code))).toEqual([]);
    expect(remarkCodes().filter((code) => !/\w/.test(remarkWords(code) ?? ''))).toEqual([]);
  });

  test('the group decides who bears the amount above what is allowed', () => {
    expect(adjustmentReason('CO', '45')?.next).toBe('write-off');
    expect(adjustmentReason('PR', '45')?.next).toBe('bill-client');
    expect(adjustmentReason('OA', '18')?.next).toBe('find-first-claim');
    expect(adjustmentReason('CO', '29')?.next).toBe('appeal');
    expect(adjustmentReason('CO', '1')).toBeNull();
    expect(remarkWords('toString')).toBeNull();
  });
});
