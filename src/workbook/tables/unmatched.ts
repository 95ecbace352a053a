import {
  blankText,
  day,
  defineTable,
  list,
  money,
  required,
  rowNeeds,
  text,
  type RecordOf,
} from './define-table';

export const unmatchedTable = defineTable('Unmatched', {
  about: 'Payments that found no line of the register, to be settled by hand.',
  key: 'key',
  columns: {
    received: required(day('Received', '')),
    from: required(blankText('From', 120, '')),
    reference: required(blankText('Check or EFT', 100, '')),
    client: required(blankText('Client', 120, 'As the remittance has it.')),
    memberId: required(blankText('Member ID', 100, '')),
    account: required(blankText('Account', 80, 'As the remittance has it.')),
    service: required(day('Date of service', '')),
    code: required(blankText('Code', 56, '')),
    modifiers: required(list('Modifiers', 64, '', ' ')),
    charge: required(money('Charge', '')),
    allowed: required(money('Allowed', '')),
    paid: required(money('Paid', '')),
    reasons: required(blankText('Reasons', 140, '')),
    remarks: required(list('Remarks', 80, '', ' ')),
    status: required(blankText('Claim status', 54, '')),
    why: blankText('Why', 220, ''),
    settledWith: required(text('Settled with', 96, 'The line it was posted to, or: not ours.')),
    payerClaimNumber: required(blankText('Payer claim number', 110, '')),
    forwardedTo: required(text('Sent on to', 100, 'The next payer.')),
    source: blankText('Place in the file', 140, ''),
    key: rowNeeds(text('Key', 140, '')),
    payment: required(blankText('Payment', 120, 'Row of the Deposits table.')),
    run: required(blankText('Run', 90, '')),
  },
});

export type UnmatchedRow = RecordOf<typeof unmatchedTable>;
