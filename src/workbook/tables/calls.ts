import { blankText, choice, day, defineTable, required, text, type RecordOf } from './define-table';

export const callsTable = defineTable('Calls', {
  about: 'Calls, appeals and letters to payers, tied to a claim.',
  columns: {
    on: required(day('Date', '')),
    account: required(blankText('Account', 80, '')),
    kind: required(choice('Kind', ['Call', 'Appeal', 'Letter', 'Portal'], '')),
    spokeWith: text('Spoke with', 110, ''),
    reference: text('Reference', 100, ''),
    said: required(text('What was said', 220, '')),
    followUp: required(day('Follow up', '')),
    run: required(text('Run', 90, '')),
  },
});

export type CallRow = RecordOf<typeof callsTable>;
