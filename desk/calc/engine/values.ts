import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/preset-sheets-node-core';
import { CellError, ERROR_TEXTS, LIMITS, type CellValue, type ErrorText } from '../../book/book';
import type { Univer } from './univer';

const KNOWN_ERRORS: ReadonlySet<string> = new Set(ERROR_TEXTS);

/** The engine's value objects to the book's values and back. */
export class ValueConverter {
  constructor(private readonly univer: Univer) {}

  toObject(value: CellValue): BaseValueObject {
    const { NumberValueObject, StringValueObject, BooleanValueObject, NullValueObject } = this.univer;
    if (value === null) return NullValueObject.create();
    if (typeof value === 'number') return NumberValueObject.create(value);
    if (typeof value === 'string') return StringValueObject.create(value);
    if (typeof value === 'boolean') return BooleanValueObject.create(value);
    return this.toError(value);
  }

  /** The message rides along, so that it is still there when the error is the formula's whole answer. */
  toError(error: CellError): BaseValueObject {
    const { ErrorValueObject } = this.univer;
    return ErrorValueObject.create(
      error.text as Parameters<typeof ErrorValueObject.create>[0],
      error.message ?? '',
    );
  }

  toArray(rows: readonly (readonly CellValue[])[]): ArrayValueObject {
    return this.univer.ArrayValueObject.create({
      calculateValueList: rows.map((line) => line.map((value) => this.toObject(value))),
      rowCount: rows.length,
      columnCount: rows[0]?.length ?? 0,
      unitId: '',
      sheetId: '',
      row: -1,
      column: -1,
    });
  }

  /** A single value: null for blank. The caller has resolved references and arrays. */
  fromObject(object: ReturnType<ArrayValueObject['get']>): CellValue {
    if (!object || object.isNull()) return null;
    if (object.isLambda()) return new CellError('#CALC!');
    if (object.isError()) return errorOf(object);
    const value = object.getValue();
    if (typeof value === 'number' && !Number.isFinite(value)) return new CellError('#NUM!');
    if (typeof value === 'string' && value.length > LIMITS.cellCharacters) return new CellError('#VALUE!');
    return value === 0 ? 0 : value;
  }

  /** Rows of values, blanks as null. A single value is one row of one. */
  rowsOf(variant: FunctionVariantType): CellValue[][] {
    const value = variant.isReferenceObject()
      ? (variant as BaseReferenceObject).toArrayValueObject()
      : (variant as BaseValueObject);
    if (!value.isArray()) return [[this.fromObject(value)]];
    const array = value as ArrayValueObject;
    return Array.from({ length: array.getRowCount() }, (_, row) =>
      Array.from({ length: array.getColumnCount() }, (__, column) =>
        this.fromObject(array.getValueOrDefault(row, column)),
      ),
    );
  }
}

function errorOf(object: BaseValueObject): CellError {
  const { getErrorType, getErrorContent } = object as BaseValueObject & {
    getErrorType?: () => string;
    getErrorContent?: () => string;
  };
  const text = String(getErrorType?.call(object) ?? object.getValue());
  const message = getErrorContent?.call(object) ?? '';
  // `#CYCLE!` and `#ERROR!` are the engine's own; Excel has no such errors.
  return new CellError(
    KNOWN_ERRORS.has(text) ? (text as ErrorText) : '#VALUE!',
    message === '' ? null : message,
  );
}
