/**
 * Column widths. A file counts in digits of the plain font plus padding (ECMA-376 part 1, 18.3.1.13), Office.js in
 * points. Both mean pixels: with the widest digit 7 pixels wide (Calibri 11, Aptos Narrow 11, Arial 10) a column of
 * width w is trunc((256 w + trunc(128 / 7)) / 256 * 7) pixels, and a pixel is 0.75 points. The standard column,
 * 9.140625 in a file, is 64 pixels or 48 points.
 */
const DIGIT = 7;
const POINTS_PER_PIXEL = 0.75;

export function widthInPoints(width: number): number {
  const pixels = Math.trunc(((256 * width + Math.trunc(128 / DIGIT)) / 256) * DIGIT);
  return pixels * POINTS_PER_PIXEL;
}

export function widthInFile(points: number): number {
  const pixels = Math.round(points / POINTS_PER_PIXEL);
  return Math.trunc((pixels / DIGIT) * 256) / 256;
}

const POINTS_PER_INCH = 72;

export function inchesInPoints(inches: number): number {
  return inches * POINTS_PER_INCH;
}

export function pointsInInches(points: number): number {
  return points / POINTS_PER_INCH;
}
