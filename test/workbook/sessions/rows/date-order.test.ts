import fc from 'fast-check';
import { addDays, dayOf, isoOf, partsOf, weekday, type Day } from '../../../../src/billing/values/day';
import { readSessionSheets } from '../../../../src/workbook/sessions/session-sheets';
import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { sheet } from '../sheet';

/** The days of sheets of sessions with these dates, and the rules of what was found. */
function read(sheets: Record<string, GridValue[][]>, dates?: 'day-first' | 'month-first') {
  const grids = Object.entries(sheets).map(([name, rows]) => sheet(rows, { name }));
  const { sessions, findings } = readSessionSheets({ sheets: grids }, { dates });
  return {
    days: sessions.map(({ date }) => isoOf(date)),
    rules: [...new Set(findings.map(({ rule }) => rule))],
  };
}

const HEADER = ['Date', 'Client', 'Minutes', 'CPT', 'Charge'];
let minutes = 30;
const rows = (...dates: string[]): GridValue[][] => [
  HEADER,
  ...dates.map((date) => [date, 'Ada Fernwhistle', ++minutes, '97124', 120]),
];

describe('day or month first', () => {
  test('month first, where nothing shows it', () => {
    expect(read({ Log: rows('3/10/2026', '5/10/2026', '5/10/2026', '7/10/2026') }).days[0]).toBe(
      '2026-03-10',
    );
  });

  test('the rows follow each other in one order alone', () => {
    const { days, rules } = read({
      Log: rows('3/10/2026', '10/10/2026', '1/11/2026', '5/11/2026', '2/12/2026'),
    });
    expect(days).toEqual(['2026-10-03', '2026-10-10', '2026-11-01', '2026-11-05', '2026-12-02']);
    expect(rules).toEqual(['session-dates-day-first']);
  });

  test('a month above the rows', () => {
    const log = [['October 2026'], ...rows('3/10/2026', '1/10/2026', '9/10/2026')];
    expect(read({ Log: log }).days).toEqual(['2026-10-03', '2026-10-01', '2026-10-09']);
  });

  test('weekdays in a column beside the dates, or with them', () => {
    const beside = rows('3/10/2026', '5/10/2026').map((row, at) => [...row, ['Day', 'Sat', 'Mon'][at] ?? '']);
    expect(read({ Log: beside }).days).toEqual(['2026-10-03', '2026-10-05']);
    expect(read({ Log: rows('Sat 3/10/2026', 'lunes 5/10/2026') }).days).toEqual([
      '2026-10-03',
      '2026-10-05',
    ]);
  });

  test('another sheet of the workbook', () => {
    const { days } = read({ Oct: rows('3/10/2026'), Sep: rows('13/9/2026', '14/9/2026') });
    expect(days).toEqual(['2026-10-03', '2026-09-13', '2026-09-14']);
  });

  test('witnesses that contradict each other make a question, and nothing is read on a guess', () => {
    const log = rows('3/10/2026', '5/10/2026', '10/13/2026').map((row, at) => [
      ...row,
      ['Day', 'Sat', 'Mon', 'Tue'][at] ?? '',
    ]);
    const asked = read({ Log: log });
    expect(asked.days).toEqual(['2026-10-13']);
    expect(asked.rules).toContain('session-dates-either-way');
    expect(read({ Log: log }, 'day-first').days).toEqual(['2026-10-03', '2026-10-05', '2026-10-13']);
    expect(read({ Log: log }, 'month-first').days).toEqual(['2026-03-10', '2026-05-10', '2026-10-13']);
  });

  test('with weekdays beside them, any dates are read as they were written', () => {
    const names = ['Sunday', 'lunes', 'mardi', 'Wed', 'jueves', 'vendredi', 'Sat'];
    const start = dayOf(2026, 1, 1) as Day;
    const list = fc.uniqueArray(fc.nat(360), { minLength: 6, maxLength: 20 });
    fc.assert(
      fc.property(list, fc.boolean(), (offsets, isDayFirst) => {
        const days = offsets.map((offset) => addDays(start, offset));
        const log = days.map((day) => {
          const { year, month, day: of } = partsOf(day);
          const text = (isDayFirst ? [of, month, year] : [month, of, year]).join('/');
          return [text, 'Ada Fernwhistle', 60, '97124', 120, names[weekday(day)] ?? ''];
        });
        const found = read({ Log: [[...HEADER, 'Day'], ...log] });
        const wrong = found.days.filter((iso) => !days.map(isoOf).includes(iso));
        // Few dates may fit both orders, weekdays and all: nothing is certain then.
        const open = days.filter((day) => partsOf(day).day <= 12 && partsOf(day).day !== partsOf(day).month);
        if (open.length === 0 || open.length < days.length || !isDayFirst) expect(wrong).toEqual([]);
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});
