/** The codes of Excel's JavaScript API that the Desk answers with. */
export type ExcelErrorCode =
  | 'AccessDenied'
  | 'FilteredRangeConflict'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'NotImplemented'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded';

/**
 * Excel's wording of each code.
 * Source: learn.microsoft.com/office/dev/add-ins/testing/application-specific-api-error-handling
 */
const MESSAGES: Record<ExcelErrorCode, string> = {
  AccessDenied: 'You cannot perform the requested operation.',
  FilteredRangeConflict: 'The attempted operation causes a conflict with a filtered range.',
  GeneralException: 'There was an internal error while processing the request.',
  InsertDeleteConflict: 'The insert or delete operation attempted resulted in a conflict.',
  InvalidArgument: 'The argument is invalid or missing or has an incorrect format.',
  InvalidOperation: 'The operation attempted is invalid on the object.',
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  InvalidReference: 'This reference is not valid for the current operation.',
  ItemAlreadyExists: 'The resource being created already exists.',
  ItemNotFound: "The requested resource doesn't exist.",
  NotImplemented: "The requested feature isn't implemented.",
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
};

export const WRONG_SHAPE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** An error as Excel answers it: it reaches the add-in as an `OfficeExtension.Error` with the same code. */
export class ExcelError extends Error {
  constructor(
    readonly code: ExcelErrorCode,
    message: string = MESSAGES[code],
  ) {
    super(message);
    this.name = 'ExcelError';
  }
}

export function invalidArgument(message?: string): ExcelError {
  return new ExcelError('InvalidArgument', message);
}

/** What Excel can and the Desk cannot: always refused by its name, never ignored. */
export function unsupported(what: string): ExcelError {
  return new ExcelError('NotImplemented', `The Desk does not support ${what} yet`);
}
