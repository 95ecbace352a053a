import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
  IFunctionService,
} from '@univerjs/preset-sheets-node-core';

import { LIMITS } from '../../book/book';

/** Cells that a formula may read in one range, or make in one array: two whole columns. */
export const MAX_CELLS = 2_097_152;

/** A formula that is too much for the Desk; Excel may calculate it. */
export class TooLarge extends Error {}

/** Functions that ask where or how large a reference is, not what is in it. */
export const LOOKS_AT_PLACE_ONLY = new Set([
  'ROW',
  'ROWS',
  'COLUMN',
  'COLUMNS',
  'AREAS',
  'ISREF',
  'SHEET',
  ':',
]);

/** Functions that take a part of a reference, however large it is. */
export const PICKS_FROM = new Set(['INDEX', 'OFFSET']);

/** Functions that make an array as large as their arguments say: where rows and columns stand. */
const MAKERS: readonly (readonly [name: string, rows: number, columns: number])[] = [
  ['SEQUENCE', 0, 1],
  ['RANDARRAY', 0, 1],
  ['MAKEARRAY', 0, 1],
  ['EXPAND', 1, 2],
];

/** Makes every function refuse, with TooLarge, to make more cells than the Desk can hold. */
export function boundResults(functions: IFunctionService): void {
  for (const executor of functions.getExecutors().values()) {
    if (LOOKS_AT_PLACE_ONLY.has(String(executor.name)) || PICKS_FROM.has(String(executor.name))) continue;
    const maker = MAKERS.find(([name]) => name === String(executor.name));
    const calculate = executor.calculate.bind(executor) as (
      ...args: FunctionVariantType[]
    ) => BaseValueObject;
    executor.calculate = (...args: FunctionVariantType[]) => {
      const [rows, columns] = maker
        ? [count(args[maker[1]]), count(args[maker[2]])]
        : [widest(args, rowsOf), widest(args, columnsOf)];
      if (rows * columns > MAX_CELLS) throw new TooLarge();
      return calculate(...args);
    };
  }
}

/** Arrays are calculated with each other cell by cell, over the rows of one and the columns of another. */
function widest(args: readonly FunctionVariantType[], sizeOf: (arg: FunctionVariantType) => number): number {
  return args.reduce((most, arg) => Math.max(most, sizeOf(arg)), 1);
}

export function cellCount(reference: BaseReferenceObject): number {
  return rowsOf(reference) * columnsOf(reference);
}

/** The engine has no number for the rows of whole columns, nor for the columns of whole rows. */
function rowsOf(arg: FunctionVariantType): number {
  if (arg.isReferenceObject()) return (arg as BaseReferenceObject).getRowCount() || LIMITS.rows;
  return arg.isArray() ? (arg as ArrayValueObject).getRowCount() : 1;
}

function columnsOf(arg: FunctionVariantType): number {
  if (arg.isReferenceObject()) return (arg as BaseReferenceObject).getColumnCount() || LIMITS.columns;
  return arg.isArray() ? (arg as ArrayValueObject).getColumnCount() : 1;
}

function count(arg: FunctionVariantType | undefined): number {
  if (!arg || arg.isReferenceObject() || arg.isArray()) return 1;
  const value = Number((arg as BaseValueObject).getValue());
  return Number.isFinite(value) ? Math.max(1, Math.trunc(value)) : 1;
}
