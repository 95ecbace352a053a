import type { Finding } from '../../billing/findings';
import type { Fee } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import type { Directory } from '../../billing/visits/directory';
import { whoPays } from '../../billing/visits/who-pays';
import { attendanceQuestion, withAnsweredAttendance } from './attendance';
import { billedQuestion, wasBilledBefore } from './billed-before';
import { dateQuestion } from './dates';
import { placeQuestion, withPlaces } from './place';
import { RowQuestions } from './row-question';
import { therapistQuestions, type Treating } from './therapist';
import { serviceQuestion, knownServices, withServices } from './services';
import { unitsQuestion } from './units';

/** What the user answered about rows and columns, by the keys of the questions. */
export type Answers = ReadonlyMap<string, string>;

/** Sessions as the user's answers have them. */
export function asAnswered(
  sessions: readonly Session[],
  answers: Answers,
  fees: readonly Fee[] = [],
): Session[] {
  const services = knownServices(fees, answers);
  return withServices(withPlaces(withAnsweredAttendance(sessions, answers), answers), services);
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
    fees = [],
    ...treating
  }: { answers: Answers; directory: Directory; fees?: readonly Fee[] } & Treating,
): AskedAbout {
  const asked: AskedAbout = { clear: [], billedBefore: [], held: [] };
  const questions = new RowQuestions();
  const services = knownServices(fees, answers);
  const therapistQuestion = therapistQuestions(treating, answers);
  for (const session of sessions) {
    if (session.status !== 'kept') asked.clear.push(session);
    else if (wasBilledBefore(session, answers)) asked.billedBefore.push(session);
    else {
      const who = whoPays(session, directory);
      const question =
        dateQuestion(session) ??
        attendanceQuestion(session, answers) ??
        billedQuestion(session, who.kind, answers) ??
        therapistQuestion(session) ??
        placeQuestion(session) ??
        serviceQuestion(session, who, services, fees) ??
        unitsQuestion(session, answers);
      if (question) questions.ask(question, session);
      else asked.clear.push(session);
    }
  }
  asked.held = questions.held();
  return asked;
}
