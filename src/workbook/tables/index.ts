import { activityTable } from './activity';
import { answersTable } from './answers';
import { authorizationsTable } from './authorizations';
import { benefitsTable } from './benefits';
import { callsTable } from './calls';
import { claimLinesTable } from './claim-lines';
import { claimsTable } from './claims';
import { clearinghouseTable } from './clearinghouse';
import { clientsTable } from './clients';
import { depositsTable } from './deposits';
import { feesTable } from './fees';
import { payersTable } from './payers';
import { monthsTable } from './months';
import { paymentsTable } from './payments';
import { practiceTable } from './practice';
import { therapistsTable } from './therapists';
import { unmatchedTable } from './unmatched';

/** Claimsheet's own tables, in the order in which their sheets stand. */
export const TABLES = {
  Practice: practiceTable,
  Payers: payersTable,
  Clients: clientsTable,
  Authorizations: authorizationsTable,
  Benefits: benefitsTable,
  Fees: feesTable,
  Therapists: therapistsTable,
  Claims: claimsTable,
  ClaimLines: claimLinesTable,
  Answers: answersTable,
  Payments: paymentsTable,
  Deposits: depositsTable,
  Unmatched: unmatchedTable,
  Months: monthsTable,
  Calls: callsTable,
  Clearinghouse: clearinghouseTable,
  Activity: activityTable,
} as const;

export type OwnTables = typeof TABLES;
export type OwnTableName = keyof OwnTables;
export const TABLE_NAMES = Object.keys(TABLES) as OwnTableName[];
