/** Moves everything that is printed, because no two printers pull paper in alike. Points, 1/72 inch. */
export interface Offset {
  right: number;
  down: number;
}

export const NO_OFFSET: Offset = { right: 0, down: 0 };

/** Half an inch: who needs more has the wrong paper or a scaled print. */
export const MAX_OFFSET = 36;

const POINTS_AN_INCH = 72;
const LENGTH = String.raw`\s*([+-]?\d{1,3}(?:\.\d{1,3})?)\s*(pt|in)?\s*`;
const OFFSET = new RegExp(`^${LENGTH}[,;]${LENGTH}$`, 'i');

/**
 * Reads `2,-3` or `2pt,-3pt` (points to the right and down) and `0.02in,-0.03in` (inches). Null for anything else and
 * for more than half an inch.
 */
export function readOffset(text: string): Offset | null {
  const [, right, rightUnit, down, downUnit] = OFFSET.exec(text) ?? [];
  if (right === undefined || down === undefined) return null;
  const offset = { right: pointsOf(right, rightUnit), down: pointsOf(down, downUnit) };
  const isUsable = Math.abs(offset.right) <= MAX_OFFSET && Math.abs(offset.down) <= MAX_OFFSET;
  return isUsable ? offset : null;
}

function pointsOf(number: string, unit: string | undefined): number {
  const length = Number(number);
  const points = unit?.toLowerCase() === 'in' ? length * POINTS_AN_INCH : length;
  return Math.round(points * 1000) / 1000 + 0;
}
