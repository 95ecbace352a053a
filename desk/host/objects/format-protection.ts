import { booleanArgument } from '../arguments';
import { restyle, sharedStyle } from '../cells/restyle';
import type { ClassSpec } from '../class-spec';
import type { RangeTarget } from '../targets';

export const formatProtection: ClassSpec<RangeTarget> = {
  properties: {
    Locked: {
      get: (range) => sharedStyle(range, (style) => style.locked),
      set: (range, value) => restyle(range, { locked: booleanArgument(value) }),
    },
  },
};
