import { goodFaithEstimateDue } from '../../../src/billing/deadlines/good-faith-estimate';
import { daysLeft, lastDayOf } from '../../../src/billing/deadlines/limits';
import { interestOn } from '../../../src/billing/interest/interest';
import { centsOf, plainDollars, ZERO } from '../../../src/billing/values/cents';
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

test.each(cases.interest)('case $case: $rate % on $principal for $days days is $amount', (each) => {
  const interest = interestOn(centsOf(each.principal) ?? ZERO, each.days, {
    ratePercent: each.rate,
    isAgreed: each.agreed,
    state: each.state,
    compounding: each.compound === true ? 'compound' : 'simple',
  });
  expect(interest.ok ? plainDollars(interest.amount) : 'refused').toBe(each.amount);
});
