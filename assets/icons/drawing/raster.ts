import type { Colour, Point, Segment, Shape } from './shape';

interface Line {
  from: Point;
  to: Point;
}

const GRID = 32;
/** Samples a pixel, each way. */
const SAMPLES = 8;
const CURVE_STEPS = 24;

/** Line weights of Office's Monoline icons: redrawn at each size, never scaled. */
export function lineWeight(size: number): number {
  return size < 40 ? 1 : 2;
}

/** An icon at a size in pixels: rows of red, green, blue, alpha. */
export function raster(shapes: readonly Shape[], size: number): Uint8Array {
  const pixels = new Uint8Array(size * size * 4);
  for (const shape of shapes) {
    const width = shape.stroke ? strokeWidth(shape.strokeWidth, size) : 0;
    const lines = shape.segments.flatMap((segment) => linesOf(onPixels(segment, size / GRID, width)));
    if (shape.fill) paint(pixels, size, shape.fill, (samples) => markInside(samples, lines));
    if (shape.stroke) paint(pixels, size, shape.stroke, (samples) => markStroke(samples, lines, width / 2));
  }
  return pixels;
}

/** Whole pixels. Small icons have no room for a line that is half a pixel wider. */
function strokeWidth(drawn: number, size: number): number {
  const width = drawn * lineWeight(size);
  return Math.max(1, size < GRID ? Math.floor(width) : Math.round(width));
}

/** Scales the points and moves them so that a stroke covers whole pixels and stays sharp. */
function onPixels(segment: Segment, scale: number, width: number): Point[] {
  const half = width % 2 === 0 ? 0 : 0.5;
  const snap = (value: number): number => Math.round(value * scale - half) + half;
  return segment.map(({ x, y }) => ({ x: snap(x), y: snap(y) }));
}

function linesOf([p0, p1, p2, p3]: readonly Point[]): Line[] {
  if (!p0 || !p1) return [];
  if (!p2 || !p3) return [{ from: p0, to: p1 }];
  const mix = (t: number, a: number, b: number, c: number, d: number): number =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  const at = (t: number): Point => ({
    x: mix(t, p0.x, p1.x, p2.x, p3.x),
    y: mix(t, p0.y, p1.y, p2.y, p3.y),
  });
  return Array.from({ length: CURVE_STEPS }, (_, step) => ({
    from: at(step / CURVE_STEPS),
    to: at((step + 1) / CURVE_STEPS),
  }));
}

/** Which points of a fine grid a shape covers; `side` of them a row, SAMPLES a pixel. */
interface Samples {
  side: number;
  covered: Uint8Array;
}

/** Where a sample stands, in pixels; and the first sample at or after a place. */
const placeOf = (sample: number): number => (sample + 0.5) / SAMPLES;
const firstAt = (place: number): number => Math.max(0, Math.ceil(place * SAMPLES - 0.5));

function paint(pixels: Uint8Array, size: number, colour: Colour, mark: (samples: Samples) => void): void {
  const side = size * SAMPLES;
  const samples = { side, covered: new Uint8Array(side * side) };
  mark(samples);
  for (let pixel = 0; pixel < size * size; pixel++) {
    const hits = hitsOf(samples, (pixel % size) * SAMPLES, ((pixel / size) | 0) * SAMPLES);
    if (hits > 0) blend(pixels, pixel * 4, colour, hits / (SAMPLES * SAMPLES));
  }
}

function hitsOf({ side, covered }: Samples, left: number, top: number): number {
  let hits = 0;
  for (let row = top; row < top + SAMPLES; row++) {
    for (let at = row * side + left; at < row * side + left + SAMPLES; at++) hits += covered[at] ?? 0;
  }
  return hits;
}

/** Paints over what is there (Porter and Duff's "over", with straight alpha). */
function blend(pixels: Uint8Array, at: number, colour: Colour, alpha: number): void {
  const under = (pixels[at + 3] ?? 0) / 255;
  const over = alpha + under * (1 - alpha);
  for (const [channel, value] of colour.entries()) {
    const below = pixels[at + channel] ?? 0;
    pixels[at + channel] = Math.round((value * alpha + below * under * (1 - alpha)) / over);
  }
  pixels[at + 3] = Math.round(over * 255);
}

/** Row by row, from every odd crossing with the outline to the next even one. */
function markInside({ side, covered }: Samples, lines: readonly Line[]): void {
  for (let row = 0; row < side; row++) {
    const y = placeOf(row);
    const crossings = lines
      .filter(({ from, to }) => from.y > y !== to.y > y)
      .map(({ from, to }) => from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x))
      .sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const end = Math.min(side, firstAt(crossings[pair + 1] ?? 0));
      covered.fill(1, row * side + firstAt(crossings[pair] ?? 0), row * side + end);
    }
  }
}

function markStroke({ side, covered }: Samples, lines: readonly Line[], half: number): void {
  for (const { from, to } of lines) {
    const bottom = Math.min(side, firstAt(Math.max(from.y, to.y) + half) + 1);
    const right = Math.min(side, firstAt(Math.max(from.x, to.x) + half) + 1);
    for (let row = firstAt(Math.min(from.y, to.y) - half); row < bottom; row++) {
      for (let column = firstAt(Math.min(from.x, to.x) - half); column < right; column++) {
        if (isNear(from, to, placeOf(column), placeOf(row), half)) covered[row * side + column] = 1;
      }
    }
  }
}

/** Upright and level lines end square, so that corners are filled; slanting ones end round. */
function isNear(from: Point, to: Point, x: number, y: number, half: number): boolean {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length;
  const t = along < 0 ? 0 : along > 1 ? 1 : along;
  const offX = x - from.x - t * dx;
  const offY = y - from.y - t * dy;
  if (dx !== 0 && dy !== 0) return offX * offX + offY * offY <= half * half;
  return offX <= half && offX >= -half && offY <= half && offY >= -half;
}
