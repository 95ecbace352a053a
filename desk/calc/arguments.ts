import { CellError, type CellValue } from '../book/book';
import type { CustomFunction, CustomFunctionParameter, ParameterType } from './custom-function-table';
import type { Invocation } from './custom-functions';
import type { EngineArgument } from './engine/engine';

export type PreparedArguments = { args: Invocation['args'] } | { error: CellError };

/**
 * What Excel hands to a custom function, or the error it answers without calling it. Sources:
 * - omitted arguments are null: learn.microsoft.com/office/dev/add-ins/excel/custom-functions-parameter-options;
 * - too few arguments are #VALUE!: github.com/OfficeDev/office-js/issues/710;
 * - an error is the answer unless the metadata say allowErrorForDataTypeAny, and then only for `any`:
 *   learn.microsoft.com/office/dev/add-ins/excel/custom-functions-json.
 */
export function prepareArguments(
  called: CustomFunction,
  given: readonly EngineArgument[],
): PreparedArguments {
  const { parameters } = called;
  const required = parameters.filter((parameter) => !parameter.isOptional).length;
  if (given.length < required || given.length > parameters.length)
    return { error: new CellError('#VALUE!', wrongNumber(called, given.length)) };
  const args: Invocation['args'] = [];
  for (const [at, parameter] of parameters.entries()) {
    const argument = given[at] ?? null;
    const prepared = argument === null ? null : prepareArgument(called, parameter, argument);
    if (prepared instanceof CellError && !isPassed(prepared, called, parameter)) return { error: prepared };
    args.push(prepared);
  }
  return { args };
}

function prepareArgument(
  called: CustomFunction,
  parameter: CustomFunctionParameter,
  rows: CellValue[][],
): CellValue | CellValue[][] {
  if (!parameter.isMatrix) {
    const isSingle = rows.length === 1 && rows[0]?.length === 1;
    return isSingle
      ? coerce(rows[0]?.[0] ?? null, parameter.type)
      : new CellError('#VALUE!', `The argument "${parameter.name}" takes one cell, not a range.`);
  }
  const prepared = rows.map((line) => line.map((value) => coerce(value, parameter.type)));
  for (const value of prepared.flat())
    if (value instanceof CellError && !isPassed(value, called, parameter)) return value;
  return prepared;
}

function isPassed(_: CellError, called: CustomFunction, parameter: CustomFunctionParameter): boolean {
  return called.allowsErrors && parameter.type === 'any';
}

/**
 * A value as a parameter's type asks for it. A blank cell is 0 for a number, '' for a text and FALSE for a
 * boolean; for `any` it is null (since August 2024; older desktop Excel sent 0):
 * github.com/OfficeDev/office-js/issues/4702 and 5262. Text that reads as a number is one; other text in a
 * number's place is #VALUE!, as for Excel's own functions.
 */
function coerce(value: CellValue, type: ParameterType): CellValue {
  if (value instanceof CellError || type === 'any') return value;
  if (value === null) return type === 'number' ? 0 : type === 'string' ? '' : false;
  if (type === 'number') return asNumber(value);
  if (type === 'boolean') return asBoolean(value);
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}

function asNumber(value: string | number | boolean): CellValue {
  if (typeof value !== 'string') return Number(value);
  const text = value.trim();
  const isNumber = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text);
  return isNumber ? Number(text) : new CellError('#VALUE!');
}

function asBoolean(value: string | number | boolean): CellValue {
  if (typeof value !== 'string') return Boolean(value);
  if (/^\s*(true|false)\s*$/i.test(value)) return /true/i.test(value);
  return new CellError('#VALUE!');
}

function wrongNumber(called: CustomFunction, given: number): string {
  return `${called.fullName} takes ${String(called.parameters.length)} arguments at most, and got ${String(given)}.`;
}
