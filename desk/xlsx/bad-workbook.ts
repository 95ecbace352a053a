/** The file cannot be read, or the workbook cannot be written. The message is one sentence for the user. */
export class BadWorkbook extends Error {
  override readonly name = 'BadWorkbook';
}
