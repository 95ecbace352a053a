import type { Practice, Therapist } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import { therapistOf } from '../../billing/visits/therapist';
import { keyOf, type RowQuestion } from './row-question';

const SAME = 'same';
export const THERAPIST_ANSWERS = [{ value: SAME, words: 'The same therapist' }];
const SOURCE = 'NUCC 1500 manual, item 24J; 837P 2310B: the one who did the work';

export interface Treating {
  practice: Practice | null;
  therapists: readonly Therapist[];
}

/** Whether the user said that a name in the therapist column is the one of the Practice table. */
export function isAnsweredSame(provider: string, answers: ReadonlyMap<string, string>): boolean {
  return answers.get(keyOf('therapist', provider)) === SAME;
}

/**
 * Holds sessions back that name another therapist than the practice: nobody's work goes out under another's name. Asks
 * who it is where nobody knows.
 */
export function therapistQuestions(
  treating: Treating,
  answers: ReadonlyMap<string, string>,
): (session: Session) => RowQuestion | null {
  const known = new Map<string, RowQuestion | null>();
  return ({ provider }) => {
    if (provider === null) return null;
    const before = known.get(provider);
    const question = before === undefined ? questionAbout(provider, treating, answers) : before;
    known.set(provider, question);
    return question;
  };
}

function questionAbout(
  provider: string,
  { practice, therapists }: Treating,
  answers: ReadonlyMap<string, string>,
): RowQuestion | null {
  if (practice === null || isAnsweredSame(provider, answers)) return null;
  const who = therapistOf(practice, therapists, provider);
  if (who.kind === 'own') return null;
  return who.kind === 'other' ? secondTherapist(who.therapist) : unknownTherapist(provider);
}

function unknownTherapist(provider: string): RowQuestion {
  return {
    rule: 'another-therapist',
    key: keyOf('therapist', provider),
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'names' : 'name'} "${provider}" as therapist, and claims go out under the one of the Practice table.`,
    fix: 'If that is another name of the same therapist, say so; what somebody else did is billed under that name and NPI: write both into the Therapists table, which Set up makes.',
    source: SOURCE,
    answers: THERAPIST_ANSWERS,
    cell: ({ cells, place }) => cells.provider ?? place,
  };
}

function secondTherapist({ name }: Therapist): RowQuestion {
  return {
    rule: 'second-therapist',
    key: keyOf('second-therapist', name),
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'was' : 'were'} given by ${name} of the Therapists table, and claims name the one of the Practice table alone: ${isOne ? 'it is' : 'they are'} not billed under another name.`,
    fix: `Bill what ${name} did under that name and NPI. If it is the therapist of the Practice table, write the same NPI in both.`,
    source: SOURCE,
    answers: [],
    cell: ({ cells, place }) => cells.provider ?? place,
  };
}
