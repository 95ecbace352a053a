import type { Session } from '../../billing/records/session';
import type { Plan, Run, TableRows } from '../../workbook/plan/plan';
import type { OwnTableName } from '../../workbook/tables';
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

/** Makes the reference tables that are missing, filled with what the sessions tell. */
export function setUpPlan(
  sessions: readonly Session[],
  missing: readonly (typeof REFERENCE_TABLES)[number][],
  run: Run,
): Plan {
  const found: Partial<Record<OwnTableName, TableRows['rows']>> = foundInSessions(sessions);
  return {
    run,
    documents: [],
    rows: missing.map((table) => ({ table, rows: found[table] ?? [] }) as TableRows),
  };
}
