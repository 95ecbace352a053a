import { columnName, quoteSheetName } from '../book/address';
import { CellError, type CellValue, type Sheet } from '../book/book';
import { prepareArguments } from './arguments';
import type { CustomFunction } from './custom-function-table';
import type { Invocation, InvokeBatch } from './custom-functions';
import type { EngineArgument } from './engine/engine';
import { itemOf, type FormulaCell } from './graph/formula-cells';
import { rowsOfResult } from './results';
import type { Streams } from './streams';

interface Asked {
  cell: FormulaCell;
  key: string;
  invocation: Invocation;
}

/**
 * The calls of custom functions in one calculation. A formula is run again when its calls are answered; it then
 * finds the answers here, so that each call of each cell is sent once. Streaming calls are sent when nothing else is
 * left to be calculated: they may read the whole workbook.
 */
export class CustomCalls {
  /** By cell, then by function and arguments; null while the answer is on its way. */
  private readonly answers = new Map<FormulaCell, Map<string, CellValue[][] | null>>();
  private asked: Asked[] = [];
  /** Cells whose whole formula is a call that waits, with its function and arguments. */
  private readonly whole = new Map<FormulaCell, string>();
  private lastKey = '';
  private readonly quotedNames = new Map<Sheet, string>();
  sent = 0;
  messages = 0;

  constructor(
    private readonly invoke: InvokeBatch,
    private readonly streams: Streams | null,
  ) {}

  get isWaiting(): boolean {
    return this.asked.length > 0 || this.streams?.isWaiting === true;
  }

  /** A cell's formula is run, perhaps again. */
  begin(cell: FormulaCell): void {
    this.streams?.begin(cell);
  }

  /** The call that a cell asked for last is its whole formula: the answer will be its value. */
  isWhole(cell: FormulaCell): void {
    this.whole.set(cell, this.lastKey);
  }

  /** The value of a cell whose whole formula was a call that waited; null: there is none, or not yet. */
  wholeAnswer(cell: FormulaCell): CellValue[][] | null {
    const key = this.whole.get(cell);
    if (key === undefined) return null;
    this.whole.delete(cell);
    return this.answers.get(cell)?.get(key) ?? this.streams?.latest(cell, key) ?? null;
  }

  /** A cell has its value. */
  settled(cell: FormulaCell): void {
    this.streams?.settled(cell);
  }

  /** The answer as rows of values, or null when the call has to be sent first. */
  answer(cell: FormulaCell, called: CustomFunction, given: readonly EngineArgument[]): CellValue[][] | null {
    const prepared = prepareArguments(called, given);
    if ('error' in prepared) return [[prepared.error]];
    const key = callKey(called, prepared.args);
    this.lastKey = key;
    const invocation: Invocation = {
      functionId: called.id,
      args: prepared.args,
      caller: this.addressOf(cell),
      ...(called.allowsErrors ? { allowsErrors: true } : {}),
    };
    if (called.isStreaming && this.streams) return this.streams.answer(cell, key, invocation);
    const known = this.answers.get(cell) ?? new Map<string, CellValue[][] | null>();
    this.answers.set(cell, known);
    const answer = known.get(key);
    if (answer !== undefined) return answer;
    known.set(key, null);
    this.asked.push({ cell, key, invocation });
    return null;
  }

  /** Sends all that was asked in one message; gives the cells that now have their answers. */
  async send(): Promise<Set<FormulaCell>> {
    if (this.asked.length === 0) return this.startStreams();
    const asked = this.asked;
    this.asked = [];
    this.sent += asked.length;
    this.messages++;
    const results = await this.invoke(asked.map(({ invocation }) => invocation));
    if (results.length !== asked.length)
      throw new Error(`${String(asked.length)} calls got ${String(results.length)} answers.`);
    asked.forEach(({ cell, key }, at) => {
      const result = results[at];
      if (result) this.answers.get(cell)?.set(key, rowsOfResult(result));
    });
    return new Set(asked.map(({ cell }) => cell));
  }

  /** As `placeAddress` writes it; what a sheet's name looks like is found out once, not for every cell. */
  private addressOf({ sheet, row, column }: FormulaCell): string {
    const name = itemOf(this.quotedNames, sheet, () => quoteSheetName(sheet.name));
    return `${name}!${columnName(column)}${String(row + 1)}`;
  }

  private async startStreams(): Promise<Set<FormulaCell>> {
    if (!this.streams) return new Set();
    const before = this.streams.started;
    const cells = await this.streams.start();
    this.sent += this.streams.started - before;
    this.messages++;
    return cells;
  }
}

function callKey(called: CustomFunction, args: Invocation['args']): string {
  const plain = (_: string, value: unknown): unknown =>
    value instanceof CellError ? { error: value.text, message: value.message } : value;
  return `${called.id} ${JSON.stringify(args, plain)}`;
}
