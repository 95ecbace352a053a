import type { ClaimsReport } from '../claims/claims-report';
import type { ClaimsOut } from '../files/claims-out';
import type { SuperbillsReport } from '../superbills/make-superbills';

/** What one click of the ribbon made, for the pane to show and to hand out the files of. */
export interface MadeAtOnce {
  report: ClaimsReport | SuperbillsReport;
  /** Null for superbills. */
  out: ClaimsOut | null;
}
