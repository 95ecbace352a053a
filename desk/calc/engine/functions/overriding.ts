import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
  IFunctionService,
} from '@univerjs/preset-sheets-node-core';
import { CellError, type CellValue } from '../../../book/book';
import { generalText } from '../../../book/general-text';
import { typedNumber } from '../../../book/typed-number';
import type { Univer } from '../univer';
import type { ValueConverter } from '../values';

export type Calculate = (...args: FunctionVariantType[]) => FunctionVariantType;

/** What functions that differ from Excel's are put right with. */
export class Overriding {
  constructor(
    readonly univer: Univer,
    readonly functions: IFunctionService,
    readonly values: ValueConverter,
    /** The day number of today, for dates without a year. */
    readonly today: () => number,
  ) {}

  /** Puts something around a function, or in its place. Nothing happens where the engine does not have it. */
  around(name: string, make: (before: Calculate) => Calculate): void {
    const executor = this.functions.getExecutor(name);
    if (!executor) return;
    const before = executor.calculate.bind(executor) as Calculate;
    executor.calculate = make(before) as typeof executor.calculate;
  }

  /**
   * A function of single values in the place of the engine's. Ranges and arrays are gone through together: one row or
   * one column among the arguments is repeated beside the others. Left-out arguments are null.
   */
  replaceByCell(name: string, calculate: (...values: CellValue[]) => CellValue): void {
    this.around(name, () => (...args) => {
      const rows = args.map((arg) => this.values.rowsOf(arg));
      const height = rows.reduce((most, each) => Math.max(most, each.length), 1);
      const width = rows.reduce((most, each) => Math.max(most, each[0]?.length ?? 1), 1);
      const result = Array.from({ length: height }, (_, row) =>
        Array.from({ length: width }, (__, column) => {
          const given = rows.map((each) => repeated(each, row, column));
          const error = given.find((value) => value instanceof CellError);
          return error ?? calculate(...given.map((value) => value ?? null));
        }),
      );
      return height === 1 && width === 1
        ? this.values.toObject(result[0]?.[0] ?? null)
        : this.values.toArray(result);
    });
  }

  /** A function with the values at some places changed first. `places`: null for all. */
  changeArguments(
    name: string,
    places: readonly number[] | null,
    change: (value: BaseValueObject) => BaseValueObject,
  ): void {
    this.around(
      name,
      (before) =>
        (...args) =>
          before(...args.map((arg, at) => (!places || places.includes(at) ? this.mapped(arg, change) : arg))),
    );
  }

  mapped(
    variant: FunctionVariantType,
    change: (value: BaseValueObject) => BaseValueObject,
  ): FunctionVariantType {
    const value = variant.isReferenceObject()
      ? (variant as BaseReferenceObject).toArrayValueObject()
      : (variant as BaseValueObject);
    return value.isArray() ? (value as ArrayValueObject).mapValue(change) : change(value);
  }

  number(value: CellValue): number | CellError {
    if (value === null || typeof value === 'boolean') return Number(value);
    if (typeof value !== 'string') return value;
    return typedNumber(value, this.today())?.value ?? new CellError('#VALUE!');
  }
}

export function textOf(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return generalText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof CellError ? value.text : value;
}

function repeated(rows: CellValue[][], row: number, column: number): CellValue {
  const line = rows[rows.length === 1 ? 0 : row];
  const value = line?.[line.length === 1 ? 0 : column];
  return value === undefined ? new CellError('#N/A') : value;
}
