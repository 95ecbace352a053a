import { checkMonth } from '../../../../src/actions/check/check-month';
import { onDesk } from '../../../support/desk';
import { inventedPractice } from '../../../support/invented-practice';
import { workbookOf } from '../../../support/practice-workbook';

const DAY = 46300; // 10/5/2026

/** The column, what it says, and what Claimsheet offers to write instead. */
const CASES: readonly (readonly ['Date' | 'CPT' | 'Dx', string, string | number | null])[] = [
  ['Dx', 'M54.5O', 'M54.50'],
  ['Dx', 'm545o', 'M5450'],
  ['Dx', 'MS4.2', null],
  ['Dx', 'M54.2, M79.l8', 'M54.2, M79.18'],
  ['CPT', '9714O', '97140'],
  ['CPT', '97l24-GP x2', '97124-GP x2'],
  ['CPT', '9OOO1', null],
  ['CPT', '97124_GP', '97124-GP'],
  ['CPT', 'GP97124', '97124-GP'],
  ['CPT', '97124GP59', '97124-GP-59'],
  ['CPT', '97124_QQ', null],
  ['Date', '1O/5/2026', DAY],
  ['Date', '10/ 5//2026.', DAY],
  ['Date', 'Oct 5', null],
  ['Date', 'Montag', null],
];

test.each(CASES)('%s "%s" can be mended to %s', async (column, text, to) => {
  const cells = { Date: DAY, CPT: '97124', Dx: 'M54.2', [column]: text };
  const good = [DAY + 1, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120];
  const odd = [cells.Date, 'Ada Applegate', 60, cells.CPT, cells.Dx, 'Cascade Health Plan', 120];
  const header = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'];
  const book = workbookOf({ Sessions: [header, good, [DAY + 2, ...good.slice(1)], odd] }, inventedPractice);
  const { answer } = await onDesk(book, (context) =>
    checkMonth(context, { month: '2026-10', now: new Date(2026, 10, 2) }),
  );
  const all = [
    ...answer.general,
    ...answer.clients.flatMap(({ findings, visits }) => [
      ...findings,
      ...visits.flatMap((visit) => visit.findings),
    ]),
  ];
  const unreadable = all.filter(({ rule }) => rule === `session-${column.toLowerCase()}-unreadable`);
  expect(unreadable).toHaveLength(1);
  expect(unreadable[0]?.cellFix?.to ?? null).toBe(to);
});
