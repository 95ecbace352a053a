import { goodFaithEstimateDue } from '../../../src/billing/deadlines/good-faith-estimate';
import { daysLeft, lastDayOf } from '../../../src/billing/deadlines/limits';
import { interestOn } from '../../../src/billing/interest/interest';
import { isFederalHoliday } from '../../../src/billing/values/federal-holidays';
import { cents, centsOf, plainDollars, ZERO } from '../../../src/billing/values/cents';
import { isoOf, type Day } from '../../../src/billing/values/day';
import { day } from '../../support/values';
import cases from './cases.json';

const optional = (text: string | null | undefined) => (text == null ? null : day(text));
const written = (date: Day | null) => (date === null ? null : isoOf(date));

test.each(cases.limits)('case $case: $days days from $from end on $last', (each) => {
  const last = lastDayOf(day(each.from), each.days);
  expect(written(last)).toBe(each.last);
  if (each.left !== undefined && last !== null) expect(daysLeft(last, day(each.today))).toBe(each.left);
});

test.each(cases.estimates)('case $case: the estimate is due on $due', ({ booked, service, asked, due }) => {
  const answer = goodFaithEstimateDue({
    bookedOn: optional(booked),
    serviceOn: optional(service),
    askedOn: optional(asked),
  });
  expect(written(answer)).toBe(due);
});

test.each([
  ['2021-12-31', true, 'New Year on a Saturday'],
  ['2026-07-03', true, 'the Fourth on a Saturday'],
  ['2023-01-02', true, 'New Year on a Sunday'],
  ['2026-05-25', true, 'the last Monday of May'],
  ['2026-11-26', true, 'the fourth Thursday of November'],
  ['2020-06-19', false, 'Juneteenth, before it was one'],
  ['2026-06-19', true, 'Juneteenth'],
  ['2026-11-27', false, 'the day after Thanksgiving'],
])('%s is a federal holiday: %s (%s)', (date, is) => {
  expect(isFederalHoliday(day(date))).toBe(is);
});

test.each([
  ['WA', false],
  ['OR', true],
  [null, true],
])('the rate is told as not checked in %s: %s', (state, told) => {
  const terms = { ratePercent: 9, isAgreed: true, state, compounding: 'simple' as const };
  const { words } = interestOn(cents(100_000), 90, terms);
  expect(words.includes('was not checked')).toBe(told);
});

test.each(cases.interest)('case $case: $rate % on $principal for $days days is $amount', (each) => {
  const interest = interestOn(centsOf(each.principal) ?? ZERO, each.days, {
    ratePercent: each.rate,
    isAgreed: each.agreed,
    state: each.state,
    compounding: each.compound === true ? 'compound' : 'simple',
  });
  expect(interest.ok ? plainDollars(interest.amount) : 'refused').toBe(each.amount);
});
