import * as v from 'valibot';
import { TABLE_NAMES } from '../tables';

const Value = v.union([v.string(), v.number(), v.boolean()]);
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Own = v.picklist(TABLE_NAMES);

/** A sheet that the run made; `print` tells whether somebody has written there since. */
const MadeSheet = v.object({
  is: v.literal('sheet'),
  name: v.string(),
  print: v.nullable(v.string()),
  id: v.optional(v.string()),
});
/** Rows that it added to a table of `before` rows, with a short print of each. */
const AddedRows = v.object({
  is: v.literal('rows'),
  table: Own,
  before: Count,
  prints: v.string(),
});
/** Columns that it added to a table of an older workbook. */
const AddedColumns = v.object({
  is: v.literal('columns'),
  table: Own,
  headers: v.array(v.string()),
});
/** A cell of another sheet, or of a table to fill in, that it wrote into; `format` where it changed that too. */
const TypedCell = v.object({
  is: v.literal('cell'),
  sheet: v.string(),
  row: Count,
  column: Count,
  before: Value,
  after: Value,
  format: v.nullable(v.string()),
});
/** A table whose total row was switched off while rows were added. */
const TotalRow = v.object({ is: v.literal('total row'), table: Own });
/** The run is one that Undo passes over. */
const Kept = v.object({ is: v.literal('kept') });
/** What Undo was told to leave: a claim with its lines, or a sheet by its id. */
const Leave = v.object({
  is: v.literal('leave'),
  account: v.optional(v.string()),
  sheet: v.optional(v.string()),
});
/** A row of a table that the run wrote over or deleted by mistake, for it to be added again. */
const RowBack = v.object({ is: v.literal('row back'), table: Own, cells: v.array(Value) });
/** A cell below a table that the run wrote over by mistake. */
const CellBack = v.object({
  is: v.literal('cell back'),
  sheet: v.string(),
  row: Count,
  column: Count,
  value: Value,
});
/** A cell that the run wrote over by mistake, because rows were moved at the same moment. */
const PutBack = v.object({
  is: v.literal('put back'),
  table: Own,
  row: v.string(),
  column: v.string(),
  wrote: Value,
  value: Value,
});

const Line = v.variant('is', [
  MadeSheet,
  AddedRows,
  AddedColumns,
  TypedCell,
  TotalRow,
  Kept,
  Leave,
  PutBack,
  RowBack,
  CellBack,
]);

/** One thing that a run did to the workbook, as far as taking it back needs to know. */
export type JournalLine = v.InferOutput<typeof Line>;
export type JournalLineOf<Is extends JournalLine['is']> = Extract<JournalLine, { is: Is }>;

/** A cell of Excel holds 32,767 characters (Microsoft Support, "Excel specifications and limits"). */
export const MAX_CELL_LENGTH = 30_000;
const SEPARATOR = '\n';
/** Room that is left for the id of a sheet, which is known only when it is made. */
const MAX_ID_LENGTH = 60;

/** Texts joined into as few cells as they fit into, a line each. */
export function inCells(lines: readonly string[]): string[] {
  return cellsOfLines(lines.map((text) => ({ text, maxLength: text.length })));
}

/** The lines of a run in as few cells as they fit into. */
export function journalCells(lines: readonly JournalLine[]): string[] {
  return cellsOfLines(
    lines.map((line) => {
      const text = JSON.stringify(line);
      return { text, maxLength: text.length + (line.is === 'sheet' ? MAX_ID_LENGTH : 0) };
    }),
  );
}

/** The same cells with the ids of the sheets that were made, in their order. */
export function cellsWithIds(cells: readonly string[], ids: readonly (string | null)[]): string[] {
  let sheet = 0;
  return cells.map((cell) =>
    linesOfCell(cell)
      .map((text) => {
        const line = parseLine(text);
        if (line?.is !== 'sheet') return text;
        const id = ids[sheet++] ?? null;
        return id === null ? text : JSON.stringify({ ...line, id });
      })
      .join(SEPARATOR),
  );
}

function cellsOfLines(lines: readonly { text: string; maxLength: number }[]): string[] {
  const cells: string[][] = [];
  let left = -1;
  for (const { text, maxLength } of lines) {
    if (maxLength > left) {
      cells.push([]);
      left = MAX_CELL_LENGTH;
    }
    cells[cells.length - 1]?.push(text);
    left -= maxLength + SEPARATOR.length;
  }
  return cells.map((cell) => cell.join(SEPARATOR));
}

export function linesOfCell(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Null where the text is no line that this version knows. */
export function parseLine(text: string): JournalLine | null {
  try {
    const line = v.safeParse(Line, JSON.parse(text));
    return line.success ? line.output : null;
  } catch {
    return null;
  }
}
