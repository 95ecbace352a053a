import type { Finding } from '../../billing/findings';
import type { Fee } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import type { Directory } from '../../billing/visits/directory';
import { whoPays } from '../../billing/visits/who-pays';
import { attendanceQuestion, withAnsweredAttendance } from './attendance';
import { billedQuestion, wasBilledBefore } from './billed-before';
import { dateQuestion } from './dates';
import { notToBillQuestion, withAnsweredNotToBill } from './not-to-bill';
import { placeQuestion, withPlaces } from './place';
import { RowQuestions, type RowQuestion } from './row-question';
import { serviceQuestion, type ServicesRead } from './services';
import { therapistQuestions, type Treating } from './therapist';
import { unitsQuestion } from './units';

/** What the user answered about rows and columns, by the keys of the questions. */
export type Answers = ReadonlyMap<string, string>;

/** Sessions as the user's answers have them. */
export function asAnswered(sessions: readonly Session[], answers: Answers): Session[] {
  return withPlaces(withAnsweredNotToBill(withAnsweredAttendance(sessions, answers), answers), answers);
}

/** Sessions that may be billed, those that were, and those that wait for an answer. */
export interface AskedAbout {
  clear: Session[];
  billedBefore: Session[];
  held: { session: Session; finding: Finding }[];
}

/** What questions are asked from. */
export interface Asking extends Treating {
  answers: Answers;
  directory: Directory;
  fees: readonly Fee[];
  services: Pick<ServicesRead, 'unclear'>;
}

type Question = (session: Session) => RowQuestion | null;

/** What may be asked about a session, the first that matters first; null where it is clear or was answered. */
function questionsOf({ answers, directory, fees, services, ...treating }: Asking): readonly Question[] {
  return [
    dateQuestion,
    (session) => attendanceQuestion(session, answers),
    (session) => billedQuestion(session, whoPays(session, directory).kind, answers),
    (session) => notToBillQuestion(session, whoPays(session, directory).kind, answers),
    therapistQuestions(treating, answers),
    placeQuestion,
    (session) =>
      serviceQuestion(session, whoPays(session, directory), {
        ...services,
        fees,
        practice: treating.practice,
      }),
    (session) => unitsQuestion(session, answers),
  ];
}

/** Asks about kept sessions of which the sheet says something that speaks against billing them as they are. */
export function askAbout(sessions: readonly Session[], asking: Asking): AskedAbout {
  const asked: AskedAbout = { clear: [], billedBefore: [], held: [] };
  const questions = new RowQuestions();
  const kinds = questionsOf(asking);
  for (const session of sessions) {
    if (session.status !== 'kept') asked.clear.push(session);
    else if (wasBilledBefore(session, asking.answers)) asked.billedBefore.push(session);
    else {
      const question = firstOf(session, kinds);
      if (question) questions.ask(question, session);
      else asked.clear.push(session);
    }
  }
  asked.held = questions.held();
  return asked;
}

function firstOf(session: Session, kinds: readonly Question[]): RowQuestion | null {
  for (const questionOf of kinds) {
    const question = questionOf(session);
    if (question) return question;
  }
  return null;
}

/** Every question about kept sessions that nobody answered, by its key: also what else is asked of one that waits already. */
export function everyQuestion(
  sessions: readonly Session[],
  asking: Asking,
  isWanted: (key: string) => boolean,
): Map<string, Finding> {
  const questions = new RowQuestions();
  const kinds = questionsOf(asking);
  for (const session of sessions) {
    if (session.status !== 'kept') continue;
    for (const questionOf of kinds) {
      const question = questionOf(session);
      if (question && isWanted(question.key)) questions.ask(question, session);
    }
  }
  return questions.asked();
}
