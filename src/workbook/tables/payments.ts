import { MATCHED_BY } from '../../billing/payments/posting';
import {
  blankText,
  choice,
  day,
  defineTable,
  list,
  money,
  required,
  text,
  yesNo,
  type RecordOf,
} from './define-table';

export const paymentsTable = defineTable('Payments', {
  about: 'Money that came in, by claim line. Type your own rows below; leave the columns after Notes empty.',
  key: 'key',
  columns: {
    received: required(day('Received', 'The day the money came.')),
    from: required(text('From', 120, 'Payer or client.')),
    reference: required(text('Check or EFT', 100, '')),
    account: required(text('Account', 80, 'Of the claim.')),
    control: required(text('Line', 96, 'Empty: the whole claim.')),
    allowed: required(money('Allowed', '')),
    paid: required(money('Paid', '0 for a denial; less than zero for money taken back.')),
    adjusted: required(money('Adjusted', 'Written off.')),
    clientOwes: required(money('Client owes', 'Deductible, coinsurance, copay.')),
    reasons: required(text('Reasons', 140, 'CO-45 40.00; PR-1 80.00')),
    notes: text('Notes', 140, ''),
    fromKind: required(choice('Paid by', ['Payer', 'Client'], 'Payer or Client.')),
    client: required(text('Client', 120, '')),
    service: day('Date of service', ''),
    code: text('Code', 56, ''),
    charge: required(money('Charge', 'Charge the payer decided on.')),
    disputed: required(money('Left open', 'Taken off by the payer, but not written off.')),
    remarks: required(list('Remarks', 80, 'Remark codes.', ' ')),
    status: required(text('Claim status', 54, 'CLP02 of the remittance.')),
    denied: required(yesNo('Denied', '')),
    forwardedTo: required(text('Sent on to', 100, 'The next payer.')),
    matchedBy: choice('Found by', MATCHED_BY, 'How the payment found its line.'),
    source: text('Place in the file', 140, ''),
    key: required(text('Key', 140, 'So that the same payment is posted once.')),
    payment: required(text('Payment', 120, 'Row of the Deposits table.')),
    run: required(blankText('Run', 90, '')),
  },
});

export type PaymentRow = RecordOf<typeof paymentsTable>;
