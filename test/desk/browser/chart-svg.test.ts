import { parseXml, type XmlElement } from '../../../desk/xlsx/xml/tree';
import { chartSvg } from '../../../desk/browser/page/charts/chart-svg';
import { barsOf, ticks } from '../../../desk/browser/page/charts/scale';
import type { ChartView } from '../../../desk/browser/view/view';

const OWED: ChartView = {
  area: { row: 0, column: 0, rows: 1, columns: 1 },
  kind: 'BarStacked',
  title: { text: 'What payers owe', size: 12, bold: true, color: '#2F5D62' },
  legend: 'Bottom',
  categories: ['Apple Health', 'L&I'],
  series: [
    { name: '0-30', color: '#111111', values: [300, 100] },
    { name: '31-60', color: '#222222', values: [100, null] },
  ],
  numberFormat: '$#,##0',
  reverseCategories: true,
  categoryAngle: 0,
  gapWidth: 100,
};

function drawn(chart: ChartView, width = 600, height = 300): XmlElement[] {
  return parseXml(chartSvg(chart, width, height)).children;
}

const number = (element: XmlElement | undefined, name: string): number => Number(element?.attributes[name]);
const words = (elements: XmlElement[]): string[] =>
  elements.filter(({ local }) => local === 'text').map(({ text }) => text);
/** The bars of a colour; the key of the legend is the one that is as wide as high. */
const bars = (elements: XmlElement[], color: string): XmlElement[] =>
  elements.filter(
    (each) =>
      each.local === 'rect' &&
      each.attributes['fill'] === color &&
      !(number(each, 'width') === 8 && number(each, 'height') === 8),
  );

test.each([
  [0, 400, 5, [0, 100, 200, 300, 400]],
  [0, 450, 5, [0, 100, 200, 300, 400, 500]],
  [0, 0.7, 4, [0, 0.2, 0.4, 0.6, 0.8]],
  [-30, 80, 6, [-40, -20, 0, 20, 40, 60, 80]],
  [120, 906, 3, [0, 500, 1000]],
  [-5, -1, 5, [-5, -4, -3, -2, -1, 0]],
  [0, 0, 5, [0, 1]],
])(
  'From %p to %p in at most %p steps the axis has round numbers and zero',
  (lowest, highest, most, wanted) => {
    expect(ticks(lowest, highest, most)).toEqual(wanted);
  },
);

test('A picture has the title, the names, the numbers of the axis as their cells write them, and the legend', () => {
  expect(words(drawn(OWED))).toEqual(
    expect.arrayContaining(['What payers owe', 'Apple Health', 'L&I', '$0', '$100', '$400', '0-30', '31-60']),
  );
});

test('Stacked bars stand one upon the other, as long as their numbers', () => {
  const all = drawn(OWED);
  const [apple, labor] = bars(all, '#111111');
  const [late, ...none] = bars(all, '#222222');
  expect(none).toEqual([]);
  expect(number(apple, 'width') / number(labor, 'width')).toBeCloseTo(3);
  expect(number(apple, 'width') / number(late, 'width')).toBeCloseTo(3);
  expect(number(late, 'x')).toBeCloseTo(number(apple, 'x') + number(apple, 'width'), 1);
  expect(number(late, 'y')).toBe(number(apple, 'y'));
});

test('The first category of lying bars is at the bottom, and at the top when their order is reversed', () => {
  const [apple, labor] = bars(drawn(OWED), '#111111');
  expect(number(apple, 'y')).toBeLessThan(number(labor, 'y'));
  const [lowest, next] = bars(drawn({ ...OWED, reverseCategories: false }), '#111111');
  expect(number(lowest, 'y')).toBeGreaterThan(number(next, 'y'));
});

test('Clustered columns stand side by side, upwards from zero and downwards below it', () => {
  const series = [
    { name: 'Billed', color: '#111111', values: [200, 50] },
    { name: 'Taken back', color: '#222222', values: [-100, null] },
  ];
  const all = drawn({ ...OWED, kind: 'ColumnClustered', reverseCategories: false, series });
  const [billed] = bars(all, '#111111');
  const [back] = bars(all, '#222222');
  expect(number(billed, 'x') + number(billed, 'width')).toBeCloseTo(number(back, 'x'), 1);
  expect(number(billed, 'y') + number(billed, 'height')).toBeCloseTo(number(back, 'y'), 1);
  expect(number(billed, 'height') / number(back, 'height')).toBeCloseTo(2);
});

test('In a stack what is below zero is apart from what is above', () => {
  const series = [10, -4, 5, -1].map((value, index) => ({
    name: String(index),
    color: '#111111',
    values: [value],
  }));
  expect(barsOf({ ...OWED, categories: ['A'], series })[0]?.map(({ from, to }) => [from, to])).toEqual([
    [0, 10],
    [0, -4],
    [10, 15],
    [-4, -5],
  ]);
});

test.each(['Top', 'Bottom', 'Left', 'Right'] as const)('A legend at %p takes no room from bars', (legend) => {
  const all = drawn({ ...OWED, legend });
  const keys = all.filter((each) => number(each, 'width') === 8 && number(each, 'height') === 8);
  expect(keys).toHaveLength(2);
  for (const bar of [...bars(all, '#111111'), ...bars(all, '#222222')])
    for (const key of keys) expect(overlap(bar, key)).toBe(false);
});

test('Names that have no room under their columns are turned, and too long ones are cut off with a mark', () => {
  const categories = ['A very long name of a payer in a far away state of the union', 'Another long name'];
  const all = drawn({ ...OWED, kind: 'ColumnStacked', categoryAngle: null, categories }, 260, 200);
  const turned = all.filter(({ attributes }) => attributes['transform']?.startsWith('rotate(-45 '));
  expect(turned).toHaveLength(2);
  expect(turned[0]?.text).toMatch(/^A very .*…$/);
});

test.each([
  '</text><script>alert(1)</script>',
  '"/><image href="http://example.com/a.png"/>',
  'a & b <b>',
  '\u0000\u0007\ud800x',
])('Words of a cell are only ever words: %j', (hostile) => {
  const chart: ChartView = {
    ...OWED,
    title: { text: hostile, size: 8, bold: false, color: hostile },
    categories: [hostile, hostile],
    series: [{ name: hostile, color: hostile, values: [1, 2] }],
  };
  const svg = chartSvg(chart, 2000, 300);
  const kinds = new Set(parseXml(svg).children.map(({ local }) => local));
  expect([...kinds].sort()).toEqual(['line', 'rect', 'text']);
  expect(() => encodeURIComponent(svg)).not.toThrow();
  expect([...svg].filter((letter) => letter < ' ')).toEqual([]);
});

test('A kind that cannot be drawn is said in words, under its title', () => {
  const all = drawn({ ...OWED, kind: null });
  expect(words(all)).toEqual(['What payers owe', 'The Desk does not draw a chart of this kind. Excel does.']);
});

test.each([
  ['without series', { series: [], categories: [] }],
  ['without numbers', { series: [{ name: 'x', color: '#111111', values: [null, null] }] }],
  ['smaller than its words', { title: { text: 'Long title', size: 40, bold: false, color: '#000000' } }],
])('A chart %s is drawn with numbers that are numbers', (_, change) => {
  for (const kind of ['BarStacked', 'ColumnClustered'] as const)
    expect(chartSvg({ ...OWED, kind, ...change }, 20, 10)).not.toMatch(
      /NaN|Infinity|="-[\d.]+" (height|fill)/,
    );
});

function overlap(a: XmlElement, b: XmlElement): boolean {
  const apart = (at: string, size: string): boolean =>
    number(a, at) + number(a, size) <= number(b, at) || number(b, at) + number(b, size) <= number(a, at);
  return !apart('x', 'width') && !apart('y', 'height');
}
