import type { Finding } from '../findings';
import type { Payer } from '../records/practice';
import type { Session } from '../records/session';
import { formatDollars, ZERO } from '../values/cents';
import { usDate } from '../values/day';
import type { ClaimVisit } from './claim-visit';

export function noPractice(): Finding {
  return {
    rule: 'practice-missing',
    severity: 'STOP',
    place: null,
    message: 'There is no Practice table yet, and every claim says who bills.',
    fix: 'Run Set up and fill in the Practice table.',
    source: 'NUCC 1500 manual, items 24J, 25, 31 and 33; 837P 2010AA',
  };
}

export function insurancePaid(session: Session, payer: Payer): Finding {
  return {
    rule: 'insurance-has-paid',
    severity: 'WARN',
    place: session.cells.insurance_paid ?? session.place,
    message: `${payer.name} has already paid $${formatDollars(session.insurancePaid ?? ZERO)} for ${session.client} on ${usDate(session.date)}, so it is not billed again.`,
    fix: 'Nothing, if it was billed before; else take the amount out.',
    source: 'Payers deny a duplicate (CARC 18)',
    client: session.client,
    date: session.date,
  };
}

/** Units of one day are counted together, and the claim says one place for them. */
export function twoPlaces({ sessions, clientName, date }: ClaimVisit, usual: string | null): Finding[] {
  const places = new Set(sessions.map(({ placeOfService }) => placeOfService ?? usual));
  const [, second] = sessions;
  if (places.size < 2 || !second) return [];
  return [
    {
      rule: 'visit-at-two-places',
      severity: 'STOP',
      place: second.cells.place ?? second.place,
      message: `The sessions of ${clientName} on ${usDate(date)} took place at two places.`,
      fix: 'Write the same place in both rows, or bill one of them by hand.',
      source: '837P SV105 and box 24B: each line says where it took place',
      client: clientName,
      date,
    },
  ];
}
