import {
  blankText,
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

export const claimLinesTable = defineTable('ClaimLines', {
  about: 'The service lines of the register, each with the session rows it came from.',
  key: 'control',
  columns: {
    control: rowNeeds(text('Line', 96, 'Line control number; comes back on the remittance.')),
    account: required(blankText('Account', 80, '')),
    client: required(blankText('Client', 120, '')),
    payer: required(blankText('Payer', 120, '')),
    date: required(day('Date of service', '')),
    code: required(blankText('Code', 56, '')),
    modifiers: required(list('Modifiers', 64, '', ' ')),
    units: required(number('Units', '')),
    minutes: required(number('Minutes', '')),
    charge: required(money('Charge', '')),
    diagnoses: required(list('Diagnoses', 110, 'The ones this line points at.', ' ')),
    sessionRows: required(list('Session rows', 110, 'Where the sessions stood when they were billed.', '; ')),
    sessionKeys: required(list('Session keys', 110, 'What the sessions said when they were billed.', '; ')),
    run: required(blankText('Run', 90, '')),
  },
});

export type ClaimLineRow = RecordOf<typeof claimLinesTable>;
