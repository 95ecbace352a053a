/** The little of xlsx-populate that the tests use; it has no types of its own. */
declare module 'xlsx-populate' {
  interface PopulateCell {
    value(value?: unknown): unknown;
    formula(text?: string): unknown;
    style(name: string, value: unknown): unknown;
    dataValidation(value: unknown): unknown;
    hyperlink(address: string): unknown;
  }
  interface PopulateSheet {
    cell(address: string): PopulateCell;
    range(address: string): { merged(merged: boolean): unknown; autoFilter(): unknown };
    row(number: number): { height(points: number): unknown; hidden(hidden: boolean): unknown };
    column(name: string): { width(width: number): unknown; hidden(hidden: boolean): unknown };
    freezePanes(columns: number, rows: number): unknown;
    printGridLines(print: boolean): unknown;
    pageMargins(side: string, inches: number): unknown;
  }
  interface PopulateBook {
    sheet(index: number): PopulateSheet;
    addSheet(name: string): PopulateSheet;
    definedName(name: string, value: string): unknown;
    outputAsync(type: 'uint8array'): Promise<Uint8Array>;
  }
  interface PopulateRichText {
    add(text: string, style?: Record<string, unknown>): this;
  }
  const populate: { fromBlankAsync(): Promise<PopulateBook>; RichText: new () => PopulateRichText };
  export default populate;
}
