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
    if (shape.fill) paint(pixels, size, shape.fill, (point) => isInside(lines, point));
    if (shape.stroke) paint(pixels, size, shape.stroke, (point) => isOnStroke(lines, point, width / 2));
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

function paint(pixels: Uint8Array, size: number, colour: Colour, covers: (point: Point) => boolean): void {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let hits = 0;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        if (covers({ x, y })) hits += 1;
      }
      if (hits > 0) blend(pixels, (row * size + column) * 4, colour, hits / (SAMPLES * SAMPLES));
    }
  }
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

function isInside(lines: readonly Line[], { x, y }: Point): boolean {
  let inside = false;
  for (const { from, to } of lines) {
    if (from.y > y === to.y > y) continue;
    if (x < from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)) inside = !inside;
  }
  return inside;
}

function isOnStroke(lines: readonly Line[], point: Point, half: number): boolean {
  return lines.some(({ from, to }) => {
    const dx = to.x - from.x;
    const dy = to.y - from.y;
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
    const t = Math.min(1, Math.max(0, along));
    const offX = Math.abs(point.x - from.x - t * dx);
    const offY = Math.abs(point.y - from.y - t * dy);
    // Upright and level lines end square, so that corners are filled; slanting ones end round.
    return dx === 0 || dy === 0 ? Math.max(offX, offY) <= half : Math.hypot(offX, offY) <= half;
  });
}
