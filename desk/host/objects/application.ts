import type { Book } from '../../book/book';
import { wordArgument } from '../arguments';
import type { ClassSpec } from '../class-spec';

const MODES = ['Automatic', 'AutomaticExceptTables', 'Manual'] as const;
const CALCULATIONS = ['Recalculate', 'Full', 'FullRebuild'] as const;

export const application: ClassSpec<Book> = {
  properties: {
    CalculationMode: {
      get: (_book, workspace) => workspace.calculationMode,
      set(_book, value, workspace) {
        workspace.calculationMode = wordArgument(value, MODES);
      },
    },
    CalculationState: { get: (_book, workspace) => (workspace.dirty ? 'Pending' : 'Done') },
    DecimalSeparator: { get: () => '.' },
    ThousandsSeparator: { get: () => ',' },
    UseSystemSeparators: { get: () => true },
  },
  calculates: new Set(['Calculate']),
  methods: {
    Calculate(_book, [type], workspace) {
      if (wordArgument(type, CALCULATIONS) !== 'Recalculate') workspace.allDue = true;
    },
    SuspendApiCalculationUntilNextSync(_book, _args, workspace) {
      workspace.calculationSuspended = true;
    },
    // There is no screen that could flicker.
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};
