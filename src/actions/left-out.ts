import type { NotIncludedReason } from '../billing/superbills/superbill';
import { sum, usDollars, ZERO, type Cents } from '../billing/values/cents';
import type { NotBilledReason } from '../billing/visits/not-billed';
import type { PracticeBook } from '../practice/practice-book';

/** Why a row of the month is on no document and waits for no answer. */
export type LeftOutReason = NotBilledReason | NotIncludedReason | 'unread';

/** Rows of a month that are left out for one reason. */
export interface LeftOut<Why extends LeftOutReason = LeftOutReason> {
  why: Why;
  words: string;
  sessions: number;
  /** What the rows charge; those without a price of their own count as nothing. */
  charges: Cents;
}

/** One and several rows of a reason. */
const NAMES: Readonly<Record<LeftOutReason, readonly [string, string]>> = {
  'no-show': ['no-show', 'no-shows'],
  'late-cancel': ['late cancellation', 'late cancellations'],
  cancelled: ['cancelled visit', 'cancelled visits'],
  scheduled: ['only scheduled', 'only scheduled'],
  cash: ['paid by the client', 'paid by the clients'],
  superbill: ['for a superbill', 'for superbills'],
  'insurance-paid': ['paid by the insurance', 'paid by the insurance'],
  'no-units': ['too short for a unit', 'too short for a unit'],
  claim: ['for a claim', 'for claims'],
  'unclear-payer': ['with an unclear payer', 'with an unclear payer'],
  'nothing-to-hand-in': ['with nothing to hand in', 'with nothing to hand in'],
  unread: ['that cannot be read', 'that cannot be read'],
};

/** The sessions that are left out, by their reasons, and the rows of the month that could not be read. */
export function leftOutByReason<Why extends LeftOutReason>(
  sessions: readonly { why: Why; session: { charge: Cents | null } }[],
  words: Readonly<Record<Why, string>>,
  { unread }: Pick<PracticeBook, 'unread'>,
): LeftOut<Why | 'unread'>[] {
  const reasons = new Map<Why, (Cents | null)[]>();
  for (const { why, session } of sessions) reasons.set(why, [...(reasons.get(why) ?? []), session.charge]);
  const said = [...reasons].map(([why, charges]) => of<Why | 'unread'>(why, words[why], charges));
  return unread.length === 0
    ? said
    : [
        ...said,
        of<Why | 'unread'>(
          'unread',
          unreadWords(unread),
          unread.map(({ charge }) => charge),
        ),
      ];
}

const ROWS_NAMED = 12;

function unreadWords(unread: PracticeBook['unread']): string {
  const named = unread.slice(0, ROWS_NAMED).map(({ row }) => row);
  const more = unread.length > ROWS_NAMED ? ` and ${String(unread.length - ROWS_NAMED)} more` : '';
  return `A cell cannot be read, as its finding says: ${named.join(', ')}${more}.`;
}

function of<Why extends LeftOutReason>(
  why: Why,
  words: string,
  charges: readonly (Cents | null)[],
): LeftOut<Why> {
  return { why, words, sessions: charges.length, charges: sum(charges.map((charge) => charge ?? ZERO)) };
}

/** "11 rows left out: 6 no-shows $720.00, 5 paid by the clients $450.00."; null where none was. */
export function leftOutWords(leftOut: readonly LeftOut[]): string | null {
  const rows = leftOut.reduce((total, { sessions }) => total + sessions, 0);
  if (rows === 0) return null;
  const parts = leftOut.map(({ why, sessions, charges }) => {
    const [one, several] = NAMES[why];
    const money = charges > ZERO ? ` ${usDollars(charges)}` : '';
    return `${String(sessions)} ${sessions === 1 ? one : several}${money}`;
  });
  return `${String(rows)} ${rows === 1 ? 'row' : 'rows'} left out: ${parts.join(', ')}.`;
}
