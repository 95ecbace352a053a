import { blankText, defineTable, number, required, rowNeeds, text } from './define-table';

export const activityTable = defineTable('Activity', {
  about: 'What Claimsheet wrote, and what Undo would take back.',
  key: 'mark',
  columns: {
    run: rowNeeds(text('Run', 90, '')),
    when: blankText('When', 110, ''),
    what: blankText('What', 260, ''),
    sheets: required(blankText('Sheets made', 200, 'Undo deletes these.')),
    rows: required(blankText('Rows added', 160, 'Undo deletes these rows.')),
    changed: required(blankText('Cells changed', 160, 'Undo gives these cells their former values.')),
    number: number('No.', 'Undo takes back the run with the largest number.'),
    state: blankText(
      'State',
      80,
      'Empty when everything of the run was written; Claimsheet puts the rest in order when it starts.',
    ),
    window: blankText('Window', 80, 'The Excel or browser in which it was made.'),
    mark: blankText('Mark', 90, 'Stands on the sheets that the run made, too.'),
    undo: blankText('For Undo', 160, 'What else Undo would take back.'),
  },
});
