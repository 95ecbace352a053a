import {
  blankText,
  choice,
  day,
  defineTable,
  fileNumber,
  required,
  rowNeeds,
  text,
  type RecordOf,
} from './define-table';

export const answersTable = defineTable('Answers', {
  about: 'What came back after claims were sent (999, 277CA, TA1): proof of timely filing.',
  key: 'key',
  columns: {
    on: required(day('Date', 'As the answer says.')),
    kind: required(choice('Kind', ['TA1', '999', '277CA'], 'TA1 and 999: of the file. 277CA: of the claim.')),
    file: required(fileNumber('File', 84, 'Number of the 837P file.')),
    account: rowNeeds(text('Account', 80, 'Of the claim.')),
    verdict: required(
      choice('Verdict', ['accepted', 'received', 'rejected'], 'accepted, received or rejected.'),
    ),
    reasons: blankText('Reasons', 260, ''),
    from: required(blankText('From', 120, 'Clearinghouse or payer.')),
    payerClaimNumber: text('Payer claim number', 110, "The payer's own number."),
    traceNumber: text('Trace number', 110, "The clearinghouse's own number."),
    source: text('Read from', 140, 'Name of the file that was opened.'),
    readOn: day('Read on', ''),
    key: required(blankText('Key', 110, 'So that the same answer is kept once.')),
    run: required(blankText('Run', 90, '')),
  },
});

export type AnswerRow = RecordOf<typeof answersTable>;
