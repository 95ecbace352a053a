import Papa from 'papaparse';
import type { Claim } from '../../billing/claims/claim';
import type { Finding } from '../../billing/findings';
import { repaired, type Repair } from '../../billing/readiness/repairs';
import type { Practice } from '../../billing/records/practice';
import { dayOf } from '../../billing/values/day';
import { claimLineRows } from '../../forms/csv/claim-lines';
import { Refusal } from '../../workbook/refusal';
import { clearinghouse, CLEARINGHOUSES } from '../../x12/claim-837p/clearinghouses';
import type { TransmissionSettings } from '../../x12/claim-837p/settings';
import { transmissionSettings } from '../../x12/claim-837p/settings-of-practice';
import { writeClaims } from '../../x12/claim-837p/write-claims';

/** Which files are wanted of the claims, and how. */
export interface FilesWish {
  edi: boolean;
  csv: boolean;
  /** `office-ally`; another clearinghouse is `other`, with its identifiers in `settings`. */
  clearinghouse: string;
  /** What overrules the clearinghouse's preset. */
  settings: Partial<TransmissionSettings>;
  /** ISA13; null takes a number of the moment. */
  control: number | null;
}

/** Texts of the files; null where not wanted or where there is no claim. */
export interface ClaimFiles {
  edi: string | null;
  csv: string | null;
  /** The number that the answers (TA1, 999) will name; null without a file. */
  control: number | null;
  /** What to know before sending. */
  findings: Finding[];
}

/** The wished files of claims that are ready to be sent. Refuses when the sender's identifiers are not known. */
export function claimFiles(
  claims: readonly Claim[],
  practice: Practice,
  wish: FilesWish,
  now: Date,
): ClaimFiles {
  const mended = claims.map(repaired);
  const ready = mended.map(({ claim }) => claim);
  const csv = wish.csv && ready.length > 0 ? csvText(claimLineRows(ready)) : null;
  if (!wish.edi) return { edi: null, csv, control: null, findings: [] };
  const { settings, findings } = checkedSettings(practice, wish);
  if (claims.length === 0) return { edi: null, csv, control: null, findings };
  const control = wish.control ?? controlNumberOf(now);
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
  const time = [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join('');
  const notes = mended.flatMap(({ repairs }) => repairs).map(repairNote);
  const edi = writeClaims(ready, settings, { control, day, time });
  return { edi, csv, control, findings: [...findings, ...notes] };
}

function checkedSettings(practice: Practice, wish: FilesWish) {
  const known = clearinghouse(wish.clearinghouse);
  if (!known) {
    const names = CLEARINGHOUSES.map(({ id }) => id).join(', ');
    const words = `No clearinghouse is known as "${wish.clearinghouse}". Known are: ${names}.`;
    throw new Refusal('claim-file-unclear', words);
  }
  const { settings, findings } = transmissionSettings(practice, known, wish.settings);
  const stop = findings.find(({ severity }) => severity === 'STOP');
  if (stop) throw new Refusal('claim-file-unclear', `${stop.words} ${stop.toDo}`);
  return { settings, findings };
}

/** Nothing is changed in silence, however small. */
function repairNote({ account, what, from, to }: Repair): Finding {
  return {
    rule: 'format-repaired',
    severity: 'NOTE',
    place: null,
    words: `Claim ${account}: the ${what} "${from}" is written ${to}.`,
    toDo: 'Nothing, if that is how the payer knows it.',
    source: '005010X222A1, appendix B: the basic character set',
  };
}

/** A number of nine digits that grows with every second since 2020, so that no file takes another's. */
export function controlNumberOf(now: Date): number {
  return Math.floor((now.getTime() - Date.UTC(2020, 0, 1)) / 1000) % 1_000_000_000 || 1;
}

/** Lines end as RFC 4180 has it; a text that a spreadsheet would take for a formula gets an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`;
}
