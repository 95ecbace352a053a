import { LEGEND_POSITIONS, type ChartTitle } from '../../book/book';
import { booleanArgument, numberArgument, textArgument, wordArgument } from '../arguments';
import { readColor } from '../cells/colors';
import type { ClassSpec } from '../class-spec';
import { invalidArgument } from '../errors';
import { object, type PlacedChart } from '../targets';
import { changeable } from './charts';

export const chartTitle: ClassSpec<PlacedChart> = {
  properties: {
    Text: {
      get: ({ chart }) => chart.title.text ?? '',
      set: (target, value) => setTitle(target, { text: textArgument(value) }),
    },
    Visible: {
      get: ({ chart }) => chart.title.text !== null,
      set(target, value) {
        const { text } = target.chart.title;
        setTitle(target, { text: booleanArgument(value) ? (text ?? 'Chart Title') : null });
      },
    },
  },
  links: { Format: (target) => object('ChartTitleFormat', target) },
};

export const chartTitleFormat: ClassSpec<PlacedChart> = {
  links: { Font: (target) => object('ChartFont', target) },
};

/** Of the title. */
export const chartFont: ClassSpec<PlacedChart> = {
  properties: {
    Bold: {
      get: ({ chart }) => chart.title.bold,
      set: (target, value) => setTitle(target, { bold: booleanArgument(value) }),
    },
    Color: {
      get: ({ chart }) => chart.title.color,
      set: (target, value) => setTitle(target, { color: readColor(textArgument(value)) }),
    },
    Size: {
      get: ({ chart }) => chart.title.size,
      set(target, value) {
        const size = numberArgument(value);
        if (size < 1 || size > 409) throw invalidArgument();
        setTitle(target, { size });
      },
    },
  },
};

export const chartLegend: ClassSpec<PlacedChart> = {
  properties: {
    Position: {
      get: ({ chart }) => chart.legend ?? 'Invalid',
      set(target, value) {
        changeable(target).legend = wordArgument(value, LEGEND_POSITIONS);
      },
    },
    Visible: {
      get: ({ chart }) => chart.legend !== null,
      set(target, value) {
        const chart = changeable(target);
        chart.legend = booleanArgument(value) ? (chart.legend ?? 'Right') : null;
      },
    },
  },
};

export const chartAxes: ClassSpec<PlacedChart> = {
  links: { CategoryAxis: (target) => object('ChartAxis', target) },
};

const AUTOMATIC_ANGLE = -4105;

/** The axis of the categories. */
export const chartAxis: ClassSpec<PlacedChart> = {
  properties: {
    TextOrientation: {
      // Excel's number for "automatic" (xlTickLabelOrientationAutomatic).
      get: ({ chart }) => chart.categoryAngle ?? AUTOMATIC_ANGLE,
      set(target, value) {
        const angle = numberArgument(value);
        if (angle < -90 || angle > 90) throw invalidArgument();
        changeable(target).categoryAngle = angle;
      },
    },
    ReversePlotOrder: {
      get: ({ chart }) => chart.reverseCategories,
      set(target, value) {
        changeable(target).reverseCategories = booleanArgument(value);
      },
    },
  },
};

function setTitle(target: PlacedChart, to: Partial<ChartTitle>): void {
  Object.assign(changeable(target).title, to);
}
