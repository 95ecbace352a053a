import { defineTable, list, money, required, rowNeeds, text, type RecordOf } from './define-table';

export const feesTable = defineTable('Fees', {
  about: 'Your full fee of each code: one unit of a timed code, or the whole of an untimed one.',
  columns: {
    code: rowNeeds(text('Code', 70, 'Procedure code.')),
    fee: required(money('Fee', 'For one unit.')),
    payer: required(text('Payer', 120, 'Empty: for everyone. A name: the price agreed with that payer.')),
    aliases: list(
      'Also written',
      110,
      'Words of yours for the service, such as ind; several with semicolons.',
    ),
  },
});

export type Fee = RecordOf<typeof feesTable>;
