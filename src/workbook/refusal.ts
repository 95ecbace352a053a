/** Why an action stopped before it wrote anything. */
export type RefusalCode =
  | 'no-sessions'
  | 'month-without-sessions'
  | 'sheet-unclear'
  | 'column-unclear'
  | 'sheet-protected'
  | 'workbook-protected'
  | 'name-taken'
  | 'table-damaged'
  | 'table-lost'
  | 'register-broken'
  | 'newer-version'
  | 'not-set-up'
  | 'claim-file-unclear'
  | 'document-incomplete'
  | 'payment-unclear'
  | 'nothing-billed'
  | 'month-closing'
  | 'no-credit'
  | 'call-unclear'
  | 'file-unreadable'
  | 'nothing-to-undo'
  | 'register-lost'
  | 'changed-since'
  | 'cancelled'
  | 'excel-failed'
  | 'outcome-unknown';

/** The one exception a user may meet: a sentence that says what is wrong and what to do. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    sentence: string,
    options?: { cause?: unknown },
  ) {
    super(sentence, options);
    this.name = 'Refusal';
  }
}
