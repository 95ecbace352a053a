import * as fc from 'fast-check';
import * as days from '../../../src/billing/values/day';
import { day } from '../../support/values';

const FIRST_SOUND_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const anyDay = fc.integer({ min: FIRST_SOUND_SERIAL, max: LAST_SERIAL }).map(days.day);
/** The oracle: what the calendar of JavaScript makes of a serial after Excel's phantom leap day. */
const calendar = (day: days.Day) => new Date((days.serialOf(day) - 25_569) * 86_400_000);

describe('days that are known from Excel', () => {
  test.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_351, '2024-02-29'],
    [46_327, '2026-11-01'],
    [LAST_SERIAL, '9999-12-31'],
  ])('serial %d is %s both ways', (serial, iso) => {
    expect(days.isoOf(days.day(serial))).toBe(iso);
    expect(days.parseIso(iso)).toBe(serial);
  });

  test('serial 60 shows the leap day that Excel invented, and nobody can enter it', () => {
    expect(days.isoOf(days.day(60))).toBe('1900-02-29');
    expect(days.dayOf(1900, 2, 29)).toBeNull();
  });

  test('a workbook that counts from 1904 is 1462 days behind', () => {
    expect(days.isoOf(days.dayOfSerial(0, true))).toBe('1904-01-01');
    expect(days.isoOf(days.dayOfSerial(44_865, true))).toBe('2026-11-01');
  });
});

test.each([46_300.5, NaN, Infinity])('%d as a day is a mistake of the program', (serial) =>
  expect(() => days.day(serial)).toThrow(RangeError),
);

test('a cell with a time of day is its day, and a moment is the day on the calendar of the user', () => {
  expect(days.isoOf(days.dayOfSerial(46_327.9, false))).toBe('2026-11-01');
  expect(days.isoOf(days.localDay(new Date(2026, 10, 1, 23, 59)))).toBe('2026-11-01');
});

test('from 1954 to 2119 a day is likely to be meant', () => {
  const likely = ['1954-10-02', '1954-10-03', '2119-01-11', '2119-01-12'].map((iso) =>
    days.isLikely(day(iso)),
  );
  expect(likely).toEqual([false, true, true, false]);
});

describe('impossible dates are null', () => {
  test.each([
    [2025, 2, 29],
    [2100, 2, 29],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 4, 31],
    [2026, 4, 0],
    [1899, 12, 31],
    [10_000, 1, 1],
    [2026, 1.5, 1],
    [NaN, 1, 1],
  ])('%d-%d-%d', (year, month, day) => expect(days.dayOf(year, month, day)).toBeNull());

  test.each(['2026-11-1', '11/01/2026', '', '2026-02-30', '2026-11-01T00:00'])('the text "%s"', (text) =>
    expect(days.parseIso(text)).toBeNull(),
  );
});

test('every day has the parts, the texts and the weekday of the calendar', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = calendar(day);
      const iso = date.toISOString().slice(0, 10);
      const [year = '', month = '', dayOfMonth = ''] = iso.split('-');
      expect(days.partsOf(day)).toEqual({ year: +year, month: +month, day: +dayOfMonth });
      expect(days.isoOf(day)).toBe(iso);
      expect(days.usDate(day)).toBe(`${month}/${dayOfMonth}/${year}`);
      expect(days.monthOf(day)).toBe(iso.slice(0, 7));
      expect(days.weekday(day)).toBe(date.getUTCDay());
      expect(days.dayOf(+year, +month, +dayOfMonth)).toBe(day);
      expect(days.parseIso(iso)).toBe(day);
    }),
  );
});

test('a month later is the same day, or the last day of a shorter month', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 20_000, max: 100_000 }).map(days.day),
      fc.integer({ min: -240, max: 240 }),
      (day, months) => {
        const date = calendar(day);
        const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
        const parts = days.partsOf(days.addMonths(day, months));
        expect(parts.year).toBe(target.getUTCFullYear());
        expect(parts.month).toBe(target.getUTCMonth() + 1);
        expect(parts.day).toBe(Math.min(date.getUTCDate(), target.getUTCDate()));
      },
    ),
  );
});

test('the first and last of the month enclose the day and lie in its month', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const first = days.firstOfMonth(day);
      const last = days.lastOfMonth(day);
      expect(days.partsOf(first).day).toBe(1);
      expect(days.monthOf(last)).toBe(days.monthOf(day));
      expect(days.partsOf(days.addDays(last, 1)).day === 1 || last === days.LAST_DAY).toBe(true);
      expect(first <= day && day <= last).toBe(true);
    }),
  );
});

test('days between, the earlier and the later agree with the order of days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (from, count) => {
      const to = days.addDays(from, count);
      expect(days.daysBetween(from, to)).toBe(count);
      expect(Math.sign(days.byDay(from, to))).toBe(Math.sign(0 - count));
      expect(days.earliest(from, to)).toBe(count < 0 ? to : from);
      expect(days.latest(from, to)).toBe(count < 0 ? from : to);
    }),
  );
  expect(days.addDays(day('2026-08-31'), 1.5)).toBe(day('2026-09-01'));
});

test('deadlines of the golden cases 137 and 138 fall where they should', () => {
  const after = (iso: string, change: (from: days.Day) => days.Day) => days.isoOf(change(day(iso)));
  expect(after('2026-01-15', (day) => days.addYears(day, 1))).toBe('2027-01-15');
  expect(after('2024-02-29', (day) => days.addYears(day, 1))).toBe('2025-02-28');
  expect(after('2026-08-31', (day) => days.addDays(day, 90))).toBe('2026-11-29');
});
