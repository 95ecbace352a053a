import type { ChartView } from '../../view/view';

/** Round numbers from the lowest to the highest, zero among them, at most `most` steps. */
export function ticks(lowest: number, highest: number, most: number): number[] {
  const from = Math.min(0, lowest);
  const to = Math.max(0, highest);
  if (from === to) return [0, 1];
  const least = (to - from) / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10);
  const first = Math.floor(from / step + 1e-9);
  const last = Math.ceil(to / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}

/** A bar of a category, from one value to another; `place` of `places` beside each other. */
export interface Bar {
  series: number;
  from: number;
  to: number;
  place: number;
}

/** The bars of each category: one upon the other, apart above and below zero, or side by side. */
export function barsOf({ kind, categories, series }: ChartView): Bar[][] {
  const isStacked = kind?.endsWith('Stacked') ?? false;
  return categories.map((_, category) => {
    let above = 0;
    let below = 0;
    return series.flatMap(({ values }, index): Bar[] => {
      const value = values[category] ?? null;
      if (value === null || value === 0) return [];
      if (!isStacked) return [{ series: index, from: 0, to: value, place: index }];
      const from = value > 0 ? above : below;
      if (value > 0) above += value;
      else below += value;
      return [{ series: index, from, to: from + value, place: 0 }];
    });
  });
}
