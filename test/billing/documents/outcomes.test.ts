import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeMeasure, OUTCOME_MEASURES } from '../../../src/billing/documents/outcome-measures';
import { outcomeTrends, type OutcomeAtVisit } from '../../../src/billing/documents/progress';
import { outcomeText, readOutcome, type OutcomeValue } from '../../../src/billing/documents/read-outcome';
import type { Day } from '../../../src/billing/values/day';
import { normaliseHeader } from '../../../src/workbook/sessions/mapping/header-words';
import { day } from '../../support/values';

const rows = (file: string): string[][] =>
  readFileSync(join(__dirname, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));

test.each(rows('measures.csv'))('a column headed "%s" measures "%s"', (header, measure) => {
  expect(outcomeMeasure(normaliseHeader(header ?? ''))?.id ?? '').toBe(measure);
});

test.each(rows('readings.csv'))(
  '%s: a cell with %s (%s) under a percent header "%s" is read as "%s"',
  (...row) => {
    const [id, cell = '', format = '', percent, read] = row;
    const measure = OUTCOME_MEASURES.find((each) => each.id === id);
    if (!measure) throw new Error(`no measure ${id ?? ''}`);
    const typed = format === '@' ? cell : Number(cell);
    const reading = readOutcome(typed, format, measure, percent === 'yes');
    expect(reading.ok ? outcomeText(reading.value) : '').toBe(read);
  },
);

test('a date that Excel made of 7/10 says how to mend it', () => {
  const [pain] = OUTCOME_MEASURES.filter(({ id }) => id === 'pain');
  const reading = pain && readOutcome(46213, 'd-mmm', pain);
  expect(reading).toEqual({ ok: false, why: expect.stringContaining('Excel made a date of it') as string });
});

const EARLIER = day('2026-10-10');
const LATER = day('2026-10-20');

function at(date: Day, value: number, of: OutcomeValue['of'], id: string): OutcomeAtVisit {
  const measure = OUTCOME_MEASURES.find((each) => each.id === id);
  if (!measure) throw new Error(id);
  return { date, column: id, measure, value: { value, of }, place: { sheet: 'S', row: 2, column: 1 } };
}

test.each([
  ['pain', 8, 3, 'better'],
  ['pain', 3, 8, 'worse'],
  ['pain', 5, 5, 'the same'],
  ['lefs', 40, 62, 'better'],
  ['psfs', 6, 4, 'worse'],
  ['rom', 40, 65, 'better'],
] as const)('%s from %d to %d is %s', (id, first, last, verdict) => {
  const [trend] = outcomeTrends([at(LATER, last, null, id), at(EARLIER, first, null, id)]);
  expect(trend).toMatchObject({ change: last - first, verdict });
});

test('values of different scales, and a single one, have no change', () => {
  expect(outcomeTrends([at(EARLIER, 20, 50, 'ndi'), at(LATER, 30, '%', 'ndi')])[0]?.change).toBeNull();
  expect(outcomeTrends([at(EARLIER, 7, 10, 'pain')])[0]).toMatchObject({ change: null, verdict: null });
});

test('every measure has a range, a unit and a source', () => {
  for (const { headers, lowest, highest, unit, source } of OUTCOME_MEASURES) {
    expect(highest.every((most) => most > lowest)).toBe(true);
    expect([unit, source].every((words) => words.length > 3)).toBe(true);
    expect(headers.every((words) => words === normaliseHeader(words))).toBe(true);
  }
});
