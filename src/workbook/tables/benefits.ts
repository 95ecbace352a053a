import { day, defineTable, money, number, required, rowNeeds, text, type RecordOf } from './define-table';

export const benefitsTable = defineTable('Benefits', {
  about: 'What the plan said when you called.',
  columns: {
    client: rowNeeds(text('Client', 120, 'A name of the Clients table.')),
    payer: required(text('Payer', 120, '')),
    planYearStarts: required(day('Plan year starts', 'Month and day count; empty: not known.')),
    visitsPerYear: required(number('Visits a year', 'Empty: not known.')),
    visitsUsedElsewhere: required(
      number('Used elsewhere', 'Visits of the same pool used with other providers.'),
    ),
    copay: required(money('Copay', '')),
    coinsurancePercent: required(number('Coinsurance %', '')),
    deductibleLeft: required(money('Deductible left', 'On the day you asked.')),
    verifiedOn: required(day('Verified on', 'The day you asked.')),
    dollarsElsewhere: money(
      'Dollars elsewhere',
      'Medicare: therapy dollars of the year used at other clinics.',
    ),
  },
});

export type Benefit = RecordOf<typeof benefitsTable>;
