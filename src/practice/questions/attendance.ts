import type { Session } from '../../billing/records/session';
import { notKeptInWords, type NotKept } from '../../billing/visits/attendance-words';
import { sessionKey } from '../../billing/visits/session-key';
import { keyOf, type RowQuestion } from './row-question';

const CAME = 'came';
const DID_NOT_COME = 'did-not-come';
export const ATTENDANCE_ANSWERS = [
  { value: CAME, words: 'Came: bill it' },
  { value: DID_NOT_COME, words: 'Did not come: no bill, at most a fee' },
];
const SOURCE = 'Billing a visit that did not take place is a false claim (31 U.S.C. 3729)';

type Answers = ReadonlyMap<string, string>;

/** The sessions with what was answered of those whose notes, or lines through them, say that nobody came. */
export function withAnsweredAttendance(sessions: readonly Session[], answers: Answers): Session[] {
  return sessions.map((session) => {
    const doubt = doubtOf(session);
    return doubt !== null && answers.get(doubt.key) === DID_NOT_COME
      ? { ...session, status: doubt.status }
      : session;
  });
}

/** The question whether somebody came; null where the row says nothing against it, or it was answered. */
export function attendanceQuestion(session: Session, answers: Answers): RowQuestion | null {
  const doubt = doubtOf(session);
  if (doubt === null || answers.get(doubt.key) === CAME) return null;
  const { key, said } = doubt;
  return {
    rule: 'session-perhaps-not-kept',
    key,
    message: (rows, isOne) =>
      `${rows} ${said === null ? (isOne ? 'is' : 'are') + ' struck out' : `${isOne ? 'says' : 'say'} "${said}"`}, and ${isOne ? 'nothing else says' : 'nothing else says'} whether the client came.`,
    fix: 'Say whether the visit took place: then it is billed. If not, a fee for it is between you and the client.',
    source: SOURCE,
    answers: ATTENDANCE_ANSWERS,
    cell: ({ cells, place }) => (said === null ? place : (cells.notes ?? place)),
  };
}

function doubtOf(session: Session): { key: string; said: string | null; status: NotKept } | null {
  const { status, notes, isStruckOut } = session;
  if (status !== 'kept') return null;
  const said = notes === null ? null : notKeptInWords(notes);
  if (said !== null && notes !== null) return { key: keyOf(said, notes), said: notes, status: said };
  return isStruckOut === true
    ? { key: `struck-${sessionKey(session)}`, said: null, status: 'cancelled' }
    : null;
}
