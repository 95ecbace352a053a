import { diagnosisHistory } from '../../../tools/code-tables/sources';
import { readDiagnosisCode } from '../../../src/billing/codes/diagnoses/diagnosis-code';
import { encodeCodes } from '../../../src/billing/codes/diagnoses/encode';
import {
  firstDayOfFiscalYear,
  fiscalYearOf,
  lastDayOfFiscalYear,
} from '../../../src/billing/codes/diagnoses/fiscal-year';
import { codesUnder, readGraph, type Years } from '../../../src/billing/codes/diagnoses/graph';
import { otherHome } from '../../../src/billing/codes/diagnoses/other-homes';
import { diagnosisVerdict, type DiagnosisVerdict } from '../../../src/billing/codes/diagnoses/verdict';
import { isoOf } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import { casesOf } from './cases';

/** The verdict as the case file writes it. */
function inWords(verdict: DiagnosisVerdict): string {
  switch (verdict.kind) {
    case 'billable':
      if (verdict.to !== null) return `billable until ${isoOf(verdict.to)}`;
      return verdict.from === null ? 'billable' : `billable since ${isoOf(verdict.from)}`;
    case 'split':
    case 'deleted':
      return `${verdict.kind} after ${isoOf(verdict.to)}`;
    case 'seventh-character-missing':
      return verdict.to === null ? verdict.kind : `${verdict.kind} after ${isoOf(verdict.to)}`;
    case 'not-yet':
      return `not-yet before ${isoOf(verdict.from)}`;
    case 'unknown':
      return verdict.knownPart === '' ? 'unknown' : `unknown after ${verdict.knownPart}`;
    default:
      return verdict.kind;
  }
}

test.each(casesOf<'case' | 'code' | 'date' | 'verdict' | 'useOneOf'>('diagnoses.csv'))(
  'case $case: $code on $date is $verdict',
  ({ code, date, verdict, useOneOf }) => {
    const found = diagnosisVerdict(code, day(date));
    expect(inWords(found)).toBe(verdict);
    expect(found.useOneOf.join(' ')).toBe(useOneOf);
  },
);

test('every code is billable or not on the first and last day of fiscal years 2016 to 2027 as published', () => {
  const wrong: string[] = [];
  const history = diagnosisHistory();
  for (let year = 2016; year <= 2027; year += 1) {
    const days = [firstDayOfFiscalYear(year), lastDayOfFiscalYear(year)];
    for (const [code, [first, last]] of history) {
      for (const date of days) {
        const billable = diagnosisVerdict(code, date).kind === 'billable';
        if (billable !== (first <= year && year <= last)) wrong.push(`${code} ${isoOf(date)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(history.length).toBe(75_909);
});

/** The counts CMS published with each year's order file. */
test.each([
  [2019, 71_932],
  [2020, 72_184],
  [2021, 72_621],
  [2022, 72_750],
  [2023, 73_674],
  [2024, 74_044],
  [2025, 74_260],
  [2026, 74_719],
  [2027, 74_879],
])('fiscal year %d has %d billable codes', (year, count) => {
  const billable = diagnosisHistory().filter(([, [first, last]]) => first <= year && year <= last);
  expect(billable.length).toBe(count);
});

test('a verdict names the edition that gave it', () => {
  expect(diagnosisVerdict('M54.2', day('2026-11-22')).edition).toMatchObject({
    title: 'ICD-10-CM, fiscal years 2016 to 2027',
    from: day('2015-10-01'),
    to: day('2027-09-30'),
  });
});

test('plantar fasciitis moved to another chapter in fiscal year 2027, which the code alone cannot tell', () => {
  expect(otherHome('M72.2', day('2026-10-01'))?.codes).toEqual(['M67.A01', 'M67.A02', 'M67.A09']);
  expect(otherHome('M72.2', day('2026-09-30'))).toBeNull();
  expect(otherHome('M54.5', day('2026-10-01'))).toBeNull();
  for (const code of otherHome('M72.2', day('2026-10-01'))?.codes ?? []) {
    expect(diagnosisVerdict(code, day('2026-10-01')).kind).toBe('billable');
  }
});

describe('reading a code as typed', () => {
  test.each([
    ['M545.0', 'dot in the wrong place'],
    ['MS4.50', 'not written like'],
    ['MO5.1', 'letter as its second character'],
    ['S39.012XA', 'too long'],
    ['', 'no diagnosis code'],
    ['97124', 'not written like'],
  ])('"%s": %s', (text, reason) => {
    expect(readDiagnosisCode(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) as string });
  });
});

test('the encoding gives back any codes and years', () => {
  const codes: [string, Years][] = [
    ['A00', [2016, 2027]],
    ['A001', [2017, 2020]],
    ['A0011', [2018, 2018]],
    ['B12', [2016, 2027]],
    ['B121', [2016, 2027]],
    ['B122', [2016, 2027]],
  ];
  expect([...codesUnder(readGraph(encodeCodes(codes)))]).toEqual(codes);
});

test('a fiscal year runs from the first of October to the end of September', () => {
  expect(fiscalYearOf(day('2026-09-30'))).toBe(2026);
  expect(fiscalYearOf(day('2026-10-01'))).toBe(2027);
  expect(isoOf(firstDayOfFiscalYear(2027))).toBe('2026-10-01');
  expect(isoOf(lastDayOfFiscalYear(2027))).toBe('2027-09-30');
});
