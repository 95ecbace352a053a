import { invalidArgument } from '../errors';
import { COLOR_NAMES } from './color-names';

/** A colour as Office.js answers it: `#RRGGBB` in capitals. */
export function readColor(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  const hex = value.startsWith('#') ? value : (COLOR_NAMES.get(value.toLowerCase()) ?? `#${value}`);
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw invalidArgument();
  return hex.toUpperCase();
}
