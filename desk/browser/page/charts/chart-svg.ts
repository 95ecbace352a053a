import { displayText } from '../../../host/cells/display';
import type { ChartView } from '../../view/view';
import { drawLegend } from './legend';
import { barsOf, ticks } from './scale';
import { fitted, line, picture, rectangle, SMALL, text, widthOf, type Box } from './svg';

const INSET = 10;
const NOT_DRAWN = 'The Desk does not draw a chart of this kind. Excel does.';

/** A chart as a picture of so many pixels: SVG of its own, with nothing in it that runs or is loaded. */
export function chartSvg(chart: ChartView, width: number, height: number): string {
  const { title } = chart;
  let room: Box = { x: INSET, y: INSET, width: width - 2 * INSET, height: height - 2 * INSET };
  let drawn = '';
  if (title) {
    const size = (title.size * 4) / 3;
    const looks = { size, anchor: 'middle', color: title.color, bold: title.bold } as const;
    drawn += text(width / 2, room.y + size * 0.8, fitted(title.text, room.width, size), looks);
    room = { ...room, y: room.y + size + 8, height: room.height - size - 8 };
  }
  if (chart.kind === null) return picture(width, height, drawn + said(NOT_DRAWN, room));
  const legend = drawLegend(chart, room);
  return picture(width, height, drawn + legend.drawn + plot(chart, legend.left));
}

function said(sentence: string, { x, y, width, height }: Box): string {
  return text(x + width / 2, y + height / 2, fitted(sentence, width), { anchor: 'middle' });
}

function plot(chart: ChartView, room: Box): string {
  const bars = barsOf(chart);
  const ends = bars.flat().map(({ to }) => to);
  const isLying = chart.kind?.startsWith('Bar') ?? false;
  const most = Math.min(8, isLying ? room.width / 70 : room.height / 28);
  const marks = ticks(Math.min(0, ...ends), Math.max(0, ...ends), Math.floor(most));
  const labels = marks.map((mark) => displayText(mark, chart.numberFormat, false).trim());
  const shown = { chart, bars, marks, labels };
  return isLying ? lying(shown, room) : standing(shown, room);
}

interface Shown {
  chart: ChartView;
  bars: ReturnType<typeof barsOf>;
  marks: number[];
  labels: string[];
}

/** Bars from left to right; the first category is at the bottom, as in Excel, unless their order is reversed. */
function lying({ chart, bars, marks, labels }: Shown, room: Box): string {
  const names = widestOf(chart.categories, room.width * 0.35);
  const end = Math.max(...labels.map((label) => widthOf(label))) / 2;
  const axis = { x: room.x + names + 8, width: Math.max(1, room.width - names - 8 - end) };
  const depth = Math.max(1, room.height - SMALL - 7);
  // A reversed axis takes the numbers with it to the other edge.
  const top = chart.reverseCategories ? room.y + SMALL + 7 : room.y;
  const along = scale(marks, axis.x, axis.width);
  const numbersAt = chart.reverseCategories ? room.y + SMALL : room.y + room.height - 2;
  const grid = marks.map((mark, index) => {
    const x = along(mark);
    return line(x, top, x, top + depth) + text(x, numbersAt, labels[index] ?? '', { anchor: 'middle' });
  });
  const slots = slotsOf(chart, chart.reverseCategories, top, depth);
  const content = bars.map((stack, index) => {
    const { start, size, bar } = slots(index);
    const name = fitted(chart.categories[index] ?? '', names);
    const boxes = stack.map(({ series, from, to, place }) => {
      const [x, other] = [along(Math.min(from, to)), along(Math.max(from, to))];
      const y = bar(place);
      return rectangle({ x, y: y.start, width: other - x, height: y.size }, colorOf(chart, series));
    });
    const label = text(axis.x - 6, start + size / 2 + 4, name, { anchor: 'end' });
    return (isNamed(index, size) ? label : '') + boxes.join('');
  });
  return grid.join('') + content.join('');
}

/** Columns; the names of the categories are turned where there is no room for them. */
function standing({ chart, bars, marks, labels }: Shown, room: Box): string {
  const numbers = Math.max(...labels.map((label) => widthOf(label)));
  const axis = { x: room.x + numbers + 8, width: Math.max(1, room.width - numbers - 8) };
  const widest = widestOf(chart.categories, room.height * 0.4);
  const isRoomy = widestOf(chart.categories, Infinity) <= axis.width / Math.max(1, bars.length) - 4;
  const angle = chart.categoryAngle ?? (isRoomy ? 0 : 45);
  const isTurned = angle !== 0;
  const below = isTurned ? Math.abs(Math.sin((angle * Math.PI) / 180)) * widest + SMALL + 4 : SMALL + 7;
  const depth = Math.max(1, room.height - below);
  const upwards = scale(marks, room.y + depth, -depth);
  const grid = marks.map((mark, index) => {
    const y = upwards(mark);
    const number = text(axis.x - 6, y + 4, labels[index] ?? '', { anchor: 'end' });
    return line(axis.x, y, axis.x + axis.width, y) + number;
  });
  const slots = slotsOf(chart, !chart.reverseCategories, axis.x, axis.width);
  const content = bars.map((stack, index) => {
    const { start, size, bar } = slots(index);
    const boxes = stack.map(({ series, from, to, place }) => {
      const [y, other] = [upwards(Math.max(from, to)), upwards(Math.min(from, to))];
      const x = bar(place);
      return rectangle({ x: x.start, y, width: x.size, height: other - y }, colorOf(chart, series));
    });
    const name = fitted(chart.categories[index] ?? '', isTurned ? widest : size);
    const anchor = isTurned ? (angle > 0 ? 'end' : 'start') : 'middle';
    const label = text(start + size / 2, room.y + depth + SMALL + 3, name, { anchor, angle });
    return (isNamed(index, size) ? label : '') + boxes.join('');
  });
  return grid.join('') + content.join('');
}

/** Where a value lies. */
function scale(marks: readonly number[], start: number, length: number): (value: number) => number {
  const first = marks[0] ?? 0;
  const last = marks.at(-1) ?? 1;
  return (value) => start + ((value - first) / (last - first)) * length;
}

/** The room of each category, and in it that of each bar. */
function slotsOf(
  { kind, series, categories, gapWidth }: ChartView,
  isForward: boolean,
  start: number,
  length: number,
) {
  const slot = length / Math.max(1, categories.length);
  const beside = kind?.endsWith('Stacked') ? 1 : Math.max(1, series.length);
  const size = slot / (beside + gapWidth / 100);
  return (index: number) => {
    const at = start + slot * (isForward ? index : categories.length - 1 - index);
    const first = at + (slot - size * beside) / 2;
    const bar = (place: number) => ({ start: first + size * (isForward ? place : beside - 1 - place), size });
    return { start: at, size: slot, bar };
  };
}

/** Of many categories only every second, third … is named, so that the names do not lie on each other. */
function isNamed(index: number, room: number): boolean {
  return index % Math.max(1, Math.ceil((SMALL + 2) / room)) === 0;
}

function widestOf(words: readonly string[], most: number): number {
  return Math.min(most, Math.max(0, ...words.map((each) => widthOf(each))));
}

function colorOf({ series }: ChartView, index: number): string {
  return series[index]?.color ?? '#000000';
}
