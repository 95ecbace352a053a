import type { CellPlace, Finding } from '../billing/findings';
import { labelKey } from '../billing/values/name-key';
import type { WorkbookReading } from '../workbook/reading';
import { readTable } from '../workbook/tables/read-table';
import { CLEARINGHOUSES } from '../x12/claim-837p/clearinghouses';
import { SETTING_NAMES, type TransmissionSettings } from '../x12/claim-837p/settings';

/** Who takes the claim files, as the Clearinghouse table says. Settings that were left empty are not among them. */
export interface ClearinghouseRecord {
  /** Whether the workbook has the table. */
  isThere: boolean;
  /** Id of a known clearinghouse, or what was typed where none is known by it; null when nothing was typed. */
  clearinghouse: string | null;
  settings: Partial<TransmissionSettings>;
  /** Cells by setting, to point at. */
  cells: Readonly<Record<string, CellPlace>>;
  /** Cells that hold something unreadable; of severity STOP. */
  findings: Finding[];
}

/** Without a table nothing is known. */
export function readClearinghouse(reading: WorkbookReading): ClearinghouseRecord {
  const { rows, findings } = readTable(reading, 'Clearinghouse');
  const [row] = rows;
  if (!row) return { isThere: false, clearinghouse: null, settings: {}, cells: {}, findings };
  const { clearinghouse, test, cells } = row;
  const settings: Partial<TransmissionSettings> = {};
  for (const name of SETTING_NAMES) {
    const value = row[name];
    if (value !== null) settings[name] = value;
  }
  if (settings.submitterName !== undefined) {
    // Whoever else sends the files is a person only with a first name of its own.
    settings.submitterFirstName ??= '';
    settings.submitterEntity = settings.submitterFirstName === '' ? 'organization' : 'person';
  }
  if (test !== null) settings.usage = test ? 'T' : 'P';
  return {
    isThere: true,
    clearinghouse: clearinghouse === null ? null : idOf(clearinghouse),
    settings,
    cells,
    findings,
  };
}

/** "Office Ally" is office-ally. */
function idOf(typed: string): string {
  const key = labelKey(typed);
  return CLEARINGHOUSES.find(({ id, title }) => labelKey(id) === key || labelKey(title) === key)?.id ?? typed;
}
