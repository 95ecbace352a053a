import { booleanArgument, numberArgument, textArgument, wordArgument } from '../arguments';
import { readColor } from '../cells/colors';
import { restyle, sharedStyle } from '../cells/restyle';
import type { ClassSpec, Property } from '../class-spec';
import { invalidArgument, unsupported } from '../errors';
import type { RangeTarget } from '../targets';

const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;

export const rangeFont: ClassSpec<RangeTarget> = {
  properties: {
    Name: {
      get: (range) => sharedStyle(range, (style) => style.fontName ?? range.sheet.book.defaultFont.name),
      set: (range, value) => restyle(range, { fontName: textArgument(value) }),
    },
    Size: {
      get: (range) => sharedStyle(range, (style) => style.fontSize ?? range.sheet.book.defaultFont.size),
      set(range, value) {
        const fontSize = numberArgument(value);
        if (fontSize < 1 || fontSize > 409) throw invalidArgument();
        restyle(range, { fontSize });
      },
    },
    Color: {
      get: (range) => sharedStyle(range, (style) => style.fontColor ?? '#000000'),
      set: (range, value) => restyle(range, { fontColor: readColor(value) }),
    },
    Bold: flag('bold'),
    Italic: flag('italic'),
    Strikethrough: flag('strikethrough'),
    Underline: {
      get: (range) => sharedStyle(range, (style) => (style.underline ? 'Single' : 'None')),
      set(range, value) {
        const underline = wordArgument(value, UNDERLINES);
        if (underline !== 'None' && underline !== 'Single')
          throw unsupported(`RangeFont.underline '${underline}'`);
        restyle(range, { underline: underline === 'Single' });
      },
    },
  },
};

function flag(name: 'bold' | 'italic' | 'strikethrough'): Property<RangeTarget> {
  return {
    get: (range) => sharedStyle(range, (style) => style[name]),
    set: (range, value) => restyle(range, { [name]: booleanArgument(value) }),
  };
}
