import { serialOf } from '../../billing/values/day';
import type { KeptAnswer } from '../../practice/register/kept-answers';

/** What a clearinghouse or payer has said of a claim before it was decided on, as the register words it. */
export type AnsweredStatus = 'Received' | 'Accepted' | 'Rejected';

const STATUS_OF = { received: 'Received', accepted: 'Accepted', rejected: 'Rejected' } as const;

/** Statuses that an answer may still change; all others (Paid, Denied, Replaced …) come from a later stage. */
const BEFORE_DECISION = new Set(['', 'made', 'sent', 'received', 'accepted', 'rejected']);

export function isUndecided(status: string): boolean {
  return BEFORE_DECISION.has(status.trim().toLowerCase());
}

/**
 * What all answers to a claim come to; null without any. The 277CA speaks of the claim itself and beats TA1 and 999,
 * which speak of its file. Of two that decide the later one counts, on one day the rejection; that something arrived
 * never takes back that it was accepted. Source: 005010X214, domain notes section 6.
 */
export function decidingAnswer<Answer extends Pick<KeptAnswer, 'kind' | 'verdict' | 'on'>>(
  answers: readonly Answer[],
): Answer | null {
  return answers.reduce<Answer | null>(
    (best, answer) => (best && !beats(answer, best) ? best : answer),
    null,
  );
}

export function statusOf({ verdict }: Pick<KeptAnswer, 'verdict'>): AnsweredStatus {
  return STATUS_OF[verdict];
}

type Compared = Pick<KeptAnswer, 'kind' | 'verdict' | 'on'>;

function beats(answer: Compared, best: Compared): boolean {
  const [a, b] = [rank(answer), rank(best)];
  const difference = a.findIndex((value, index) => value !== b[index]);
  return difference >= 0 && (a[difference] ?? 0) > (b[difference] ?? 0);
}

function rank({ kind, verdict, on }: Compared): number[] {
  return [
    kind === '277CA' ? 1 : 0,
    verdict === 'received' ? 0 : 1,
    on === null ? 0 : serialOf(on),
    verdict === 'rejected' ? 1 : 0,
  ];
}
