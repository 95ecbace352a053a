import fc from 'fast-check';
import { cents } from '../../../src/billing/values/cents';
import type { LaidOutReport, LaidValue } from '../../../src/forms/report/laid-out';
import { layOut } from '../../../src/forms/report/lay-out';
import { pageBreaks } from '../../../src/forms/report/page-breaks';
import { pageSize } from '../../../src/forms/report/page-setup';
import type { Report, ReportBlock, ReportTable } from '../../../src/forms/report/report';
import { formStyle } from '../../../src/forms/styles';
import { textWidth } from '../text-width';
import { sampleReport } from './sample-report';

function laid(...blocks: ReportBlock[]): LaidOutReport {
  return layOut({ orientation: 'Portrait', columnWidths: [100, 100, 100, 100], blocks });
}

const shown = (value: LaidValue): string =>
  value.kind === 'text' ? value.text : value.kind === 'formula' ? value.formula : JSON.stringify(value);

/** Rows of texts, each as `column:text`. */
function rowsOf({ cells }: LaidOutReport): string[] {
  const rows = new Map<number, string[]>();
  for (const { row, column, value } of cells) {
    if (shown(value) === '') continue;
    rows.set(row, [...(rows.get(row) ?? []), `${String(column)}:${shown(value)}`]);
  }
  return [...rows.values()].map((texts) => texts.join(' '));
}

const money = (header: string, total = true) => ({ header, span: 1, holds: 'money' as const, total });

const table = (more: Partial<ReportTable>): ReportTable => ({
  kind: 'table',
  columns: [{ header: 'Who', span: 1, holds: 'text' }, money('Billed'), money('Paid'), money('Open')],
  rows: [],
  ...more,
});

describe('what stands in which cell', () => {
  test.each<[string, ReportBlock[], string[]]>([
    ['a title and what is under it', [{ kind: 'title', text: 'A', under: 'B' }], ['1:A', '1:B']],
    ['lines, one under another', [{ kind: 'lines', lines: ['A', 'B'] }], ['1:A', '1:B']],
    [
      'facts side by side',
      [
        {
          kind: 'facts',
          across: 2,
          facts: ['A', 'B', 'C'].map((label) => ({ label, value: label.toLowerCase() })),
        },
      ],
      ['1:A 2:a 3:B 4:b', '1:C 2:c'],
    ],
    [
      'facts three across have room for two on four columns',
      [{ kind: 'facts', across: 3, facts: [1, 2, 3].map((value) => ({ label: 'N', value: String(value) })) }],
      ['1:N 2:1 3:N 4:2', '1:N 2:3'],
    ],
    [
      'a table with formulas of its rows and totals over them',
      [
        { kind: 'heading', text: 'H' },
        table({
          rows: [
            { cells: ['Ada', 900, 300, { formula: '[Billed]-[Paid]', value: 600 }] },
            { cells: ['Ben', 100, null, { formula: '[Billed]-[Paid]', value: 100 }] },
          ],
          total: 'Total',
        }),
      ],
      [
        '1:H',
        '1:Who 2:Billed 3:Paid 4:Open',
        '1:Ada 2:{"kind":"money","cents":900} 3:{"kind":"money","cents":300} 4:=B3-C3',
        '1:Ben 2:{"kind":"money","cents":100} 4:=B4-C4',
        '1:Total 2:=SUM(B3:B4) 3:=SUM(C3:C4) 4:=SUM(D3:D4)',
      ],
    ],
    [
      'the value itself where a formula would meet a text',
      [table({ rows: [{ cells: ['Ada', 'not billed', 300, { formula: '[Billed]-[Paid]', value: 5 }] }] })],
      [
        '1:Who 2:Billed 3:Paid 4:Open',
        '1:Ada 2:not billed 3:{"kind":"money","cents":300} 4:{"kind":"money","cents":5}',
      ],
    ],
    [
      'what stands in place of rows',
      [table({ none: 'Nothing is open.', total: 'Total' })],
      ['1:Who 2:Billed 3:Paid 4:Open', '1:Nothing is open.'],
    ],
    [
      'an amount over several columns stands in the last of them',
      [
        {
          kind: 'table',
          columns: [
            { header: 'Who', span: 2, holds: 'text' },
            { header: 'Due', span: 2, holds: 'money', total: true },
          ],
          rows: [{ cells: ['Ada', 500] }],
          total: 'In all',
        },
      ],
      ['1:Who 4:Due', '1:Ada 4:{"kind":"money","cents":500}', '1:In all 4:=SUM(D2:D2)'],
    ],
    [
      'a question and its answer',
      [{ kind: 'question', text: 'Copay?', answer: { cents: cents(500) } }],
      ['1:Copay? 4:{"kind":"money","cents":500}'],
    ],
    ['a signature with a place for the date', [{ kind: 'signature', label: 'Signed' }], ['1:Signed 4:Date']],
  ])('%s', (_, blocks, rows) => {
    expect(rowsOf(laid(...blocks))).toEqual(rows);
  });
});

test('a formula of a report is made of its columns and signs only', () => {
  const row = { cells: ['Ada', 1, 2, { formula: 'HYPERLINK("x")', value: 1 }] };
  expect(() => laid(table({ rows: [row] }))).toThrow('no formula of a report');
});

test('an amount that is wider than its column makes the column wider', () => {
  const rows = [{ cells: ['Ada', 12_345_678_901, 0, 0] }];
  const narrow: Report = {
    orientation: 'Portrait',
    columnWidths: [100, 40, 40, 40],
    blocks: [table({ rows, total: 'T' })],
  };
  const [who = 0, billed = 0] = layOut(narrow).columnWidths;
  expect(who).toBe(100);
  expect(billed).toBeGreaterThan(textWidth('123,456,789.01', 9.5, true));
});

test('a chart lies below its table, over the rows of it', () => {
  const { charts, rowHeights } = laid(
    table({ id: 't', rows: [{ cells: ['Ada', 5, 0, 5] }, { cells: ['Ben', 5, 0, 5] }] }),
    {
      kind: 'chart',
      title: 'C',
      type: 'bar-stacked',
      of: 't',
      categories: 'Who',
      series: ['Paid', 'Open'],
      height: 150,
      alt: 'A',
    },
  );
  expect(charts).toMatchObject([
    {
      categories: { row: 2, rows: 2, column: 1, columns: 1 },
      series: [
        { name: 'Paid', values: { row: 2, rows: 2, column: 3, columns: 1 } },
        { name: 'Open', values: { row: 2, rows: 2, column: 4, columns: 1 } },
      ],
      drawnFrom: { column: 4 },
      column: 1,
      columns: 4,
    },
  ]);
  expect(rowHeights[(charts[0]?.row ?? 0) - 1]).toBe(150);
});

test.each([
  ['no rows', []],
  ['nothing but zeros', [{ cells: ['Ada', 0, 0, null] }]],
])('no chart is drawn of a table with %s', (_, rows) => {
  const chart: ReportBlock = {
    kind: 'chart',
    title: 'C',
    type: 'column',
    of: 't',
    categories: 'Who',
    series: ['Billed'],
    height: 9,
    alt: 'A',
  };
  expect(laid(table({ id: 't', rows }), chart).charts).toEqual([]);
});

/** The tests' own widths of bold letters are a tenth above the plain ones, which is a little too much. */
const ROUGHLY = 1.03;

/** What would be cut off in print: a text wider than its cell that does not wrap, or with more lines than its row. */
function cutOff({ cells, areas, merges, columnWidths, rowHeights }: LaidOutReport): string[] {
  return cells.flatMap(({ row, column, value }) => {
    if (value.kind !== 'text') return [];
    const style = areas
      .filter((area) => row >= area.row && row < area.row + area.rows)
      .filter((area) => column >= area.column && column < area.column + area.columns)
      .reduce((all, area) => ({ ...all, ...formStyle(area.style) }), formStyle('page'));
    const size = style.fontSize ?? 0;
    const merge = merges.find((block) => block.row === row && block.column === column);
    const others = cells.filter(
      (other) => other.row === row && other.column > column && shown(other.value) !== '',
    );
    const next = Math.min(columnWidths.length + 1, ...others.map((other) => other.column));
    const end = style.wrap ? column + (merge?.columns ?? 1) : next;
    const start = style.horizontal === 'Right' ? 1 : column;
    const width = columnWidths.slice(start - 1, end - 1).reduce((sum, each) => sum + each, 0);
    const needed = value.text
      .split('\n')
      .map((line) => textWidth(line.trimEnd(), size, style.bold ?? false))
      .reduce((lines, line) => lines + Math.max(1, Math.ceil(line / (ROUGHLY * width - 4))), 0);
    const height = needed * size * 1.15;
    return (needed > 1 && !style.wrap) || height > (rowHeights[row - 1] ?? 0)
      ? [value.text.slice(0, 60)]
      : [];
  });
}

const word = fc.oneof(
  fc.constantFrom(
    'a',
    'Mr.',
    'Willamette',
    'insurance',
    '=1+1',
    'MMMMMMMMMM',
    'x'.repeat(300),
    'äöü',
    '診療',
    '\n',
  ),
  fc.string({ unit: fc.constantFrom(...'aeimnrstuwABEMW 0123456789.,-'), maxLength: 12 }),
);
const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));

test('no text is ever cut off', () => {
  fc.assert(
    fc.property(text, text, fc.integer({ min: 1, max: 6 }), (one, two, columns) => {
      const report: Report = {
        orientation: 'Landscape',
        columnWidths: Array.from({ length: columns }, (_, index) => 60 + 25 * index),
        blocks: [
          { kind: 'title', text: one, under: two },
          { kind: 'lines', lines: [one] },
          { kind: 'paragraph', text: two, look: 'strong' },
          { kind: 'facts', across: 2, facts: [{ label: one.slice(0, 60), value: two }] },
          {
            kind: 'table',
            columns: [{ header: two.slice(0, 80), span: columns, holds: 'text' }],
            rows: [{ cells: [one], look: 'strong' }],
          },
          { kind: 'question', text: one, answer: two },
          { kind: 'signature', label: two.slice(0, 60) },
        ],
      };
      expect(cutOff(layOut(report))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('the highest row is one that Excel has, however long a text is', () => {
  const { rowHeights, cells } = laid(
    { kind: 'paragraph', text: 'word '.repeat(9_000) },
    table({ rows: [{ cells: ['word '.repeat(3_000), 1, 1, 1] }] }),
  );
  expect(Math.max(...rowHeights)).toBeLessThanOrEqual(409);
  const words = cells.flatMap(({ value }) =>
    value.kind === 'text' ? (value.text.match(/word/g) ?? []) : [],
  );
  expect(words.length).toBe(12_000);
});

describe('page breaks', () => {
  const rows = (...heights: (number | string)[]) =>
    heights.map((height) => ({
      height: parseInt(String(height), 10),
      keep: /k/.test(String(height)),
      startsPage: /b/.test(String(height)),
    }));
  test.each([
    ['all on one page', rows(50, 50), []],
    ['a page is full', rows(50, 50, 10), [3]],
    ['what is kept together goes on as one', rows(60, '20k', '20k', 20), [2]],
    ['a page that was asked for', rows(10, '10b', 10), [2]],
    ['a break in what is kept together is stronger', rows(10, '10k', '10b'), [3]],
    ['what is higher than a page is broken where it must', rows(10, '60k', '60k', 60), [3, 4]],
    ['a row higher than a page has one of its own', rows(10, 200, 10), [2, 3]],
  ])('%s', (_, list, breaks) => {
    expect(pageBreaks(list, 100)).toEqual(breaks);
  });

  test('a heading stays with its table, and a total with the row above it', () => {
    const filler: ReportBlock[] = Array.from({ length: 41 }, () => ({ kind: 'paragraph', text: 'x' }));
    const { capacity } = pageSize('Portrait', 400);
    for (let lines = 30; lines <= filler.length; lines++) {
      const report = laid(
        ...filler.slice(0, lines),
        { kind: 'heading', text: 'H' },
        table({ rows: [{ cells: ['Ada', 1, 1, 1] }, { cells: ['Ben', 1, 1, 1] }], total: 'Total' }),
      );
      const heading = report.cells.find(({ value }) => shown(value) === 'H')?.row ?? 0;
      const total = report.cells.find(({ value }) => shown(value) === 'Total')?.row ?? 0;
      const torn = [heading + 1, heading + 2, total].filter((row) => report.breaks.includes(row));
      expect(torn).toEqual([]);
      expect(
        report.rowHeights.slice(0, (report.breaks[0] ?? Infinity) - 1).reduce((sum, each) => sum + each, 0),
      ).toBeLessThanOrEqual(capacity);
    }
  });
});

test.each([1, 2])(
  'between the rows of a table with %i there are lines only where there is a between',
  (count) => {
    const rows = Array.from({ length: count }, () => ({ cells: ['Ada', 1, 1, 1] }));
    const inside = laid(table({ rows })).areas.filter(
      ({ style }) => formStyle(style).borders?.InsideHorizontal,
    );
    expect(inside.map((area) => area.rows)).toEqual(count > 1 ? [count] : []);
  },
);

test('a report wider than the paper is made smaller, a narrow one is not made larger', () => {
  expect(pageSize('Portrait', 300).scale).toBe(100);
  expect(pageSize('Portrait', 980).scale).toBe(50);
  expect(pageSize('Landscape', 980).scale).toBeGreaterThan(60);
});

test('looks are laid in few areas, whatever the number of rows', () => {
  const rows = Array.from({ length: 300 }, (_, index) => ({ cells: [`Client ${String(index)}`, 1, 1, 1] }));
  expect(laid(table({ rows, total: 'Total' })).areas.length).toBeLessThan(20);
  expect(layOut(sampleReport()).areas.length).toBeLessThan(60);
});

test.each([
  ['too many', [1, 2, 2]],
  ['too few', [1, 1, 1]],
  ['no room for the rest', [1, 3, 'rest']],
  ['two rests', [1, 'rest', 'rest']],
] as const)('a table whose columns do not fill the grid is a mistake: %s', (_, spans) => {
  const columns = spans.map((span, index) => ({ header: String(index), span, holds: 'text' as const }));
  expect(() => laid(table({ columns, rows: [], total: undefined as never }))).toThrow(
    /take \d of a grid of 4/,
  );
});

test('a formula that names no column of its table is a mistake', () => {
  const rows = [{ cells: ['Ada', 1, 1, { formula: '[Billed]-[Pay]', value: 0 }] }];
  expect(() => laid(table({ rows }))).toThrow('there is no column "Pay"');
});
