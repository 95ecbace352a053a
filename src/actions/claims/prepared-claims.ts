import type { Prepared } from '../../practice/prepare';
import type { ClaimFiles } from './claim-files';
import type { ClaimsReport } from './claims-report';

/** With the files that the claims leave as; null where none is wanted. */
export interface PreparedClaims extends Prepared<ClaimsReport> {
  files: ClaimFiles | null;
}
