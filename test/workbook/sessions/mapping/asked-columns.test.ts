import type { GridValue } from '../../../../src/workbook/sessions/grid';
import { mapColumns } from '../../../../src/workbook/sessions/mapping/map-columns';
import { sheet } from '../sheet';

/** What has to be answered before the first billing: the field and the sentence. */
function asked(header: string, values: readonly GridValue[], columns: Record<string, string> = {}): string[] {
  const rows = values.map((value, index): GridValue[] => [
    46298 + index,
    'Ada Applegate',
    '97124',
    120,
    value,
  ]);
  const { unsure } = mapColumns(
    sheet([['Date', 'Client', 'CPT', 'Charge', header], ...rows]),
    undefined,
    columns,
  );
  return unsure.filter(({ needed }) => needed).map(({ field, why }) => `${field}: ${why}`);
}

describe('a column under an unknown header is asked about', () => {
  test.each<[string, GridValue[]]>([
    ['Q', ['✓', '✓', '']],
    ['', ['x', '', 'x']],
    ['Zed', ['•', '☐', '★']],
    ['Col', ['P', 'A', 'P']],
    ['Grid', ['Y', 'N', 'Y']],
    ['Grid', ['true', 'false', 'true']],
    ['Zed', ['seen', 'flaked', 'seen']],
  ])('"%s" with %j', (header, values) => {
    expect(asked(header, values)).toEqual([expect.stringContaining('status: ')]);
  });

  test('initials may be those of another therapist', () => {
    expect(asked('Init', ['MT', 'K.L.', 'MT'])).toEqual([expect.stringContaining('provider: ')]);
  });

  test('a column of twenty different marks is one question', () => {
    const marks = [...'★☆♥♦♣♠●○◆◇■□▲△▼▽◎☼♪†'];
    expect(asked('Zed', marks)).toHaveLength(1);
  });

  test('first whether it says how visits went, then whether it says what was billed, then no more', () => {
    const ticks = ['✓', '✓', '✗'];
    expect(asked('Q', ticks, { status: '(none)' })).toEqual([expect.stringContaining('billed: ')]);
    expect(asked('Q', ticks, { status: '(none)', billed: '(none)' })).toEqual([]);
    expect(asked('Q', ticks, { status: 'Q' })).toEqual([]);
  });

  test.each<[string, GridValue[]]>([
    ['Suite', ['A', 'B', 'A']],
    ['break', ['false', 'true', 'false']],
    ['Zed', ['false', 'false', 'false']],
    ['Bed', [1, 2, 1]],
    ['Tea', ['green', 'black', 'none of it']],
    ['SOAP', ['✓', '✓', '✓']],
  ])('but not "%s" with %j', (header, values) => {
    expect(asked(header, values)).toEqual([]);
  });
});

describe('two columns that both look like the charge', () => {
  const two = (
    headers: [string, string],
    rows: [GridValue, GridValue, GridValue?][],
    columns: Record<string, string> = {},
  ) => {
    const { fields, unsure } = mapColumns(
      sheet([
        ['Date', 'Client', 'CPT', 'Units', ...headers],
        ...rows.map(([one, other, units = 1], index): GridValue[] => [46298 + index, 'Ada Applegate', '97124', units, one, other]), // prettier-ignore
      ]),
      undefined,
      columns,
    );
    const question = unsure.find(({ field, needed }) => field === 'charge' && needed);
    return question?.why ?? fields.charge?.columns.join();
  };

  test.each<[[string, string]]>([[['Charge', 'Fee']], [['Fee', 'Charge']], [['Price', 'Billed amount']]])(
    '%j that disagree are asked about, with the rows that show it',
    (headers) => {
      const words = two(headers, [[120, 95], [120, 120], [90, 80]]); // prettier-ignore
      expect(words).toContain('both look like the charge, and they disagree');
      expect(words).toMatch(/row 2 has \d+ and \d+, row 4 has \d+ and \d+/);
      expect(two(headers, [[120, 95], [120, 120], [90, 80]], { charge: 'Fee' })).not.toContain('disagree'); // prettier-ignore
    },
  );

  test('that say the same, or of which one is empty, are none', () => {
    expect(two(['Charge', 'Fee'], [[120, 120], [90, 90]])).toBe('Charge'); // prettier-ignore
    expect(two(['Charge', 'Fee'], [[120, ''], [90, '']])).toBe('Charge'); // prettier-ignore
    expect(two(['Charge', 'Fee'], [['', 120], ['', 90]])).toBe('Fee'); // prettier-ignore
  });

  test('what a unit costs is no second charge', () => {
    expect(two(['Charge', 'Fee'], [[120, 30, 4], [90, 30, 3]])).toBe('Charge'); // prettier-ignore
  });
});
