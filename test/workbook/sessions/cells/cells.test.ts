import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addDays, isoOf } from '../../../../src/billing/values/day';
import { dateOrder, readDate } from '../../../../src/workbook/sessions/cells/dates';
import type { DateOrder } from '../../../../src/workbook/sessions/cells/dates';
import { readDiagnoses } from '../../../../src/workbook/sessions/cells/diagnoses';
import { showsDate, showsTime } from '../../../../src/workbook/sessions/cells/formats';
import { readMinutes } from '../../../../src/workbook/sessions/cells/minutes';
import { readModifiers } from '../../../../src/workbook/sessions/cells/modifiers';
import { decimalMark, readMoney } from '../../../../src/workbook/sessions/cells/money';
import { readProcedures } from '../../../../src/workbook/sessions/cells/procedures';
import { readStatus } from '../../../../src/workbook/sessions/cells/statuses';
import type { StatusMark } from '../../../../src/workbook/sessions/cells/statuses';
import { isErrorValue } from '../../../../src/workbook/sessions/cells/text';
import type { CellRead } from '../../../../src/workbook/sessions/cells/text';
import { monthInTitle, yearInTitle } from '../../../../src/workbook/sessions/cells/titles';
import { minutesBetween, readTime, readTimeRange } from '../../../../src/workbook/sessions/cells/times';
import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { day } from '../../../support/values';

function cases<Case>(file: string): Case[] {
  const text = readFileSync(join(__dirname, 'cases', `${file}.json`), 'utf8');
  return (JSON.parse(text) as { cases: Case[] }).cases;
}

function valueOf<T>(read: CellRead<T>): T | null {
  return 'value' in read ? read.value : null;
}

describe('a code cell', () => {
  test.each(cases<[GridValue, unknown]>('procedures'))('%j holds %j', (cell, expected) => {
    expect(valueOf(readProcedures(cell))).toEqual(expected);
  });

  test('says which piece cannot be read', () => {
    expect(readProcedures('97124 4')).toEqual({
      unreadable: 'has "4", which is neither a modifier, units ("x4") nor minutes ("60 min")',
    });
  });

  test('gives back any list of codes, modifiers, minutes and units it is written from', () => {
    const procedure = fc.record({
      code: fc.constantFrom('97124', '97140', '97112', 'G0283', 'S8948'),
      modifiers: fc.uniqueArray(fc.constantFrom('GP', '59', 'KX', 'XS'), { maxLength: 4 }),
      minutes: fc.option(fc.integer({ min: 8, max: 120 })),
      units: fc.option(fc.integer({ min: 1, max: 12 })),
    });
    fc.assert(
      fc.property(fc.array(procedure, { minLength: 1, maxLength: 4 }), (procedures) => {
        const written = procedures.map(
          ({ code, modifiers, minutes, units }) =>
            [code, ...modifiers].join('-') +
            (units === null ? '' : ` x${String(units)}`) +
            (minutes === null ? '' : ` ${String(minutes)} min`),
        );
        expect(valueOf(readProcedures(written.join('; ')))).toEqual(procedures);
      }),
    );
  });
});

describe('a modifiers cell', () => {
  test.each<[GridValue, string[][] | null]>([
    ['GP', [['GP']]],
    ['gp, 59', [['GP', '59']]],
    [59, [['59']]],
    ['GP; 59', [['GP'], ['59']]],
    ['GP-59', [['GP', '59']]],
    ['none', null],
    ['G', null],
  ])('%j holds %j', (cell, expected) => {
    expect(valueOf(readModifiers(cell))).toEqual(expected);
  });
});

describe('a diagnosis cell', () => {
  test.each(cases<[GridValue, string[] | null]>('diagnoses'))('%j holds %j', (cell, expected) => {
    expect(valueOf(readDiagnoses(cell))).toEqual(expected);
  });

  test('does not correct a letter O typed for a zero, but says so', () => {
    expect(readDiagnoses('M54.5O')).toEqual({
      unreadable: 'has "M54.5O" with a letter O, I or L where a diagnosis code has a digit',
    });
  });
});

describe('a money cell', () => {
  test.each(cases<[GridValue, number | null]>('money'))('%j is %j cents', (cell, expected) => {
    expect(valueOf(readMoney(cell, 'unknown'))).toBe(expected);
  });

  test('is exact to the cent however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (cents) => {
        const dollars = (Math.abs(cents) / 100).toFixed(2);
        const grouped = dollars.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
        const sign = cents < 0 ? '-' : '';
        expect(valueOf(readMoney(cents / 100, 'unknown'))).toBe(cents);
        expect(valueOf(readMoney(`${sign}$${grouped}`, 'unknown'))).toBe(cents);
        expect(valueOf(readMoney(cents < 0 ? `(${grouped})` : grouped, 'unknown'))).toBe(cents);
      }),
    );
  });

  test('reads 95,00 as 95 dollars only where the column writes its cents so', () => {
    expect(decimalMark(['95,00', '120,50'])).toBe('comma');
    expect(decimalMark(['95,00', '120.50'])).toBe('point');
    expect(decimalMark(['95,00', 120])).toBe('unknown');
    expect(readMoney('95,00', 'comma')).toEqual({ value: 9500 });
  });

  test('remarks on no charge and on fractions of a cent', () => {
    expect(readMoney('free', 'unknown')).toEqual({ value: 0, remark: 'is read as no charge' });
    expect(readMoney(100 / 3, 'unknown')).toMatchObject({
      value: 3333,
      remark: expect.stringContaining('fraction'),
    });
  });
});

describe('a minutes cell', () => {
  test.each(cases<[GridValue, string, number, number | null]>('minutes'))(
    '%j, format %j, factor %j is %j minutes',
    (cell, format, factor, expected) => {
      expect(valueOf(readMinutes(cell, format, factor))).toBe(expected);
    },
  );
});

describe('a time of day', () => {
  test.each(cases<[GridValue, number | null]>('times'))(
    '%j is %j minutes after midnight',
    (cell, expected) => {
      expect(valueOf(readTime(cell))).toBe(expected);
    },
  );

  test.each(cases<[string, string, number | null]>('spans'))(
    'from %j to %j are %j minutes',
    (from, to, expected) => {
      const [start, end] = [readTime(from), readTime(to)];
      if (!('value' in start) || !('value' in end)) throw new Error('the case needs two times');
      expect(valueOf(minutesBetween(start.value, end.value))).toBe(expected);
    },
  );

  test.each<[string, { start: number; end: number } | null]>([
    ['2:00 - 3:15 PM', { start: 840, end: 915 }],
    ['11:30-12:30', { start: 690, end: 750 }],
    ['11am - 12:15pm', { start: 660, end: 735 }],
    ['11:30 - 12:30 PM', { start: 690, end: 750 }],
    ['2:00 PM', null],
    ['3:00 PM - 2:00 PM', null],
  ])('%j as a range is %j', (cell, expected) => {
    expect(readTimeRange(cell)).toEqual(expected);
  });
});

describe('a date of service', () => {
  test.each(cases<[GridValue, DateOrder, number | null, string | null, number | null]>('dates'))(
    '%j in a %s column of the year %j is %j at %j',
    (cell, order, year, date, time) => {
      const read = valueOf(readDate(cell, '', { date1904: false, order, year }));
      expect(read === null ? null : isoOf(read.day)).toBe(date);
      expect(read === null ? null : read.time).toBe(time);
    },
  );

  test('counts from 1904 where the workbook does', () => {
    const read = readDate(44836, 'm/d/yyyy', { date1904: true, order: 'month-first', year: null });
    expect(read).toEqual({ value: { day: 46298, time: null } });
  });

  test('is not read from a time', () => {
    const read = readDate(1.5, 'h:mm', { date1904: false, order: 'month-first', year: null });
    expect(read).toEqual({ unreadable: 'is a time without a date' });
  });

  test('is written day or month first as its column shows', () => {
    expect(dateOrder(['10/3/2026', '13/3/2026'])).toBe('day-first');
    expect(dateOrder(['10/3/2026', '3/13/2026'])).toBe('month-first');
    expect(dateOrder(['13/3/2026', '3/13/2026'])).toBe('mixed');
    expect(dateOrder(['10/3/2026', 46298, '', 'Oct 25, 2026'])).toBe('month-first');
  });

  test('is the same day in every way of writing it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 27_000 }), (days) => {
        const sameDay = addDays(day('1990-01-01'), days);
        const [year = '', month = '', date = ''] = isoOf(sameDay).split('-');
        const context = { date1904: false, order: 'month-first', year: null } as const;
        for (const text of [
          `${year}-${month}-${date}`,
          `${month}/${date}/${year}`,
          `${String(Number(month))}-${String(Number(date))}-${year}`,
        ]) {
          expect(readDate(text, '', context)).toEqual({ value: { day: sameDay, time: null } });
        }
        expect(readDate(`${date}/${month}/${year}`, '', { ...context, order: 'day-first' })).toEqual({
          value: { day: sameDay, time: null },
        });
      }),
    );
  });

  test('takes its year from a title only where the title has one year', () => {
    expect(yearInTitle('Sessions October 2026')).toBe(2026);
    expect(yearInTitle('2025 and 2026')).toBeNull();
    expect(yearInTitle('Sessions')).toBeNull();
    expect(monthInTitle('October 2026')).toBe(10);
    expect(monthInTitle('Sept')).toBe(9);
    expect(monthInTitle('Mary Jane')).toBeNull();
  });
});

describe('a status cell', () => {
  test.each(cases<[GridValue, StatusMark, string | null]>('statuses'))(
    '%j in a column whose ticks mean %j is %j',
    (cell, mark, expected) => {
      expect(valueOf(readStatus(cell, mark))).toBe(expected);
    },
  );
});

test.each([
  ['m/d/yyyy', true, false],
  ['[$-409]d-mmm-yy;@', true, false],
  ['h:mm AM/PM', false, true],
  ['[h]:mm', false, true],
  ['mm:ss', false, true],
  ['0.00', false, false],
  ['"day" 0', false, false],
  ['$#,##0.00', false, false],
  ['m/d/yyyy h:mm', true, false],
])('the number format %j shows a date: %j, a time: %j', (format, date, time) => {
  expect(showsDate(format)).toBe(date);
  expect(showsTime(format)).toBe(time);
});

test('Excel errors are known from texts that begin with #', () => {
  expect(['#N/A', '#VALUE!', '#DIV/0!', '#NAME?'].every(isErrorValue)).toBe(true);
  expect(['# of units', '#12', '', 'N/A'].some(isErrorValue)).toBe(false);
});

test.each(['0/0 min', '0/0 hr', '1/0 hr'])('no minutes come of a division by nothing: %s', (cell) => {
  expect(readMinutes(cell, '', 1)).toHaveProperty('unreadable');
});

test.each<GridValue>([100_000_000, -100_000_000, 9e13, '$100,000,000.00', '(999,999,999.99)'])(
  'an amount that nobody charges is told, so that sums stay exact: %j',
  (cell) => {
    expect(readMoney(cell, 'point')).toEqual({ unreadable: 'is more than $99,999,999.99' });
  },
);

test('the largest amount is read to the cent', () => {
  expect(readMoney(99_999_999.99, 'point')).toEqual({ value: 9_999_999_999 });
});
