import { parseArea } from '../../book/address';
import type { Book, CellValue, Sheet } from '../../book/book';
import type { CustomFunction, CustomFunctionTable } from '../custom-function-table';
import type { SheetArea } from '../place';
import { sheetOfAlias } from './translate';

/** Cells, a value written in the formula, or null where nothing is written. */
export type DirectArgument = { cells: SheetArea } | { value: CellValue } | null;

export interface DirectCall {
  called: CustomFunction;
  args: DirectArgument[];
}

const CALL = /^= *([A-Z][A-Z0-9_.]*)\((.+)\) *$/;
const ARGUMENT =
  /(?: *(?:"(?<text>[^"]*)"|(?<number>\d{1,15}(?:\.\d{1,9})?)|(?<flag>TRUE|FALSE)|(?:(?<alias>DeskSheet_\d+_)!)?(?<cells>[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?)) *)?(?:,|$)/y;

/**
 * A formula, in the words of the engine, that is one call of a custom function with nothing to be computed in it: such
 * a call is made without the engine, which would only hand the same arguments over. Null: any other formula.
 */
export function directCall(
  text: string,
  { book, sheet, customFunctions }: { book: Book; sheet: Sheet; customFunctions: CustomFunctionTable },
): DirectCall | null {
  const [, name = '', written = ''] = CALL.exec(text) ?? [];
  const called = customFunctions.functions.get(name);
  if (!called) return null;
  const args: DirectArgument[] = [];
  ARGUMENT.lastIndex = 0;
  for (let isLast = false; !isLast;) {
    const found = ARGUMENT.exec(written);
    const argument = found && argumentOf(found.groups ?? {}, book, sheet);
    if (!found || argument === undefined) return null;
    args.push(argument);
    isLast = !found[0].endsWith(',');
  }
  return { called, args };
}

/** Undefined: a sheet that is not there, or no address. */
function argumentOf(
  { text, number, flag, alias, cells }: Record<string, string | undefined>,
  book: Book,
  own: Sheet,
): DirectArgument | undefined {
  if (text !== undefined) return { value: text };
  if (number !== undefined) return { value: Number(number) };
  if (flag !== undefined) return { value: flag === 'TRUE' };
  if (cells === undefined) return null;
  const sheet = alias === undefined ? own : sheetOfAlias(book, alias);
  const area = parseArea(cells);
  return sheet && area ? { cells: { sheet, area } } : undefined;
}
