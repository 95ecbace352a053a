import { likelyMonth } from '../../../src/actions/sessions/likely-month';
import { counted, dayName, daySpan, listed, monthName } from '../../../src/taskpane/model/words';
import { day } from '../../support/values';

describe('words', () => {
  test.each([
    [counted(1, 'claim'), '1 claim'],
    [counted(0, 'claim'), '0 claims'],
    [counted(1234, 'visit'), '1,234 visits'],
    [counted(2, 'copy', 'copies'), '2 copies'],
    [monthName('2026-10'), 'October 2026'],
    [monthName('2027-01'), 'January 2027'],
    [dayName(day('2026-03-01')), 'Mar 1'],
    [daySpan(day('2026-10-02'), day('2026-10-30')), 'Oct 2 to Oct 30'],
    [daySpan(day('2026-10-02'), day('2026-10-02')), 'Oct 2'],
    [listed([]), ''],
    [listed(['A']), 'A'],
    [listed(['A', 'B', 'C']), 'A, B and C'],
  ])('%s', (made, wanted) => expect(made).toBe(wanted));
});

describe('the month that is offered', () => {
  const months = ['2026-08', '2026-09', '2026-10', '2026-11'].map((month) => ({ month }));

  test('is the latest that is over', () => {
    expect(likelyMonth(months, new Date(2026, 10, 22))).toBe('2026-10');
    expect(likelyMonth(months, new Date(2027, 5, 1))).toBe('2026-11');
  });

  test('is the latest there is while none is over', () => {
    expect(likelyMonth(months.slice(3), new Date(2026, 10, 22))).toBe('2026-11');
  });

  test('is none without sessions', () => expect(likelyMonth([], new Date(2026, 10, 22))).toBeNull());
});
