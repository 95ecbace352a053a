export interface Point {
  x: number;
  y: number;
}

/** One path of an icon's SVG, on the 32 x 32 grid. */
export interface Shape {
  segments: Segment[];
  fill: Colour | null;
  stroke: Colour | null;
  strokeWidth: number;
}

/** Two points are a line; four are a Bézier curve, the inner two its control points. */
export type Segment = readonly [Point, Point] | readonly [Point, Point, Point, Point];

export type Colour = readonly [red: number, green: number, blue: number];

/** The shapes of an icon. The icons use `path` alone, with the absolute commands M, L, H, V, C and Z. */
export function shapesOfSvg(svg: string): Shape[] {
  if (!svg.includes('viewBox="0 0 32 32"')) throw new Error('an icon is drawn on a grid of 32 x 32');
  return [...svg.matchAll(/<path\b([^>]*)\/>/g)].map(([, attributes = '']) => {
    const attribute = (name: string): string | null =>
      new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
    return {
      segments: segmentsOfPath(attribute('d') ?? ''),
      fill: colour(attribute('fill')),
      stroke: colour(attribute('stroke')),
      strokeWidth: Number(attribute('stroke-width') ?? 1),
    };
  });
}

function segmentsOfPath(d: string): Segment[] {
  const segments: Segment[] = [];
  let start: Point = { x: 0, y: 0 };
  let at = start;
  const lineTo = (to: Point): void => {
    segments.push([at, to]);
    at = to;
  };
  for (const [, command = '', text = ''] of d.matchAll(/([A-Z])([^A-Z]*)/g)) {
    const [a = 0, b = 0, c = 0, e = 0, x = 0, y = 0] = text
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    if (command === 'M') start = at = { x: a, y: b };
    else if (command === 'L') lineTo({ x: a, y: b });
    else if (command === 'H') lineTo({ x: a, y: at.y });
    else if (command === 'V') lineTo({ x: at.x, y: a });
    else if (command === 'Z') lineTo(start);
    else if (command === 'C') {
      const end = { x, y };
      segments.push([at, { x: a, y: b }, { x: c, y: e }, end]);
      at = end;
    } else throw new Error(`the path command ${command} is not drawn here`);
  }
  return segments;
}

function colour(text: string | null): Colour | null {
  if (text === null || text === 'none') return null;
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}
