import type { Finding } from '../findings';
import type { Session, SessionStatus } from '../records/session';
import { usDate } from '../values/day';

/** Why a session of this status is no service; null for one that was kept. */
export function statusReason({ status }: Session): Exclude<SessionStatus, 'kept'> | null {
  return status === 'kept' ? null : status;
}

export function stillScheduled(session: Session): Finding {
  return {
    rule: 'scheduled-in-the-past',
    severity: 'WARN',
    place: session.cells.status ?? session.place,
    message: `The session of ${session.client} on ${usDate(session.date)} is still marked as scheduled, so it is not billed.`,
    fix: 'Mark it as kept, or as what became of it.',
    source: 'Claimsheet: only kept sessions are billed',
    client: session.client,
    date: session.date,
  };
}
