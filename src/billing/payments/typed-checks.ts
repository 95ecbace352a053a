import type { Answer } from '../findings';
import type { BilledLine } from '../records/billed-line';
import { sum } from '../values/cents';
import { labelKey } from '../values/name-key';
import { numberKey } from './billed-line';
import type { Posting } from './posting';
import { lacks, type Trouble, type TypedPayment } from './typed-row';

/** What somebody says of a check that was typed, and came as a remittance too: the answers by their keys. */
export type SameCheck = ReadonlyMap<string, string>;

/** The remittance takes the place of what was typed; or they are two payments, and both count. */
const TAKES_PLACE = 'remittance';
const BOTH = 'both';

/** Of one check for one claim: `typed:CHK777:C2610KTWD0001`. */
export function sameCheckKey(reference: string, account: string): string {
  return `typed:${numberKey(reference)}:${numberKey(account)}`;
}

export function sameCheckAnswers(reference: string, account: string): Answer[] {
  const key = sameCheckKey(reference, account);
  return [
    { key, value: TAKES_PLACE, words: 'Let the remittance take the place of what was typed' },
    { key, value: BOTH, words: 'These are two payments: count both' },
  ];
}

export function takesPlace(answers: SameCheck, reference: string, account: string): boolean {
  return answers.get(sameCheckKey(reference, account)) === TAKES_PLACE;
}

export function isAnswered(answers: SameCheck, reference: string, account: string): boolean {
  return [TAKES_PLACE, BOTH].includes(answers.get(sameCheckKey(reference, account)) ?? '');
}

/** Postings of remittances, by check number and claim. */
export type ChecksPosted = ReadonlyMap<string, readonly Posting[]>;

export function byCheck(imported: readonly Posting[]): ChecksPosted {
  const checks = new Map<string, Posting[]>();
  for (const posting of imported) {
    if (posting.reference === '' || posting.from.kind === 'client') continue;
    const key = sameCheckKey(posting.reference, posting.account);
    const own = checks.get(key);
    if (own) own.push(posting);
    else checks.set(key, [posting]);
  }
  return checks;
}

/**
 * Why a typed row does not count beside a remittance: somebody said that the remittance takes its place, or it is the
 * same money of the same check of the same payer for the same claim or line.
 */
export function postedBefore(
  { reference, paid }: TypedPayment,
  billed: readonly BilledLine[],
  payer: string,
  imported: ChecksPosted,
  answers: SameCheck,
): Trouble | null {
  const account = billed[0]?.account ?? '';
  const controls = new Set(billed.map(({ control }) => control));
  const posted = imported.get(sameCheckKey(reference ?? '', account)) ?? [];
  if (posted.length === 0 || reference === null) return null;
  if (isAnswered(answers, reference, account)) {
    return takesPlace(answers, reference, account)
      ? {
          ...lacks('payment-place-taken', 'counts no longer: its remittance took its place', 'Nothing.'),
          severity: 'NOTE',
        }
      : null;
  }
  const same = posted.filter(
    ({ control, from }) => controls.has(control) && labelKey(from.name) === labelKey(payer),
  );
  if (same.length === 0 || sum(same.map((posting) => posting.paid)) !== paid) return null;
  return {
    ...lacks(
      'payment-posted-twice',
      'was posted from a remittance too, so that it does not count a second time',
      'Say whether the remittance takes its place, or delete the row that you typed.',
    ),
    answers: sameCheckAnswers(reference, account),
  };
}
