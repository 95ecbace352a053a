import { checkMonth } from '../../src/actions/check/check-month';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { inventedPractice } from '../support/invented-practice';
import { onDesk } from '../support/desk';
import { workbookOf } from '../support/practice-workbook';

const SESSIONS = [
  ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'],
  [46300, 'Ana Ruiz', 60, '97124', 'M54.2', 'Cascade Health Plan', 120],
];
const OPTIONS = { month: '2026-10', now: new Date(2026, 10, 22) };

describe('what computes for long', () => {
  it.each([
    { name: 'Check', work: checkMonth, pauses: 4 },
    { name: 'Claims', work: prepareClaims, pauses: 2 },
  ])('$name lets the pane draw and hear a click in between', async ({ work, pauses }) => {
    const book = workbookOf({ Sessions: SESSIONS }, inventedPractice);
    const { answer } = await onDesk(book, async (context) => {
      let heard = 0;
      const timer = setInterval(() => heard++, 0);
      await work(context, OPTIONS);
      clearInterval(timer);
      return heard;
    });
    expect(answer).toBeGreaterThanOrEqual(pauses - 1);
  });
});
