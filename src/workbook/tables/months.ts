import {
  blankText,
  choice,
  day,
  defineTable,
  money,
  rowNeeds,
  required,
  text,
  type RecordOf,
} from './define-table';

/** `Sheet`: its sheet was made; `Closed`: by hand, until it is reopened; `Open`: reopened. */
export const MONTH_STATES = ['Sheet', 'Closed', 'Open'] as const;

export const monthsTable = defineTable('Months', {
  about: 'Months whose sheet was made or that were closed, as they stood then. Claimsheet fills it in.',
  key: 'key',
  columns: {
    key: rowNeeds(text('Key', 150, 'The month; with a line behind it, what moved on that line.')),
    month: required(blankText('Month', 60, '')),
    state: choice('State', MONTH_STATES, 'Of the month; change it with Close and Reopen in the pane.'),
    keptOn: day('Kept on', 'When it was closed, or its sheet was made.'),
    control: required(blankText('Line', 96, 'Empty in the row of the month itself.')),
    account: required(blankText('Account', 80, '')),
    client: required(blankText('Client', 120, '')),
    payer: required(blankText('Payer', 120, '')),
    opening: required(money('Opening', '')),
    charges: required(money('Charges', '')),
    paidByPayers: required(money('Paid by payers', '')),
    paidByClients: required(money('Paid by clients', '')),
    adjustments: required(money('Written off', '')),
    closing: required(money('Closing', '')),
    rests: required(blankText('Rests on', 90, 'Fingerprint of its lines.')),
    keptBy: required(blankText('Kept by', 110, 'The run whose lines count.')),
    run: required(blankText('Run', 90, '')),
  },
});

export type MonthRow = RecordOf<typeof monthsTable>;
