import {
  choice,
  day,
  defineTable,
  list,
  money,
  number,
  required,
  rowNeeds,
  text,
  type RecordOf,
} from './define-table';

export const authorizationsTable = defineTable('Authorizations', {
  about: 'Orders, referrals and prior authorizations, each with what it allows.',
  columns: {
    client: rowNeeds(text('Client', 120, 'A name of the Clients table.')),
    payer: required(text('Payer', 120, 'Empty: every payer of the client.')),
    number: required(text('Number', 100, 'Box 23.')),
    kind: required(choice('Kind', ['authorization', 'referral', 'order'], '')),
    from: required(day('From', 'First day.')),
    to: required(day('To', 'Last day.')),
    visits: required(number('Visits', 'Visits allowed; empty: not known.')),
    units: required(number('Units', 'Units allowed; empty: not known.')),
    dollars: required(money('Dollars', 'Money allowed; empty: not known.')),
    codes: required(list('Codes', 100, 'Procedure codes it covers; empty: all.')),
  },
});

export type Authorization = RecordOf<typeof authorizationsTable>;
