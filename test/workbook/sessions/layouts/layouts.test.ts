import { judgeAll } from './layouts';

/** A wrong one of these puts something wrong on a claim. */
const MUST_NOT_BE_WRONG = ['date', 'client', 'cpt', 'charge'];

describe.each(['known-layouts.json', 'other-layouts.json'])('the headers of %s', (file) => {
  const judged = judgeAll(file);

  test('at least 95 % of the named fields are mapped as a person would', () => {
    const named = judged.reduce((count, { layout }) => count + Object.keys(layout.mapping).length, 0);
    const right = judged.reduce((count, { verdict }) => count + verdict.right.length, 0);
    const missed = judged
      .filter(({ verdict }) => verdict.unsure.length + verdict.wrong.length > 0)
      .map(({ layout, verdict }) => `${layout.name}: ${[...verdict.unsure, ...verdict.wrong].join(', ')}`);
    expect({ percent: (100 * right) / named >= 95, missed }).toMatchObject({ percent: true });
    expect(missed.length).toBeLessThanOrEqual(file.startsWith('known') ? 0 : 2);
  });

  test.each(judged)('$layout.name: date, client, code and charge are never wrong', ({ verdict }) => {
    const wrong = verdict.wrong.filter((text) => MUST_NOT_BE_WRONG.includes(text.split(':')[0] ?? ''));
    expect(wrong).toEqual([]);
  });

  test.each(judged)('$layout.name: the header row is found', ({ layout, mapping }) => {
    expect(mapping.headerRow).toBe(layout.header_row);
  });
});

test.each(judgeAll('known-layouts.json'))(
  '$layout.name: no column is taken that a person would leave',
  ({ verdict }) => {
    expect(verdict.extra).toEqual([]);
  },
);
