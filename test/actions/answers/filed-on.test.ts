import { filedOn, filedWords } from '../../../src/actions/answers/filed-on';
import { keptAnswers } from '../../../src/practice/register/kept-answers';
import { readTable } from '../../../src/workbook/tables/read-table';
import { readingOf } from '../../support/own-tables';
import { serial } from '../../support/values';

type Cells = Record<string, string | number>;
const payersOf = (daysToFile: number | '') =>
  readTable(readingOf({ Payers: [{ name: 'Cascade', kind: 'commercial', daysToFile }] }), 'Payers').rows;
const claims = (...rows: Cells[]) => readTable(readingOf({ Claims: rows }), 'Claims').rows;
const answers = (...rows: Cells[]) => keptAnswers(readTable(readingOf({ Answers: rows }), 'Answers').rows);

const CLAIM = { account: 'C1', payer: 'Cascade', from: serial('2026-10-04'), status: 'Accepted' };
const ACCEPTED = {
  account: 'C1',
  kind: '277CA',
  verdict: 'accepted',
  from: 'INVENTED CLEARING',
  on: serial('2026-11-03'),
};
const RECEIVED = {
  account: 'C1',
  kind: '999',
  verdict: 'received',
  from: 'INVCLEAR',
  on: serial('2026-11-02'),
};
const words = (rows: Record<string, string | number>[], kept: Record<string, string | number>[], days: number | '' = 39) => {
  const filed = filedOn('C1', claims(...rows), answers(...kept), payersOf(days));
  return filed && filedWords(filed);
}; // prettier-ignore

test('an accepted claim was filed on the day of its acceptance, so many days before the last', () => {
  expect(words([CLAIM], [RECEIVED, ACCEPTED])).toBe(
    'Filed on 11/03/2026, accepted by INVENTED CLEARING, 9 days before the last day to file (11/12/2026).',
  );
});

test('a file that only arrived is no filing yet', () => {
  expect(words([CLAIM], [RECEIVED], '')).toBe(
    'Received on 11/02/2026 by INVCLEAR, not yet accepted; the payer’s last day to file is not known.',
  );
});

test.each([
  [30, '0 days', 'on the last day to file (11/03/2026)'],
  [31, '1 day', '1 day before the last day to file (11/04/2026)'],
  [28, '2 days late', '2 days after the last day to file (11/01/2026)'],
])('with %i days to file it was %s', (days, _, said) => {
  expect(words([CLAIM], [ACCEPTED], days)).toContain(said);
});

test('the first filing counts for a corrected claim, and a rejected one never does', () => {
  const corrected = { ...CLAIM, replaces: 'C0' };
  const first = { ...ACCEPTED, account: 'C0', on: serial('2026-10-20') };
  const [original] = [{ ...CLAIM, account: 'C0', status: 'Replaced' }];
  expect(words([original, corrected], [first, ACCEPTED])).toContain('Filed on 10/20/2026');
  expect(words([original, corrected], [{ ...first, verdict: 'rejected' }, ACCEPTED])).toContain(
    'Filed on 11/03/2026',
  );
});

test('without an answer there is no proof', () => {
  expect(words([CLAIM], [])).toBeNull();
  expect(words([CLAIM], [{ ...ACCEPTED, verdict: 'rejected' }])).toBeNull();
});
