import { isUnbounded } from '../../book/areas';
import type { Area } from '../../book/book';
import type { BorderLine, Edge } from '../../book/styles';
import { integerArgument, wordArgument } from '../arguments';
import { readColor } from '../cells/colors';
import { restyle, sharedStyle } from '../cells/restyle';
import type { ClassSpec } from '../class-spec';
import { unsupported } from '../errors';
import { object, type BorderIndex, type HostObject, type RangeTarget, type Targets } from '../targets';

const EDGES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
] as const;
const DIAGONALS = ['DiagonalDown', 'DiagonalUp'] as const;
const STYLES = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
] as const;
const WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
const PLAIN: BorderLine = { style: 'Continuous', weight: 'Thin', color: '#000000' };

export const rangeBorderCollection: ClassSpec<RangeTarget> = {
  items: (range) => EDGES.map((edge) => object('RangeBorder', { range, edge })),
  item: border,
  methods: {
    GetItem: (range, [index]) => border(range, index),
    GetItemAt: (range, [index]) => border(range, EDGES[integerArgument(index)]),
  },
};

type BorderTarget = Targets['RangeBorder'];

export const rangeBorder: ClassSpec<BorderTarget> = {
  properties: {
    SideIndex: { get: ({ edge }) => edge },
    Style: {
      get: (target) => shared(target, (line) => line?.style ?? 'None'),
      set(target, value) {
        const style = wordArgument(value, STYLES);
        // Excel draws a double line in its own weight.
        const weight = style === 'Double' ? { weight: 'Thick' } : {};
        draw(target, (line) => (style === 'None' ? null : { ...(line ?? PLAIN), style, ...weight }));
      },
    },
    Weight: {
      get: (target) => shared(target, (line) => line?.weight ?? PLAIN.weight),
      set(target, value) {
        const weight = wordArgument(value, WEIGHTS);
        draw(target, (line) => ({ ...(line ?? PLAIN), weight }));
      },
    },
    Color: {
      get: (target) => shared(target, (line) => line?.color ?? PLAIN.color),
      set(target, value) {
        const color = readColor(value);
        draw(target, (line) => ({ ...(line ?? PLAIN), color }));
      },
    },
  },
};

function border(range: RangeTarget, index: unknown): HostObject {
  const edge = wordArgument<BorderIndex | (typeof DIAGONALS)[number]>(index, [...EDGES, ...DIAGONALS]);
  if (edge === 'DiagonalDown' || edge === 'DiagonalUp') throw unsupported(`RangeBorder ${edge}`);
  return object('RangeBorder', { range, edge });
}

/** The cells whose side it is, and which side of them; an inside line belongs to both its neighbours. */
function sides({ range, edge }: BorderTarget): { area: Area; side: Edge }[] {
  const { area } = range;
  const last = { row: area.row + area.rows - 1, column: area.column + area.columns - 1 };
  switch (edge) {
    case 'EdgeTop':
      return [{ area: { ...area, rows: 1 }, side: edge }];
    case 'EdgeBottom':
      return [{ area: { ...area, row: last.row, rows: 1 }, side: edge }];
    case 'EdgeLeft':
      return [{ area: { ...area, columns: 1 }, side: edge }];
    case 'EdgeRight':
      return [{ area: { ...area, column: last.column, columns: 1 }, side: edge }];
    case 'InsideHorizontal':
      if (area.rows === 1) return [];
      return [
        { area: { ...area, rows: area.rows - 1 }, side: 'EdgeBottom' },
        { area: { ...area, row: area.row + 1, rows: area.rows - 1 }, side: 'EdgeTop' },
      ];
    case 'InsideVertical':
      if (area.columns === 1) return [];
      return [
        { area: { ...area, columns: area.columns - 1 }, side: 'EdgeRight' },
        { area: { ...area, column: area.column + 1, columns: area.columns - 1 }, side: 'EdgeLeft' },
      ];
  }
}

function shared<T>(target: BorderTarget, read: (line: BorderLine | undefined) => T): T | null {
  const [first] = sides(target);
  if (!first) return null;
  return sharedStyle({ ...target.range, area: first.area }, (style) => read(style.borders[first.side]));
}

function draw(target: BorderTarget, change: (line: BorderLine | undefined) => BorderLine | null): void {
  if (isUnbounded(target.range.area)) throw unsupported('borders of whole rows or columns');
  for (const { area, side } of sides(target)) {
    restyle({ ...target.range, area }, (style) => {
      const { [side]: before, ...others } = style.borders;
      const line = change(before);
      return { borders: line ? { ...others, [side]: line } : others };
    });
  }
}
