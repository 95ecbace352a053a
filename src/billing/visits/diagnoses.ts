import { readDiagnosisCode } from '../codes/diagnoses/diagnosis-code';
import type { Finding } from '../findings';
import type { Session } from '../records/session';
import { visitFinding, visitName, type Visit } from './visit';

/** 837P HI with up to twelve codes; box 21 A to L. */
export const MAX_DIAGNOSES = 12;
/** 837P SV107-1 to SV107-4; four letters in box 24E. */
export const MAX_POINTERS = 4;

const FIELD = 'NUCC 1500 manual, items 21 and 24E; 837P 2300 HI';

/** The diagnoses of a session: its own, else those of the client. Each once, with the dot; the rules judge them. */
export function diagnosesOf(visit: Visit, session: Session): string[] {
  const own = session.diagnoses.filter((code) => code.trim() !== '');
  const ofClient = (visit.client?.diagnoses ?? []).filter((code) => code.trim() !== '');
  const written = own.length > 0 ? own : ofClient;
  return [
    ...new Set(
      written.map((text) => {
        const reading = readDiagnosisCode(text);
        return reading.ok ? reading.value : text.trim();
      }),
    ),
  ];
}

/** One finding a client, however many sessions lack one: the Clients table is where it is mended. */
export function noDiagnosis(visit: Visit, session: Session): Finding {
  return {
    rule: 'diagnosis-missing',
    severity: 'STOP',
    place: clientCell(visit) ?? session.cells.dx ?? session.place,
    message: `${visit.clientName} has sessions without a diagnosis, and none in the Clients table: payers refuse a line that points at none.`,
    fix: 'Copy the diagnosis code from the prescription or referral into the Clients table or the sessions.',
    source: FIELD,
    client: visit.clientName,
  };
}

export function tooManyPointers(
  visit: Visit,
  session: Session,
  code: string,
  diagnoses: readonly string[],
): Finding {
  const left = diagnoses.slice(MAX_POINTERS);
  return visitFinding(visit, {
    rule: 'too-many-pointers',
    severity: 'WARN',
    place: session.cells.dx ?? session.place,
    message: `${code} of ${visitName(visit)} has ${diagnoses.length} diagnoses; it points at the first ${MAX_POINTERS}, not at ${left.join(', ')}.`,
    fix: 'Put the diagnoses that matter most for this code first.',
    source: `${FIELD} SV107: at most ${MAX_POINTERS} pointers a line`,
  });
}

function clientCell(visit: Visit): Finding['place'] {
  return visit.client?.cells['diagnoses'] ?? null;
}
