/**
 * What Excel says with an error code, in a sentence for a therapist (Office documentation, "Error handling with the
 * application-specific JavaScript APIs").
 */
const SENTENCES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    'A cell is being typed into. Press Enter or Esc in the sheet, then try again.',
  AccessDenied:
    'Excel does not let this be written: the sheet or the workbook is protected, or open for reading only. Unprotect it (Review > Unprotect) or save a copy, then try again.',
  ItemNotFound:
    'A sheet or a table that was needed is not there any more: it was renamed or deleted meanwhile. Try again to read the workbook as it is now.',
  InvalidBinding: 'A range that was needed is not there any more. Try again.',
  InvalidReference: 'A cell that was needed is not there any more. Try again.',
  InvalidSelection: 'Excel cannot select that cell. Show the sheet first, then try again.',
  ItemAlreadyExists: 'There is already a sheet or a table of that name. Rename it, then try again.',
  NonBlankCellOffSheet: 'There is no room on the sheet for what would be added.',
  RangeExceedsLimit: 'The sheet is too large for Excel to hand over at once.',
  ResponsePayloadSizeLimitExceeded: 'The workbook is too large for Excel to hand over at once.',
  RequestPayloadSizeLimitExceeded: 'This is too much for Excel to take at once.',
  RequestAborted: 'Excel stopped the request. Try again.',
  Timeout: 'Excel did not answer in time. Try again.',
  ServiceNotAvailable: 'Excel is not ready. Wait a moment, then try again.',
  GeneralException: 'Excel could not do this. Try again; if it happens again, save and reopen the workbook.',
  ApiNotFound:
    'This Excel is too old for this. Claimsheet needs Excel for Microsoft 365, Excel 2024 or newer, or Excel on the web.',
  ApiNotAvailable:
    'This Excel is too old for this. Claimsheet needs Excel for Microsoft 365, Excel 2024 or newer, or Excel on the web.',
  UnsupportedOperation: 'Excel cannot do this in this workbook.',
  NotImplemented: 'This Excel cannot do this.',
  FilteredRangeConflict: 'A filter hides cells that would be changed. Clear the filter, then try again.',
  OperationCellsExceedLimit: 'This is too much for Excel to take at once.',
  InactiveWorkbook: 'The workbook is not the active one. Click into it, then try again.',
  PivotTableRangeConflict: 'A PivotTable stands in the way. Move it, then try again.',
};

/** Codes that Excel has spelt differently over the years. */
const OTHER_SPELLINGS: ReadonlyMap<string, string> = new Map([
  ['InvalidOperationInCellEditModeException', 'InvalidOperationInCellEditMode'],
  ['CellEditMode', 'InvalidOperationInCellEditMode'],
]);

/** Excel's error as a sentence; null for an error that did not come from Excel. */
export function plainWords(error: unknown): string | null {
  const code = codeOf(error);
  if (code === null) return null;
  const known = OTHER_SPELLINGS.get(code) ?? code;
  return (
    (Object.hasOwn(SENTENCES, known) ? SENTENCES[known] : null) ??
    `Excel could not do this (${code}). Try again; if it happens again, save and reopen the workbook.`
  );
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  const { code } = error;
  return typeof code === 'string' && 'debugInfo' in error ? code : null;
}
