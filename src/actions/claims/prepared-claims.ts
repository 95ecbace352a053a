import type { Claim } from '../../billing/claims/claim';
import type { Prepared } from '../../practice/prepare';
import type { ClaimFiles } from './claim-files';
import type { ClaimsReport } from './claims-report';

/** With the claims themselves, for what is made of them beside the workbook. */
export interface PreparedClaims extends Prepared<ClaimsReport> {
  files: ClaimFiles | null;
  claims: readonly Claim[];
}
