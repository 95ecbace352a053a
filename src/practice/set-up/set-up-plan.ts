import type { Practice } from '../../billing/records/practice';
import type { Session } from '../../billing/records/session';
import { therapistOf } from '../../billing/visits/therapist';
import type { Plan, Run, TableRows } from '../../workbook/plan/plan';
import type { WorkbookReading } from '../../workbook/reading';
import type { OwnTableName } from '../../workbook/tables';
import { hasTable } from '../../workbook/tables/own-table';
import { isAnsweredSame } from '../questions/therapist';
import { foundInSessions } from './found-in-sessions';

/** The tables that the user fills in, in the order of their tabs. */
export const REFERENCE_TABLES = [
  'Practice',
  'Payers',
  'Clients',
  'Authorizations',
  'Benefits',
  'Fees',
] as const satisfies readonly OwnTableName[];

/** Therapists is made only where sessions name more than one. */
export type ReferenceTable = (typeof REFERENCE_TABLES)[number] | 'Therapists';

interface SessionsOfPractice {
  sessions: readonly Session[];
  practice: Practice | null;
  answers: ReadonlyMap<string, string>;
}

/** The reference tables that this workbook needs, there or not. */
export function tablesWanted(reading: WorkbookReading, of: SessionsOfPractice): ReferenceTable[] {
  if (hasTable(reading, 'Therapists')) return [...REFERENCE_TABLES, 'Therapists'];
  // A sheet of the user's own with that name is hers: nothing is made in its place.
  const isTaken = reading.sheets.some(({ name }) => name.trim().toLowerCase() === 'therapists');
  return isTaken || !haveTwoTherapists(of) ? [...REFERENCE_TABLES] : [...REFERENCE_TABLES, 'Therapists'];
}

/** Those of them that are not there yet. */
export function tablesMissing(reading: WorkbookReading, of: SessionsOfPractice): ReferenceTable[] {
  return tablesWanted(reading, of).filter((table) => !hasTable(reading, table));
}

/** Whether the therapist column names another one than the practice's own. */
function haveTwoTherapists({ sessions, practice, answers }: SessionsOfPractice): boolean {
  const names = [...new Set(sessions.flatMap(({ provider }) => provider ?? []))];
  if (names.length < 2) return false;
  return (
    practice === null ||
    names.some((name) => !isAnsweredSame(name, answers) && therapistOf(practice, [], name).kind !== 'own')
  );
}

/** Makes the reference tables that are missing, filled with what the sessions tell. */
export function setUpPlan(
  { sessions, answers }: Pick<SessionsOfPractice, 'sessions' | 'answers'>,
  missing: readonly ReferenceTable[],
  run: Run,
): Plan {
  const found: Partial<Record<OwnTableName, TableRows['rows']>> = foundInSessions(sessions, answers);
  return {
    run,
    documents: [],
    rows: missing.map((table) => ({ table, rows: found[table] ?? [] }) as TableRows),
  };
}
