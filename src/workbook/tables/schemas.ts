import {
  authorizationsTable,
  benefitsTable,
  clearinghouseTable,
  clientsTable,
  feesTable,
  payersTable,
  practiceTable,
} from './schemas/filled-in';
import { activityTable, answersTable, claimLinesTable, claimsTable } from './schemas/register';
import { callsTable, depositsTable, paymentsTable, unmatchedTable } from './schemas/money';

/** In the order in which the sheets stand. */
export const TABLES = [
  practiceTable,
  payersTable,
  clientsTable,
  authorizationsTable,
  benefitsTable,
  feesTable,
  claimsTable,
  claimLinesTable,
  answersTable,
  paymentsTable,
  depositsTable,
  unmatchedTable,
  callsTable,
  clearinghouseTable,
  activityTable,
] as const;

export type OwnTableName = (typeof TABLES)[number]['name'];

/** The three columns of a `down` table. */
export const DOWN_HEADERS = ['Item', 'Value', 'Help'] as const;
