import type { Practice } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import { isTherapistOf } from '../../billing/visits/therapist';
import { keyOf, type RowQuestion } from './row-question';

const SAME = 'same';
export const THERAPIST_ANSWERS = [{ value: SAME, words: 'The same therapist' }];

/** Asks about sessions that name another therapist than the practice: nobody's work goes out under another's name. */
export function therapistQuestion(
  { provider }: Session,
  practice: Practice | null,
  answers: ReadonlyMap<string, string>,
): RowQuestion | null {
  if (provider === null || practice === null || isTherapistOf(practice, provider)) return null;
  const key = keyOf('therapist', provider);
  if (answers.get(key) === SAME) return null;
  return {
    rule: 'another-therapist',
    key,
    words: (rows, isOne) =>
      `${rows} ${isOne ? 'names' : 'name'} "${provider}" as therapist, and claims go out under the one of the Practice table.`,
    toDo: 'If that is another name of the same therapist, say so; what somebody else did is billed under that name and NPI.',
    source: 'NUCC 1500 manual, item 24J; 837P 2310B: the one who did the work',
    answers: THERAPIST_ANSWERS,
    cell: ({ cells, place }) => cells.provider ?? place,
  };
}
