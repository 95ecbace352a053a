import { day, defineTable, list, money, required, rowNeeds, text, type RecordOf } from './define-table';

export const feesTable = defineTable('Fees', {
  about:
    'Your full fee of each code: one unit of a timed code, or the whole of an untimed one. A new allowed amount of a payer is a row of its own.',
  columns: {
    code: rowNeeds(text('Code', 70, 'Procedure code.')),
    fee: required(money('Fee', 'For one unit.')),
    payer: required(text('Payer', 120, 'Empty: for everyone. A name: the price agreed with that payer.')),
    aliases: list(
      'Also written',
      110,
      'Words of yours for the service, such as ind; several with semicolons.',
    ),
    allowed: money(
      'Allowed',
      'What the payer of the row allows for one unit. Empty: the fee, or as it paid before.',
    ),
    allowedFrom: day('Allowed from', 'First date of service of the allowed amount; empty: any.'),
    allowedTo: day('Allowed to', 'Last date of service of it; empty: still holds.'),
  },
});

export type Fee = RecordOf<typeof feesTable>;
