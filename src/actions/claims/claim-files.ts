import Papa from 'papaparse';
import type { Claim } from '../../billing/claims/claim';
import type { Finding } from '../../billing/findings';
import { repaired, type Repair } from '../../billing/readiness/repairs';
import type { Practice } from '../../billing/records/practice';
import { localDay } from '../../billing/values/day';
import { claimLineRows } from '../../forms/csv/claim-lines';
import { Refusal } from '../../workbook/refusal';
import type { ClearinghouseRecord } from '../../practice/clearinghouse';
import { clearinghouse, CLEARINGHOUSES } from '../../x12/claim-837p/clearinghouses';
import type { TransmissionSettings } from '../../x12/claim-837p/settings';
import { transmissionSettings } from '../../x12/claim-837p/settings-of-practice';
import { writeClaims } from '../../x12/claim-837p/write-claims';
import { controlNumber } from './control-number';

/** Which files are wanted of the claims, and how. */
export interface FilesRequest {
  edi: boolean;
  csv: boolean;
  /** `office-ally`, or `other` with its identifiers in the settings; null: as the Clearinghouse table says. */
  clearinghouse: string | null;
  /** What overrules the Clearinghouse table and the preset. */
  settings: Partial<TransmissionSettings>;
  /** ISA13; null takes the next number. */
  control: number | null;
  /** Where the 837P cannot be addressed, the claims are made without it, and a finding says what is missing. */
  ifPossible?: boolean;
}

/** Texts of the files; null where not wanted, not possible, or where there is no claim. */
export interface ClaimFiles {
  edi: string | null;
  csv: string | null;
  /** The number that the answers (TA1, 999) will name; null without a file. */
  control: number | null;
  /** What the clearinghouse wants in the name of a test file; null for a file that is none. */
  fileMark: string | null;
  /** What to know before sending. */
  findings: Finding[];
}

/** How the 837P is addressed; no settings where none is wanted or, if that is allowed, where something is missing. */
export interface Addressing {
  /** Of the clearinghouse, as the wish or the table says or the preset is; null where no 837P is wanted. */
  name: string | null;
  settings: TransmissionSettings | null;
  fileMark: string | null;
  /** Sentences about what is missing, where there are no settings. */
  missing: string[];
  findings: Finding[];
}

const DEFAULT_CLEARINGHOUSE = 'office-ally';

/** Refuses when the sender's identifiers are not known, unless the 837P was wanted only if possible. */
export function addressing(
  practice: Practice,
  request: FilesRequest,
  table: ClearinghouseRecord,
): Addressing {
  if (!request.edi) return { name: null, settings: null, fileMark: null, missing: [], findings: [] };
  const ofTable = table.clearinghouse ?? DEFAULT_CLEARINGHOUSE;
  const name = request.clearinghouse ?? ofTable;
  const known = clearinghouse(name);
  // The identifiers in the table are those of the clearinghouse that it names, and of no other.
  const isOfTable = name === ofTable;
  const own = { ...(isOfTable ? table.settings : {}), ...request.settings };
  const { settings, findings } = known
    ? transmissionSettings(practice, known, own, table.cells)
    : { settings: null, findings: [unknownClearinghouse(name, table)] };
  const all = [...(isOfTable ? table.findings : []), ...findings];
  const stops = all.filter(({ severity }) => severity === 'STOP');
  const [stop] = stops;
  const fileMark = settings?.usage === 'T' ? (known?.testFileMark ?? null) : null;
  if (!stop) return { name, settings, fileMark, missing: [], findings: all };
  if (!request.ifPossible) throw new Refusal('claim-file-unclear', `${stop.message} ${stop.fix}`.trim());
  const missing = stops.map(({ message }) => message);
  return { name, settings: null, fileMark: null, missing, findings: all.map(withoutFile) };
}

/** The wished files of claims that are ready to be sent; `used` are the numbers of earlier files. */
export function claimFiles(
  claims: readonly Claim[],
  { settings, fileMark, findings }: Addressing,
  request: FilesRequest,
  used: ReadonlySet<number>,
  now: Date,
): ClaimFiles {
  const mended = claims.map(repaired);
  const ready = mended.map(({ claim }) => claim);
  const csv = request.csv && ready.length > 0 ? csvText(claimLineRows(ready)) : null;
  if (!settings || claims.length === 0) return { edi: null, csv, control: null, fileMark, findings };
  const control = controlNumber(request.control, used, now);
  const day = localDay(now);
  const time = [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join('');
  const notes = mended.flatMap(({ repairs }) => repairs).map(repairNote);
  const edi = writeClaims(ready, settings, { control, day, time });
  return { edi, csv, control, fileMark, findings: [...findings, ...notes] };
}

function unknownClearinghouse(name: string, { cells }: ClearinghouseRecord): Finding {
  const names = CLEARINGHOUSES.map(({ id }) => id).join(', ');
  return {
    rule: 'clearinghouse-unknown',
    severity: 'STOP',
    place: cells['clearinghouse'] ?? null,
    message: `No clearinghouse is known as "${name}". Known are: ${names}.`,
    fix: '',
    source: 'Claimsheet: presets of clearinghouses',
  };
}

/** The claims are made all the same, so nothing stops. */
function withoutFile(finding: Finding): Finding {
  if (finding.severity !== 'STOP') return finding;
  return { ...finding, severity: 'WARN', message: `There is no 837P file yet. ${finding.message}` };
}

/** Nothing is changed in silence, however small. */
function repairNote({ account, what, from, to }: Repair): Finding {
  return {
    rule: 'format-repaired',
    severity: 'NOTE',
    place: null,
    message: `Claim ${account}: the ${what} "${from}" is written ${to}.`,
    fix: 'Nothing, if that is how the payer knows it.',
    source: '005010X222A1, appendix B: the basic character set',
  };
}

/** Lines end as RFC 4180 has it; a text that a spreadsheet would take for a formula gets an apostrophe. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`;
}
