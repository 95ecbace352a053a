import { readColor } from '../cells/colors';
import { restyle, sharedStyle } from '../cells/restyle';
import type { ClassSpec } from '../class-spec';
import type { RangeTarget } from '../targets';

export const rangeFill: ClassSpec<RangeTarget> = {
  properties: {
    Color: {
      // Excel answers white for a cell without a fill.
      get: (range) => sharedStyle(range, (style) => style.fill ?? '#FFFFFF'),
      set: (range, value) => restyle(range, { fill: value === '' ? null : readColor(value) }),
    },
  },
  methods: {
    Clear: (range) => restyle(range, { fill: null }),
  },
};
