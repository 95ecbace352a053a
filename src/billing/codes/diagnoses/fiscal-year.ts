import { dayOf, partsOf, type Day } from '../../values/day';

/** Diagnosis codes change with the federal fiscal year: 2027 runs from 1 October 2026 to 30 September 2027. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day);
  return month >= 10 ? year + 1 : year;
}

export function firstDayOfFiscalYear(year: number): Day {
  return known(dayOf(year - 1, 10, 1), year);
}

export function lastDayOfFiscalYear(year: number): Day {
  return known(dayOf(year, 9, 30), year);
}

function known(day: Day | null, year: number): Day {
  if (day === null) throw new RangeError(`${year} is not a fiscal year`);
  return day;
}
