import { decidingAnswer, isUndecided } from '../../../src/actions/answers/claim-status';
import { addDays } from '../../../src/billing/values/day';
import { day } from '../../support/values';

type PaneMessage = [kind: 'TA1' | '999' | '277CA', verdict: 'accepted' | 'received' | 'rejected', on: number];
const decides = (...told: PaneMessage[]) => {
  const answers = told.map(([kind, verdict, on]) => ({ kind, verdict, on: addDays(day('2026-11-01'), on) }));
  const best = decidingAnswer(answers);
  return best && `${best.kind} ${best.verdict}`;
};

/** Answers in the order in which they were read, and the one that counts. */
const CASES: [words: string, told: PaneMessage[], counts: string][] = [
  ['an accepted file says less than a rejected claim', [['277CA', 'rejected', 2], ['999', 'received', 3]], '277CA rejected'],
  ['a claim that the clearinghouse took and the payer refused is rejected', [['277CA', 'accepted', 2], ['277CA', 'rejected', 4]], '277CA rejected'],
  ['on one day the rejection counts', [['277CA', 'rejected', 2], ['277CA', 'accepted', 2]], '277CA rejected'],
  ['that it arrived does not take back that it was accepted', [['277CA', 'accepted', 2], ['277CA', 'received', 4]], '277CA accepted'],
  ['an envelope that arrived may still hold a refused file', [['TA1', 'received', 2], ['999', 'rejected', 2]], '999 rejected'],
  ['a refusal that was taken back later', [['277CA', 'rejected', 2], ['277CA', 'accepted', 5]], '277CA accepted'],
]; // prettier-ignore

test.each(CASES)('%s', (_, told, counts) => {
  expect(decides(...told)).toBe(counts);
});

test('no answer decides nothing', () => {
  expect(decides()).toBeNull();
});

test('only what was made or sent waits for an answer', () => {
  expect(['Made', 'sent', '', 'Accepted', 'Rejected'].every(isUndecided)).toBe(true);
  expect(['Paid', 'Denied', 'Voided', 'Part paid'].some(isUndecided)).toBe(false);
});
