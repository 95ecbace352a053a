/** A number as Excel makes text of it (`1/3&""`): 15 digits, and an exponent from 1E+21 and below 1E-9. */
export function generalText(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const size = Math.abs(rounded);
  if (rounded !== 0 && (size >= 1e21 || size < 1e-9)) {
    const [mantissa = '', exponent = ''] = rounded.toExponential().split('e');
    return `${mantissa}E${exponent[0] ?? '+'}${exponent.slice(1).padStart(2, '0')}`;
  }
  if (size < 1e-6 && rounded !== 0) return rounded.toFixed(20).replace(/0+$/, '');
  return String(rounded);
}
