import type { KeptVisit } from '../authorizations/kept-visits';
import type { Client } from '../records/practice';
import type { AuthorizationLimits } from './authorization-limits';
import type { Limit } from './limit';
import { visitsOfCase } from './plan-limits';

/** Massage visits of a claim that Washington L&I pays without authorization, and up to which the hotline gives one. */
const WITHOUT_AUTHORIZATION = 6;
const BY_HOTLINE = 12;

/**
 * Washington L&I pays massage visits 1 to 6 of a claim without authorization; 7 to 12 need the Provider Hotline
 * request form, and beyond 12 the claim manager decides. The count is of the claim's whole life (lni.wa.gov,
 * "Physical, occupational and massage therapy"). An authorization in force stands in place of these gates.
 */
export function waLniVisitLimits(
  visits: readonly KeptVisit[],
  client: Client,
  { authorized, isAuthorized }: Pick<AuthorizationLimits, 'authorized' | 'isAuthorized'>,
): Limit[] {
  if (isAuthorized) return [];
  const ofCase = visitsOfCase(visits, client);
  const used = ofCase.length;
  const over = ofCase.slice(WITHOUT_AUTHORIZATION).filter((visit) => !authorized.has(visit)).length;
  const next =
    used < BY_HOTLINE
      ? 'visits 7 to 12 need the Provider Hotline request form F245-417-000'
      : 'visits over 12 need the claim manager';
  const part = {
    name: 'the visits of the claim without authorization',
    measure: 'visits' as const,
    allowed: WITHOUT_AUTHORIZATION,
    used,
    elsewhere: 0,
    from: client.accidentDate,
    to: null,
    next,
  };
  const left = used <= WITHOUT_AUTHORIZATION ? WITHOUT_AUTHORIZATION - used : over === 0 ? 0 : -over;
  return [{ kind: 'gate', left, parts: [part] }];
}
