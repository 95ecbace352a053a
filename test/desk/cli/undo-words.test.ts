import { undoWords } from '../../../desk/cli/print';

test('what was taken back is told: sheets, rows, and cells that have their former values', () => {
  expect(
    undoWords({
      action: 'undo',
      run: '2026-11 payments',
      what: 'Payments: 2 remittances posted',
      when: '2026-11-22 09:30',
      isElsewhere: true,
      sheetsRemoved: ['Month 2026-10'],
      rowsRemoved: [{ table: 'Payments', rows: 8 }],
      cellsGivenBack: [{ table: 'Claims', cells: 12 }],
      passedOver: null,
      left: ['C26100001'],
    }),
  ).toEqual([
    'Taken back: Payments: 2 remittances posted (2026-11-22 09:30, made in another Excel).',
    'Sheets removed: Month 2026-10.',
    'Rows removed from Payments: 8.',
    'Cells of Claims that have their former values back: 12.',
    'Left as they are: C26100001.',
  ]);
});
