import { readDiagnosisCode } from '../codes/diagnoses/diagnosis-code';
import type { Finding } from '../findings';
import type { Session } from '../records/session';
import { checkDiagnosisOnDate } from './diagnosis-on-date';
import { visitFinding, visitName, type Visit } from './visit';

/** 837P HI with up to twelve codes; box 21 A to L. */
export const MOST_DIAGNOSES = 12;
/** 837P SV107-1 to SV107-4; four letters in box 24E. */
export const MOST_POINTERS = 4;

const FIELD = 'NUCC 1500 manual, items 21 and 24E; 837P 2300 HI';

/** The diagnoses of a session: its own, else those of the client. Each once, with the dot. */
export function diagnosesOf(visit: Visit, session: Session): { codes: string[]; findings: Finding[] } {
  const own = session.diagnoses.filter((code) => code.trim() !== '');
  const ofSession = own.length > 0;
  const written = ofSession ? own : (visit.client?.diagnoses ?? []).filter((code) => code.trim() !== '');
  const place = (ofSession ? session.cells.dx : clientCell(visit)) ?? session.place;
  const codes: string[] = [];
  const findings: Finding[] = [];
  for (const text of written) {
    const reading = readDiagnosisCode(text);
    if (!reading.ok) {
      findings.push(unreadable(visit, reading.reason, place, ofSession));
    } else if (!codes.includes(reading.value)) {
      codes.push(reading.value);
      findings.push(...checkDiagnosisOnDate(visit, reading.value, place, ofSession));
    }
  }
  return { codes, findings };
}

/** One finding a client, however many sessions lack one: the Clients table is where it is mended. */
export function noDiagnosis(visit: Visit, session: Session): Finding {
  return {
    rule: 'diagnosis-missing',
    severity: 'STOP',
    place: clientCell(visit) ?? session.cells.dx ?? session.place,
    words: `${visit.clientName} has sessions without a diagnosis, and none in the Clients table: payers refuse a line that points at none.`,
    toDo: 'Copy the diagnosis code from the prescription or referral into the Clients table or the sessions.',
    source: FIELD,
    client: visit.clientName,
  };
}

export function tooManyDiagnoses(visit: Visit, count: number): Finding {
  return visitFinding(visit, {
    rule: 'too-many-diagnoses',
    severity: 'STOP',
    place: visit.sessions[0]?.cells.dx ?? visit.sessions[0]?.place ?? null,
    words: `${visitName(visit)} has ${count} diagnoses; a claim has room for ${MOST_DIAGNOSES}.`,
    toDo: 'Keep those that were treated.',
    source: FIELD,
  });
}

export function tooManyPointers(
  visit: Visit,
  session: Session,
  code: string,
  diagnoses: readonly string[],
): Finding {
  const left = diagnoses.slice(MOST_POINTERS);
  return visitFinding(visit, {
    rule: 'too-many-pointers',
    severity: 'WARN',
    place: session.cells.dx ?? session.place,
    words: `${code} of ${visitName(visit)} has ${diagnoses.length} diagnoses; it points at the first ${MOST_POINTERS}, not at ${left.join(', ')}.`,
    toDo: 'Put the diagnoses that matter most for this code first.',
    source: `${FIELD} SV107: at most ${MOST_POINTERS} pointers a line`,
  });
}

function unreadable(visit: Visit, reason: string, place: Finding['place'], ofSession: boolean): Finding {
  return {
    rule: 'diagnosis-unreadable',
    severity: 'STOP',
    place,
    words: `The diagnosis of ${ofSession ? visitName(visit) : visit.clientName} cannot be read. ${reason}`,
    toDo: 'Correct it, for example M54.50.',
    source: 'ICD-10-CM: a letter, a digit, a third character, then up to four more after the dot',
    client: visit.clientName,
    ...(ofSession ? { date: visit.date } : {}),
  };
}

function clientCell(visit: Visit): Finding['place'] {
  return visit.client?.cells['diagnoses'] ?? null;
}
