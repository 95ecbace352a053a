import { dateToSerial } from 'numfmt';
import type { Book } from '../../book/book';
import { integerArgument } from '../arguments';
import { DAYS_1904 } from '../cells/display';
import type { ClassSpec } from '../class-spec';
import { invalidArgument } from '../errors';
import { object, type Targets } from '../targets';

/** `workbook.functions`: the few worksheet functions that are of use outside a cell. */
export const functions: ClassSpec<Book> = {
  methods: {
    Date(book, [year, month, day]) {
      // Excel counts months and days over their ends: month 13 is next year's January.
      const date = new Date(
        Date.UTC(integerArgument(year), integerArgument(month) - 1, integerArgument(day)),
      );
      const value = dateToSerial([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      if (value === null || value === undefined || value < 0) throw invalidArgument();
      return object('FunctionResult', { value: ownSystem(book, value) });
    },
    Today: (book, _args, workspace) =>
      object('FunctionResult', { value: ownSystem(book, workspace.today()) }),
  },
};

/** A day number in the workbook's own system: 1904 counts 1,462 days less. */
function ownSystem(book: Book, serial: number): number {
  return book.date1904 ? serial - DAYS_1904 : serial;
}

export const functionResult: ClassSpec<Targets['FunctionResult']> = {
  properties: { Value: { get: ({ value }) => value }, Error: { get: () => null } },
};
