import { blankText, choice, day, defineTable, money, required, text, type RecordOf } from './define-table';

export const depositsTable = defineTable('Deposits', {
  about: 'Each check or transfer, and each amount that the payer took back or added on it.',
  key: 'key',
  columns: {
    received: required(day('Received', '')),
    kind: required(choice('Kind', ['Payment', 'Provider adjustment'], '')),
    from: required(blankText('From', 120, '')),
    reference: required(blankText('Check or EFT', 100, '')),
    amount: required(money('Amount', 'Of the check; a provider adjustment above zero was taken off it.')),
    reason: required(blankText('Reason', 60, 'Of a provider adjustment: WO, L6, FB …')),
    notes: text('Notes', 140, ''),
    file: blankText('Read from', 140, 'Name of the remittance file.'),
    content: required(blankText('Content', 90, 'Fingerprint of what it says.')),
    key: required(blankText('Key', 140, 'So that the same check is posted once.')),
    payment: required(blankText('Payment', 120, 'Of a provider adjustment: key of its check.')),
    run: required(blankText('Run', 90, '')),
  },
});

export type DepositRow = RecordOf<typeof depositsTable>;
