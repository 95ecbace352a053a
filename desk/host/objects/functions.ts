import { dateToSerial } from 'numfmt';
import type { Book } from '../../book/book';
import { integerArgument } from '../arguments';
import type { ClassSpec } from '../class-spec';
import { invalidArgument } from '../errors';
import { object, type Targets } from '../targets';

/** `workbook.functions`: the few worksheet functions that are of use outside a cell. */
export const functions: ClassSpec<Book> = {
  methods: {
    Date(_book, [year, month, day]) {
      // Excel counts months and days over their ends: month 13 is next year's January.
      const date = new Date(
        Date.UTC(integerArgument(year), integerArgument(month) - 1, integerArgument(day)),
      );
      const value = dateToSerial([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      if (value === null || value === undefined || value < 0) throw invalidArgument();
      return object('FunctionResult', { value });
    },
    Today: (_book, _args, workspace) => object('FunctionResult', { value: workspace.today() }),
  },
};

export const functionResult: ClassSpec<Targets['FunctionResult']> = {
  properties: { Value: { get: ({ value }) => value }, Error: { get: () => null } },
};
