import type { AnsweredClaim, AnswersReport } from '../../../../src/actions/answers/prepare-answers';
import { answersView, keptWords } from '../../../../src/taskpane/model/month/answers-view';
import { day } from '../../../support/values';

const answer = (account: string, verdict: AnsweredClaim['verdict']): AnsweredClaim => ({
  account,
  verdict,
  client: 'Ada Applegate',
  payer: 'Cascade Health Plan',
  kind: '277CA',
  on: day('2026-11-03'),
  from: 'OFFICE ALLY',
  reasons: verdict === 'rejected' ? [{ code: 'A7:562', words: 'The NPI is not known.' }] : [],
  payerClaimNumber: null,
  status: 'Accepted',
  words: 'Filed on 11/03/2026.',
});

const report = (change: Partial<AnswersReport> = {}): AnswersReport => ({
  action: 'answers',
  files: ['answers.277'],
  claims: [answer('C1', 'accepted'), answer('C2', 'rejected'), answer('C3', 'accepted')],
  accepted: 2,
  received: 0,
  rejected: 1,
  kept: 3,
  keptBefore: 0,
  findings: [],
  ...change,
});

test('what was rejected stands first, with its reasons, and all have their proof or their next step', () => {
  const { groups } = answersView({ report: report(), isNew: true });
  expect(groups.map(({ title }) => title)).toEqual(['1 claim rejected', '2 claims accepted']);
  expect(groups[0]?.claims[0]).toMatchObject({
    key: 'C2',
    detail: 'C2 to Cascade Health Plan; 277CA of 11/03/2026 from OFFICE ALLY',
    reasons: [{ code: 'A7:562', words: 'The NPI is not known.' }],
    words: 'Filed on 11/03/2026.',
  });
});

test.each([
  ['new answers', report(), true, 'Keep 3 answers', null],
  ['one', report({ kept: 1 }), true, 'Keep 1 answer', null],
  ['only other statuses', report({ kept: 0, keptBefore: 3 }), true, 'Bring the claims up to date', null],
  [
    'the same file again',
    report({ kept: 0, keptBefore: 3 }),
    false,
    null,
    'These answers were kept before. Nothing is kept twice.',
  ],
  [
    'nothing of ours',
    report({ claims: [], kept: 0 }),
    false,
    null,
    'There is nothing to keep in these files.',
  ],
])('the button and what is said for %s', (_, told, isNew, label, note) => {
  const view = answersView({ report: told, isNew });
  expect([view.keepLabel, view.note]).toEqual([label, note]);
});

test('what was kept is told', () => {
  expect(keptWords(report())).toEqual(['3 answers kept: 1 claim rejected, 2 claims accepted.']);
});
