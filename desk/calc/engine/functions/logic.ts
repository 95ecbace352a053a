import type { BaseValueObject } from '@univerjs/preset-sheets-node-core';
import { CellError, type CellValue } from '../../../book/book';
import type { Overriding } from './overriding';

/** Excel takes the texts TRUE and FALSE for what they say, and no other text for a condition. */
export function overrideLogic(overriding: Overriding): void {
  const { univer, values } = overriding;
  const asCondition = (value: BaseValueObject): BaseValueObject => {
    if (!value.isString()) return value;
    const condition = conditionOf(String(value.getValue()));
    return condition instanceof CellError
      ? values.toError(condition)
      : univer.BooleanValueObject.create(condition);
  };
  overriding.changeArguments('IF', [0], asCondition);
  overriding.changeArguments('NOT', [0], asCondition);
  // Texts in cells and arrays are passed over.
  for (const name of ['AND', 'OR', 'XOR'])
    overriding.around(name, (before) => (...args) => {
      const given = args.map((arg) =>
        arg.isReferenceObject() || arg.isArray() ? arg : overriding.mapped(arg, asCondition),
      );
      const error = given.find((arg) => !arg.isReferenceObject() && (arg as BaseValueObject).isError());
      return error ?? before(...given);
    });
}

function conditionOf(text: string): CellValue & (boolean | CellError) {
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : new CellError('#VALUE!');
}
