import type { Session } from '../../billing/records/session';
import type { WhoPays } from '../../billing/visits/who-pays';
import { keyOf, type RowQuestion } from './row-question';

const BILL = 'bill';
const LEAVE_OUT = 'leave-out';
export const NOT_TO_BILL_ANSWERS = [
  { value: BILL, words: 'Bill it to the insurer' },
  { value: LEAVE_OUT, words: 'Leave it out: it is between you and the client' },
];

/** What people write in their notes of a visit that the insurer is not to get, in lower case and without signs. */
const FORMS: readonly RegExp[] = [
  /\b(?:do not|don ?t|not to|never) bill\b|\bnot billable\b|\bno cobrar\b|\bne pas facturer\b/,
  /\b(?:already|prev\w*) (?:billed|submitted)\b/,
  /\bno charge\b|\bcomped\b|\bcomplimentary\b|\bpro bono\b/,
  /\bself ?pay(?:ing|s)? (?:today|this)\b|\bgift (?:card|cert\w*)\b/,
];

type Answers = ReadonlyMap<string, string>;

function keyIn(notes: string | null): string | null {
  const plain = (notes ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return notes !== null && FORMS.some((form) => form.test(plain)) ? keyOf('not-to-bill', notes) : null;
}

/** The sessions that were answered to be between therapist and client. */
export function withAnsweredNotToBill(sessions: readonly Session[], answers: Answers): Session[] {
  return sessions.map((session) => {
    const key = keyIn(session.notes);
    return key !== null && answers.get(key) === LEAVE_OUT ? { ...session, payer: 'self pay' } : session;
  });
}

/** Asks about notes that say not to bill, of visits that an insurer would get. */
export function notToBillQuestion(
  { notes }: Session,
  who: WhoPays['kind'],
  answers: Answers,
): RowQuestion | null {
  const key = keyIn(notes);
  if (key === null || who !== 'insurance' || answers.get(key) === BILL) return null;
  return {
    rule: 'session-perhaps-not-to-bill',
    key,
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'says' : 'say'} "${notes ?? ''}", and nothing else says whether the insurer gets ${isOne ? 'it' : 'them'}.`,
    fix: 'Say whether it is to be billed.',
    source: 'Claimsheet guesses nothing that decides whether an insurer gets a claim',
    answers: NOT_TO_BILL_ANSWERS,
    cell: ({ cells, place }) => cells.notes ?? place,
  };
}
