import { checkCodes, type CodesToCheck } from '../billing/rules/check-codes';
import { restoreEditionsOnce } from '../practice/code-tables/restore-once';

/** Checks by the tables in force, those that the user loaded included. Comes with the tables, at the first such cell. */
export function checkWithTables(visit: CodesToCheck): string {
  restoreEditionsOnce();
  return checkCodes(visit);
}
