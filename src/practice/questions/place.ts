import { placeWritten } from '../../billing/codes/place-words';
import { place as placeOf } from '../../billing/codes/places';
import type { Session } from '../../billing/records/session';
import { keyOf, type RowQuestion } from './row-question';

/** Where massage and therapy sessions mostly take place; any other code can be answered as well. */
const OFFERED = ['11', '12', '10', '02', '15', '16', '99'];
export const PLACE_ANSWERS = OFFERED.map((code) => ({ value: code, words: placeWords(code) }));

type Answers = ReadonlyMap<string, string>;

/** The sessions with the code of their place, where it is known or was answered. */
export function withPlaces(sessions: readonly Session[], answers: Answers): Session[] {
  return sessions.map((session) => {
    const code = codeOf(session, answers);
    return code === null ? session : { ...session, placeOfService: code };
  });
}

function codeOf({ location }: Session, answers: Answers): string | null {
  if (location === undefined) return null;
  return placeWritten(location) ?? placeOf(answers.get(keyOf('place', location)) ?? '')?.code ?? null;
}

/** Asks what a place is that is neither a code nor a word that is known. */
export function placeQuestion(session: Session): RowQuestion | null {
  const { location, placeOfService } = session;
  if (location === undefined || placeOfService !== undefined) return null;
  return {
    rule: 'session-place-unknown',
    key: keyOf('place', location),
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'took' : 'took'} place at "${location}", and a claim needs the code of the place.`,
    fix: 'Say what kind of place it is.',
    source: 'CMS place of service list, September 2023; box 24B',
    answers: PLACE_ANSWERS,
    cell: ({ cells, place }) => cells.place ?? place,
  };
}

/** "12: Home"; a code that is none as it is. */
export function placeWords(code: string): string {
  const words = placeOf(code)?.words;
  return words === undefined ? code : `${code}: ${words}`;
}
