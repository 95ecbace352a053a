import { otherHome } from '../codes/diagnoses/other-homes';
import { diagnosisVerdict, type DiagnosisVerdict } from '../codes/diagnoses/verdict';
import type { CellPlace, Finding } from '../findings';
import { isoOf, usDate } from '../values/day';
import { visitName, type Visit } from './visit';

/** Suggestions worth reading in a sentence. */
const MOST_SUGGESTIONS = 6;

/**
 * Why a diagnosis code cannot be billed on the date of service, or nothing when it can. A code of the Clients table
 * is one finding for all visits.
 */
export function checkDiagnosisOnDate(
  visit: Visit,
  code: string,
  place: CellPlace | null,
  ofSession: boolean,
): Finding[] {
  const verdict = diagnosisVerdict(code, visit.date);
  const because = reasonOf(verdict);
  if (because === null) return [];
  return [
    {
      rule: 'diagnosis-not-billable',
      severity: 'STOP',
      place,
      words: `${code} cannot be billed for ${ofSession ? visitName(visit) : visit.clientName}: ${because}.`,
      toDo: whatToAsk(visit, code, verdict),
      source: `${verdict.edition.source}, to ${isoOf(verdict.edition.to)}`,
      client: visit.clientName,
      ...(ofSession ? { date: visit.date } : {}),
    },
  ];
}

function whatToAsk(visit: Visit, code: string, { useOneOf }: DiagnosisVerdict): string {
  const home = otherHome(code, visit.date);
  const elsewhere = home ? `; for ${home.condition}, ${home.codes.join(', ')}` : '';
  if (useOneOf.length === 0 && !home) return 'Look at the prescription again, or ask who gave the diagnosis.';
  const more = useOneOf.length > MOST_SUGGESTIONS ? ' and others' : '';
  const codes = useOneOf.slice(0, MOST_SUGGESTIONS).join(', ');
  return `Ask who gave the diagnosis which one is meant: ${codes}${more}${elsewhere}.`;
}

function reasonOf(verdict: DiagnosisVerdict): string | null {
  switch (verdict.kind) {
    case 'billable':
    case 'outside-edition':
      return null;
    case 'heading':
      return 'it is the heading of more exact codes';
    case 'split':
      return `it was divided into more exact codes after ${usDate(verdict.to)}`;
    case 'seventh-character-missing':
      return 'its seventh character is missing (A active treatment, D later care, S after-effect)';
    case 'deleted':
      return `it was deleted after ${usDate(verdict.to)}`;
    case 'not-yet':
      return `it is new from ${usDate(verdict.from)}`;
    case 'unknown':
      return 'there is no such code';
  }
}
