import { cellKey, sameValue, type CellValue, type Sheet } from '../book/book';
import type { Invocation, InvocationResult, StreamingCalls } from './custom-functions';
import { itemOf, type FormulaCell } from './graph/formula-cells';
import { rowsOfResult } from './results';

interface Stream {
  sheet: Sheet;
  row: number;
  column: number;
  invocation: Invocation;
  /** Null until the call is sent. */
  id: number | null;
  /** The latest result; null until there is a first one. */
  rows: CellValue[][] | null;
}

/** The streams of one cell by function and arguments. */
type CellStreams = Map<string, Stream>;

/**
 * The streaming calls of a book's cells. A call runs on between calculations, and ends when its cell is calculated
 * without it: the formula or an argument has changed, as in Excel
 * (learn.microsoft.com/office/dev/add-ins/excel/custom-functions-web-reqs, "Cancel a function").
 */
export class Streams {
  private readonly cells = new Map<Sheet, Map<number, CellStreams>>();
  /** What the cells that are being calculated have asked for since their last attempt began. */
  private readonly asked = new Map<FormulaCell, Set<string>>();
  private readonly waiting = new Map<Stream, FormulaCell>();
  private readonly changed = new Set<Stream>();
  private whenAllAnswered: { resolve: () => void; reject: (error: Error) => void } | null = null;
  started = 0;

  constructor(
    private readonly calls: StreamingCalls,
    /** Called when a call that had answered before has answered something else. */
    private readonly onChange: () => void,
  ) {}

  /** Whether a calculation waits for streams. */
  get isWaiting(): boolean {
    return this.waiting.size > 0;
  }

  /** A cell's formula is run, perhaps again. */
  begin(cell: FormulaCell): void {
    this.asked.delete(cell);
  }

  /** The latest answer of a cell's call; null: there is none yet. */
  answer(cell: FormulaCell, key: string, invocation: Invocation): CellValue[][] | null {
    itemOf(this.asked, cell, () => new Set<string>()).add(key);
    const { sheet, row, column } = cell;
    const ofCell = itemOf(
      itemOf(this.cells, sheet, () => new Map<number, CellStreams>()),
      cellKey(row, column),
      (): CellStreams => new Map(),
    );
    const stream = itemOf(ofCell, key, (): Stream => ({
      sheet,
      row,
      column,
      invocation,
      id: null,
      rows: null,
    }));
    if (stream.rows === null) this.waiting.set(stream, cell);
    return stream.rows;
  }

  /** What a call of a cell has answered last; null: nothing yet. */
  latest({ sheet, row, column }: FormulaCell, key: string): CellValue[][] | null {
    return this.cells.get(sheet)?.get(cellKey(row, column))?.get(key)?.rows ?? null;
  }

  /** A cell has its value: what it did not ask for any more ends. */
  settled(cell: FormulaCell): void {
    const asked = this.asked.get(cell);
    this.asked.delete(cell);
    const ofCell = this.cells.get(cell.sheet)?.get(cellKey(cell.row, cell.column));
    if (ofCell) this.cancel(this.over(ofCell, (key) => asked?.has(key) !== true));
  }

  /** Sends the new calls in one message and waits until every one has answered; gives the cells that waited. */
  async start(): Promise<Set<FormulaCell>> {
    const unsent = [...this.waiting.keys()].filter(({ id }) => id === null);
    const cells = new Set(this.waiting.values());
    const allAnswered = new Promise<void>((resolve, reject) => (this.whenAllAnswered = { resolve, reject }));
    this.started += unsent.length;
    const ids = this.calls.start(
      unsent.map(({ invocation }) => invocation),
      (at, result) => {
        const stream = unsent[at];
        if (stream) this.take(stream, result);
      },
    );
    unsent.forEach((stream, at) => (stream.id = ids[at] ?? null));
    if (this.waiting.size > 0) await allAnswered;
    this.whenAllAnswered = null;
    return cells;
  }

  /** Where calls have answered something else since this was last asked. */
  takeChanged(): Pick<Stream, 'sheet' | 'row' | 'column'>[] {
    const changed = [...this.changed];
    this.changed.clear();
    return changed;
  }

  /** Ends the calls of all cells that are no formulas any more. */
  keepOnly(isFormula: (sheet: Sheet, row: number, column: number) => boolean): void {
    const ids: number[] = [];
    for (const ofSheet of this.cells.values())
      for (const ofCell of ofSheet.values())
        for (const id of this.over(ofCell, (_, { sheet, row, column }) => !isFormula(sheet, row, column)))
          ids.push(id);
    this.cancel(ids);
  }

  endAll(): void {
    this.keepOnly(() => false);
    this.whenAllAnswered?.reject(new Error('The calculator has been closed.'));
  }

  private take(stream: Stream, result: InvocationResult): void {
    const rows = rowsOfResult(result);
    const before = stream.rows;
    stream.rows = rows;
    if (before === null) {
      this.waiting.delete(stream);
      if (this.waiting.size === 0) this.whenAllAnswered?.resolve();
    } else if (!isSame(before, rows)) {
      this.changed.add(stream);
      this.onChange();
    }
  }

  /** Takes out the streams that are over; gives the ids of those that were sent. */
  private over(ofCell: CellStreams, isOver: (key: string, stream: Stream) => boolean): number[] {
    const ids: number[] = [];
    for (const [key, stream] of ofCell) {
      if (!isOver(key, stream)) continue;
      ofCell.delete(key);
      this.changed.delete(stream);
      this.waiting.delete(stream);
      if (stream.id !== null) ids.push(stream.id);
    }
    return ids;
  }

  private cancel(ids: readonly number[]): void {
    if (ids.length > 0) this.calls.cancel(ids);
  }
}

function isSame(a: readonly CellValue[][], b: readonly CellValue[][]): boolean {
  return (
    a.length === b.length &&
    a.every((line, row) => {
      const other = b[row];
      return line.length === other?.length && line.every((value, at) => sameValue(value, other[at] ?? null));
    })
  );
}
