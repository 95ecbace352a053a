import type { Finding } from '../../billing/findings';
import type { Session } from '../../billing/records/session';
import type { Directory } from '../../billing/visits/directory';
import { whoPays } from '../../billing/visits/who-pays';
import { attendanceQuestion, withAnsweredAttendance } from './attendance';
import { billedQuestion, wasBilledBefore } from './billed-before';
import { dateQuestion } from './dates';
import { placeQuestion, withPlaces } from './place';
import { RowQuestions } from './row-question';
import { serviceQuestion, type ServicesRead } from './services';
import { therapistQuestions, type Treating } from './therapist';
import { unitsQuestion } from './units';

/** What the user answered about rows and columns, by the keys of the questions. */
export type Answers = ReadonlyMap<string, string>;

/** Sessions as the user's answers have them. */
export function asAnswered(sessions: readonly Session[], answers: Answers): Session[] {
  return withPlaces(withAnsweredAttendance(sessions, answers), answers);
}

/** Sessions that may be billed, those that were, and those that wait for an answer. */
export interface AskedAbout {
  clear: Session[];
  billedBefore: Session[];
  held: { session: Session; finding: Finding }[];
}

/** Asks about kept sessions of which the sheet says something that speaks against billing them as they are. */
export function askAbout(
  sessions: readonly Session[],
  {
    answers,
    directory,
    services,
    ...treating
  }: { answers: Answers; directory: Directory; services: Pick<ServicesRead, 'unclear'> } & Treating,
): AskedAbout {
  const asked: AskedAbout = { clear: [], billedBefore: [], held: [] };
  const questions = new RowQuestions();
  const therapistQuestion = therapistQuestions(treating, answers);
  for (const session of sessions) {
    if (session.status !== 'kept') asked.clear.push(session);
    else if (wasBilledBefore(session, answers)) asked.billedBefore.push(session);
    else {
      const question =
        dateQuestion(session) ??
        attendanceQuestion(session, answers) ??
        billedQuestion(session, whoPays(session, directory).kind, answers) ??
        therapistQuestion(session) ??
        placeQuestion(session) ??
        serviceQuestion(session, services.unclear, treating.practice) ??
        unitsQuestion(session, answers);
      if (question) questions.ask(question, session);
      else asked.clear.push(session);
    }
  }
  asked.held = questions.held();
  return asked;
}
