import type { AuthorizationOfVisit } from '../authorizations/of-practice';
import { coverOf, inForce, isOrder } from '../authorizations/row';
import type { Finding } from '../findings';
import type { Authorization } from '../records/practice';
import * as authorizationFinding from './authorization-findings';
import type { ClaimVisit } from './claim-visit';

export interface AuthorizationChoice {
  /** Null when none is needed and none fits. */
  authorization: Authorization | null;
  findings: Finding[];
}

/**
 * The authorization that a visit with these codes is billed under. Where the payer needs none, one that does not fit is
 * a warning and the visit is billed without.
 */
export function authorizationFor(
  visit: ClaimVisit,
  { authorizations, authorized }: AuthorizationOfVisit,
  codes: readonly string[],
): AuthorizationChoice {
  const none = (...findings: Finding[]): AuthorizationChoice => ({ authorization: null, findings });
  const isFor = (row: Authorization): boolean => codes.every(coverOf(row));
  switch (authorized.outcome) {
    case 'nothing':
      return none();
    case 'not-told': {
      const ownFault = authorized.visit?.billed.length === 0 && isWithin(authorized.visit, visit);
      return ownFault ? none() : none(authorizationFinding.notTold(visit, authorized.why));
    }
    case 'over': {
      const tried = authorized.shortages.map(({ row }) => row);
      return none(
        tried.some(isFor)
          ? authorizationFinding.usedUp(visit, authorized.shortages)
          : authorizationFinding.otherCodes(visit, tried, codes),
      );
    }
    case 'room': {
      const { row } = authorized;
      if (!isFor(row)) return none(authorizationFinding.otherCodes(visit, [row], codes));
      if (row.number === null && !authorizationFinding.isNeededFor(visit)) return none();
      const others = authorized.others.filter(({ number }) => number !== null);
      return {
        authorization: row,
        findings: others.length > 0 ? [authorizationFinding.chosen(visit, row, others)] : [],
      };
    }
    case 'uncovered': {
      const pool = authorizations.filter((row) => !isOrder(row));
      const inTime = pool.filter((row) => inForce(row, visit.date));
      if (inTime.length > 0) return none(authorizationFinding.otherCodes(visit, inTime, codes));
      if (pool.length > 0) return none(authorizationFinding.otherDates(visit, pool));
      return authorizationFinding.isNeededFor(visit) ? none(authorizationFinding.missing(visit)) : none();
    }
  }
}

/** What cannot be counted of a visit's own sessions holds it back in words of its own. */
function isWithin({ sessions }: Pick<ClaimVisit, 'sessions'>, visit: ClaimVisit): boolean {
  return sessions.every((session) => visit.sessions.includes(session));
}
