import { invalidArgument } from '../errors';

/** The sixteen names of HTML 4, which Excel takes beside `#RRGGBB`, and a few it is often given. */
const NAMED: Record<string, string> = {
  aqua: '#00FFFF',
  black: '#000000',
  blue: '#0000FF',
  fuchsia: '#FF00FF',
  gray: '#808080',
  green: '#008000',
  lime: '#00FF00',
  maroon: '#800000',
  navy: '#000080',
  olive: '#808000',
  orange: '#FFA500',
  purple: '#800080',
  red: '#FF0000',
  silver: '#C0C0C0',
  teal: '#008080',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

/** A colour as Office.js answers it: `#RRGGBB` in capitals. */
export function readColor(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  const hex = value.startsWith('#') ? value : (NAMED[value.toLowerCase()] ?? `#${value}`);
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw invalidArgument();
  return hex.toUpperCase();
}
