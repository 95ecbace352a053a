import type { Claim } from '../../billing/claims/claim';
import type { Finding } from '../../billing/findings';
import type { PreparedClaims } from '../claims/prepared-claims';
import type { FileToDeliver } from './deliver-file';

/** The claims of one run with the files that were made of them, for whoever hands them out. */
export interface ClaimsOut {
  /** What file names begin with: `claims-2026-10`, or `claims-2026-10-run-2`. */
  name: string;
  claims: readonly Claim[];
  /** Null where none was wanted, or where it could not be addressed; then the findings say what is missing. */
  edi: FileToDeliver | null;
  /** Number of the 837P, the one that the register keeps. */
  control: number | null;
  csv: FileToDeliver | null;
  /** What to know before sending. */
  findings: readonly Finding[];
}

/** Null where there are no claims. */
export function claimsOut({ report, files }: PreparedClaims): ClaimsOut | null {
  const { claims } = report;
  if (report.sheet === null || claims.length === 0) return null;
  const name = report.sheet.toLowerCase().replaceAll(' ', '-');
  const mark = files?.fileMark ? `${files.fileMark}-` : '';
  const edi = files?.edi ?? null;
  const csv = files?.csv ?? null;
  return {
    name,
    claims,
    edi: edi === null ? null : { name: `${mark}${name}.837`, type: 'text/plain', content: edi },
    control: files?.control ?? null,
    csv: csv === null ? null : { name: `${name}.csv`, type: 'text/csv', content: csv },
    findings: files?.findings ?? [],
  };
}
