import type { VisitsLeft } from '../../../src/billing/visit-limits/limit';
import { runsOut } from '../../../src/billing/visit-limits/runs-out';
import { isoOf } from '../../../src/billing/values/day';
import { day } from '../../support/values';

const limit = (left: number, to: string | null = null): VisitsLeft => ({
  outcome: 'known',
  left,
  unknown: [],
  binding: {
    kind: 'authorization',
    left,
    parts: [
      {
        name: 'authorization A-17',
        measure: 'visits',
        allowed: 12,
        used: 12 - left,
        elsewhere: 0,
        from: null,
        to: to === null ? null : day(to),
        next: '',
      },
    ],
  },
});

const pace = (held: string[], booked: string[] = [], today = '2026-11-02') => ({
  held: held.map(day),
  booked: booked.map(day),
  today: day(today),
});

const answer = (left: VisitsLeft, of: ReturnType<typeof pace>) => {
  const end = runsOut(left, of);
  return end.outcome === 'known' ? [isoOf(end.on), end.words] : [end.outcome, end.words];
};

const WEEKLY = ['2026-10-07', '2026-10-14', '2026-10-21', '2026-10-28'];

describe('the date on which a limit runs out', () => {
  test('is that of the last session it has room for, at the usual pace', () => {
    expect(answer(limit(3), pace(WEEKLY))).toEqual(['2026-11-18', 'runs out 11/18/2026: authorization A-17']);
  });

  test('takes booked sessions first, then the pace', () => {
    expect(answer(limit(3), pace(WEEKLY, ['2026-11-05', '2026-11-09']))[0]).toBe('2026-11-16');
    expect(answer(limit(2), pace(WEEKLY, ['2026-11-05', '2026-11-09']))[0]).toBe('2026-11-09');
  });

  test('says how many booked sessions it is short', () => {
    expect(answer(limit(1), pace(WEEKLY, ['2026-11-04', '2026-11-11', '2026-11-18', '2026-11-25']))).toEqual([
      '2026-11-04',
      'runs out 11/04/2026: authorization A-17, 3 sessions short',
    ]);
  });

  test('is the last day where the days end first, and sessions booked after it are short', () => {
    expect(answer(limit(9, '2026-11-15'), pace(WEEKLY, ['2026-11-11', '2026-11-18']))).toEqual([
      '2026-11-15',
      'runs out 11/15/2026: authorization A-17, 1 session short',
    ]);
  });

  test('is in the past where nothing is left: that of the last session with room', () => {
    expect(answer(limit(0), pace(WEEKLY))).toEqual(['2026-10-28', 'ran out 10/28/2026: authorization A-17']);
    expect(answer(limit(-2), pace(WEEKLY))[0]).toBe('2026-10-14');
  });

  test('cannot be told without a pace, and passes on why a limit is not known', () => {
    expect(answer(limit(3), pace(['2026-10-28']))[0]).toBe('not-available');
    expect(answer({ outcome: 'not-available', words: 'No limit is known.' }, pace(WEEKLY))).toEqual([
      'not-available',
      'No limit is known.',
    ]);
  });

  test('a pace that began long ago goes on from today', () => {
    expect(answer(limit(1), pace(['2025-01-01', '2025-01-08']))[0]).toBe('2026-11-04');
  });
});
