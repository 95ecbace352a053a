import type { CorrectionsReport } from '../../../actions/claims/correct-claims';
import type { HowToCorrect } from '../../../actions/claims/correction-findings';
import type { Finding } from '../../../billing/findings';
import { usDollars } from '../../../billing/values/cents';

/** The three ways, in a therapist's words. */
export const CORRECTIONS: readonly { how: HowToCorrect; title: string; about: string }[] = [
  {
    how: 'correct',
    title: 'Send a corrected claim',
    about: 'The payer has it, and you mended the sessions since.',
  },
  {
    how: 'resend',
    title: 'Send it again',
    about: 'It was rejected or never arrived, so no payer has it.',
  },
  { how: 'void', title: 'Take it back', about: 'The payer has it, and should not.' },
];

export interface CorrectionView {
  /** Why it is held back, or what to know before. */
  findings: Finding[];
  /** Null where it is held back. */
  makeLabel: string | null;
  done: string;
}

export function correctionView({
  corrections,
  holds,
  billed,
  findings: told,
}: CorrectionsReport): CorrectionView {
  const [one] = corrections;
  const held = holds.flatMap((hold) => hold.findings);
  const known = new Set(held.map(({ rule, message }) => `${rule} ${message}`));
  const findings = [...held, ...told.filter(({ rule, message }) => !known.has(`${rule} ${message}`))];
  if (!one) return { findings, makeLabel: null, done: '' };
  const { how, account, before } = one;
  const what = {
    correct: {
      make: `Make ${account}, which corrects ${before}, ${usDollars(billed)}`,
      done: `${account} takes the place of ${before}.`,
    },
    resend: {
      make: `Make ${account} again, ${usDollars(billed)}`,
      done:
        account === before
          ? `${account} is ready to be sent again.`
          : `${account} is sent in place of ${before}.`,
    },
    void: { make: `Make ${account}, which takes ${before} back`, done: `${account} takes ${before} back.` },
  }[how];
  return { findings, makeLabel: what.make, done: what.done };
}
