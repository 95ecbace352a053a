import { codePairs } from '../../../tools/code-tables/sources';
import { editionOf } from '../../../src/billing/codes/edition';
import { pairTable, pairVerdict, type PairVerdict } from '../../../src/billing/codes/pairs';
import { addDays, isoOf } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { casesOf } from './cases';

const IN_EDITION = day('2024-07-01');

function inWords(verdict: PairVerdict): string {
  if (verdict.kind === 'edit') {
    const pair = `${verdict.column1}/${verdict.column2}`;
    return verdict.indicator === 0 ? `${pair} never together` : `${pair} with a modifier`;
  }
  if (verdict.kind === 'not-covered') return `not covered: ${verdict.codes.join(' ')}`;
  if (verdict.other === null || verdict.other.indicator === 9) return 'no edit';
  return `no edit; ended ${verdict.other.to === null ? '' : isoOf(verdict.other.to)}`;
}

describe.each(casesOf<'case' | 'first' | 'second' | 'date' | 'verdict'>('pairs.csv'))(
  'case $case: $first with $second on $date',
  ({ first, second, date, verdict }) => {
    test(verdict, () => expect(inWords(pairVerdict(first, second, day(date)))).toBe(verdict));
    test('is the same in the other order', () => {
      expect(pairVerdict(second, first, day(date))).toMatchObject({
        kind: pairVerdict(first, second, day(date)).kind,
      });
      if (verdict.includes('/')) expect(inWords(pairVerdict(second, first, day(date)))).toBe(verdict);
    });
  },
);

test('every row of the published table holds until its deletion date and not after, in both orders', () => {
  const rows = codePairs();
  const activePairs = new Map(
    rows.filter((row) => row.deletion_date === '').map((row) => [`${row.column1} ${row.column2}`, row]),
  );
  const activeOf = (a: string, b: string) => activePairs.get(`${a} ${b}`) ?? activePairs.get(`${b} ${a}`);
  const wrong: unknown[] = [];
  for (const row of rows) {
    const { column1, column2, modifier_indicator: indicator, deletion_date: deleted } = row;
    const last = deleted === '' ? IN_EDITION : day(deleted);
    for (const [a, b] of [
      [column1, column2],
      [column2, column1],
    ] as const) {
      const during = pairVerdict(a, b, last);
      const right =
        indicator === '9'
          ? during.kind === 'none'
          : during.kind === 'edit' &&
            during.column1 === column1 &&
            during.column2 === column2 &&
            String(during.indicator) === indicator;
      if (!right) wrong.push({ row, during });
      if (deleted === '') continue;
      const now = pairVerdict(a, b, IN_EDITION);
      const active = activeOf(a, b);
      if (active ? now.kind !== 'edit' || now.column1 !== active.column1 : now.kind !== 'none')
        wrong.push({ row, now });
    }
  }
  expect(wrong).toEqual([]);
  expect(rows).toHaveLength(11726);
});

test('the day after its deletion a row without successor holds no more', () => {
  expect(pairVerdict('97530', '97140', addDays(day('2019-12-31'), 1)).kind).toBe('none');
});

test('an answer says whether the date lies in the edition', () => {
  const standing = (iso: string) => pairVerdict('97140', '97124', day(iso)).standing;
  expect([
    standing('2024-06-30'),
    standing('2024-07-01'),
    standing('2024-09-30'),
    standing('2024-10-01'),
  ]).toEqual(['before', 'within', 'within', 'after']);
});

test('a table whose rows have beginnings uses them', () => {
  const edition = editionOf({ title: 'a quarter', source: 'made up', from: '2026-10-01', to: '2026-12-31' });
  const table = pairTable(
    edition,
    [{ column1: '97140', column2: '97124', indicator: 1, from: day('2026-10-01'), to: null }],
    true,
  );
  expect(pairVerdict('97124', '97140', day('2026-10-01'), table)).toMatchObject({
    kind: 'edit',
    indicator: 1,
  });
  expect(pairVerdict('97124', '97140', day('2026-09-30'), table).kind).toBe('none');
  expect(pairVerdict('00100', '97140', day('2026-10-01'), table).kind).toBe('none');
});
