import type { CellValue } from '../../desk/book/book';
import { inventedPractice } from '../support/invented-practice';
import { workbookOf } from '../support/practice-workbook';
import { openLive, type, type LiveDesk } from './live-desk';

const SEPTEMBER = 46266;
const HEADERS = ['Date', 'Client', 'Minutes', 'CPT', 'Dx', 'Payer', 'Charge'];
const session = (day: number): CellValue[] => [
  SEPTEMBER + day, 'Ada Applegate', 60, '97124', 'M54.2', 'Cascade Health Plan', 120,
]; // prettier-ignore

/** Three weekly sessions of 2026 under an authorization of two: whatever the day, it ran out with the second. */
let desk: LiveDesk;
beforeEach(async () => {
  desk = await openLive(
    workbookOf(
      {
        Sessions: [HEADERS, session(1), session(8), session(15)],
        Look: [
          ['=CLAIM.RUNS_OUT("Ada Applegate")', '=CLAIM.RUNS_OUT("Ada Applegate",,TRUE)'],
          ['=CLAIM.RUNS_OUT("Nobody")', '=CLAIM.RUNS_OUT("")'],
        ],
      },
      {
        ...inventedPractice,
        Authorizations: [{ client: 'Ada Applegate', number: 'A-1', kind: 'authorization', visits: 2 }],
      },
    ),
  );
});
afterEach(() => desk.close());

describe('cells of RUNS_OUT', () => {
  test('give the date of the last session with room, and words', () => {
    expect(desk.show('Look!A1')).toBe(String(SEPTEMBER + 8));
    expect(desk.show('Look!B1')).toBe('ran out 09/09/2026: authorization A-1');
    expect(desk.show('Look!A2')).toBe('#N/A "Nobody" is not in the Clients table.');
    expect(desk.show('Look!B2')).toBe('');
  });

  test('follow a session that is changed', async () => {
    await desk.changing(() => type(desk, 'Sessions!B3', 'Bruno Birchwood'));
    expect(desk.show('Look!B1')).toBe('ran out 09/16/2026: authorization A-1');
  });
});
