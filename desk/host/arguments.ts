import type { Area } from '../book/book';
import { isInGrid } from '../book/areas';
import { invalidArgument } from './errors';
import { HostObject, type RangeTarget } from './targets';

/** Reads arguments as Excel does: what has the wrong type is refused with `InvalidArgument`. */
export function textArgument(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

export function integerArgument(value: unknown, ifMissing?: number): number {
  if ((value === null || value === undefined) && ifMissing !== undefined) return ifMissing;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
  return value;
}

export function numberArgument(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw invalidArgument();
  return value;
}

export function booleanArgument(value: unknown, ifMissing?: boolean): boolean {
  if ((value === null || value === undefined) && ifMissing !== undefined) return ifMissing;
  if (typeof value !== 'boolean') throw invalidArgument();
  return value;
}

export function isMissing(value: unknown): value is null | undefined | '' {
  return value === null || value === undefined || value === '';
}

/** One of the words of an Office.js enumeration, in any case; answers the word as Office.js writes it. */
export function wordArgument<T extends string>(value: unknown, words: readonly T[]): T {
  const wanted = typeof value === 'string' ? value.toLowerCase() : '';
  const word = words.find((candidate) => candidate.toLowerCase() === wanted);
  if (word === undefined) throw invalidArgument();
  return word;
}

export function optionalRange(value: unknown): RangeTarget | null {
  return value instanceof HostObject && value.type === 'Range' ? (value.target as RangeTarget) : null;
}

export function gridArea(area: Area): Area {
  if (!isInGrid(area)) throw invalidArgument();
  return area;
}
