import { cellsOf, intersection } from '../book/areas';
import { CellError, type CellValue } from '../book/book';
import type { CustomCalls } from './custom-calls';
import type { EngineWhenNeeded } from './engine/engine-when-needed';
import { directCall, type DirectCall } from './formulas/direct-call';
import { translate, type TranslationContext } from './formulas/translate';
import type { UsedSizes } from './used-sizes';
import type { FormulaCell, FormulaCells } from './graph/formula-cells';
import type { Precedents } from './graph/precedents';
import type { CalculationReport } from './report';
import { valuesOf, type SheetArea } from './place';
import { placeResult } from './spill';

/** A cell whose arrays keep moving under the cells it reads is taken as circular after this many rounds. */
const MAX_ROUNDS = 20;

const VOLATILE = new Set(['RAND', 'RANDBETWEEN', 'RANDARRAY']);
const VOLATILE_CLOCK = new Set(['TODAY', 'NOW']);

export interface RecalculationParts {
  cells: FormulaCells;
  precedents: Precedents;
  engine: EngineWhenNeeded;
  calls: CustomCalls;
  context: Omit<TranslationContext, 'sheet' | 'row' | 'column' | 'usedSize' | 'isIntersecting'>;
  usedSizes: UsedSizes;
  isClockFixed: boolean;
}

/**
 * One calculation of all cells that are due. A formula that reads a cell without a value waits until that cell has
 * one. Calls of custom functions are collected until nothing else can be calculated, and sent together.
 */
export class Recalculation {
  private readonly queue: FormulaCell[] = [];
  private readonly calculated = new Set<FormulaCell>();
  private readonly circular = new Set<FormulaCell>();
  private readonly unsupported = new Map<FormulaCell, string>();
  private readonly rounds = new Map<FormulaCell, number>();

  constructor(private readonly parts: RecalculationParts) {}

  /** Marks cells and everything that reads them, directly or not, as due. */
  markDue(start: Iterable<FormulaCell>): void {
    const found = [...start];
    for (const cell of found) {
      if (cell.state !== 'settled') continue;
      this.parts.cells.setState(cell, 'due');
      this.queue.push(cell);
      for (const reader of this.parts.precedents.readersOf(cell.filled)) found.push(reader);
    }
  }

  async run(): Promise<CalculationReport> {
    this.parts.engine.startRun();
    this.runQueue();
    while (this.parts.calls.isWaiting) {
      for (const cell of await this.parts.calls.send())
        if (cell.state === 'waiting' && cell.waitsFor === null) this.resume(cell);
      this.runQueue();
    }
    for (const cell of this.parts.cells.all()) if (cell.state !== 'settled') this.settleCircular(cell);
    const places = (cells: Iterable<FormulaCell>) => [...cells].map((cell) => cell.place);
    return {
      calculated: places(this.calculated),
      circular: places(this.circular),
      unsupported: [...this.unsupported].map(([cell, reason]) => ({ ...cell.place, reason })),
      calls: this.parts.calls.sent,
      messages: this.parts.calls.messages,
    };
  }

  private runQueue(): void {
    for (let next = 0; next < this.queue.length; next++) {
      const cell = this.queue[next];
      if (cell?.state === 'due') this.visit(cell);
    }
    this.queue.length = 0;
  }

  /** Calculates a cell after all that it reads, without recursion: a running balance may be thousands deep. */
  private visit(start: FormulaCell): void {
    const stack = [{ cell: start, first: [] as FormulaCell[] }];
    this.parts.cells.setState(start, 'visiting');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const before = top.first.pop();
      if (before) {
        if (before.state !== 'due') continue;
        this.parts.cells.setState(before, 'visiting');
        stack.push({ cell: before, first: [] });
        continue;
      }
      const blockers = this.attempt(top.cell);
      const blocker = blockers?.find(({ state }) => state !== 'due');
      const circle = blocker ? this.circleThrough(blocker, stack) : [];
      if (circle.length > 0) {
        circle.forEach((cell) => {
          this.settleCircular(cell);
        });
        while (stack.at(-1)?.cell.state === 'settled') stack.pop();
      } else if (blockers && blockers.length > 0 && !blocker) {
        top.first = blockers.reverse();
      } else {
        if (blockers) this.wait(top.cell, blocker ?? null);
        stack.pop();
      }
    }
  }

  /** The cells of a circle that is closed by reading `blocker`; empty when there is none. */
  private circleThrough(blocker: FormulaCell, stack: readonly { cell: FormulaCell }[]): FormulaCell[] {
    const waiting: FormulaCell[] = [];
    let cell: FormulaCell | null = blocker;
    while (cell?.state === 'waiting') {
      waiting.push(cell);
      cell = cell.waitsFor;
    }
    if (cell?.state !== 'visiting') return [];
    const from = stack.findIndex((frame) => frame.cell === cell);
    return [...stack.slice(from).map((frame) => frame.cell), ...waiting];
  }

  private wait(cell: FormulaCell, blocker: FormulaCell | null): void {
    this.parts.cells.setState(cell, 'waiting');
    cell.waitsFor = blocker;
    blocker?.waiters.push(cell);
  }

  private resume(cell: FormulaCell): void {
    if (cell.state !== 'waiting') return;
    this.parts.cells.setState(cell, 'due');
    this.queue.push(cell);
  }

  /** Null: done. Else the cells it has to wait for, or none when it waits for custom functions only. */
  private attempt(cell: FormulaCell): FormulaCell[] | null {
    const { engine, cells, precedents, calls, context, usedSizes } = this.parts;
    const { sheet, row, column } = cell;
    const answer = calls.wholeAnswer(cell);
    if (answer) {
      this.settle(cell, answer);
      return null;
    }
    const intersects = cell.kind === 'Intersecting';
    const { text, wholeLines, arrays, functions, unsupported } = translate(cell.formula, {
      ...context,
      sheet,
      row,
      column,
      usedSize: (other) => usedSizes.of(other),
      isIntersecting: intersects,
    });
    cell.isVolatile = this.isVolatile(functions);
    calls.begin(cell);
    if (unsupported !== null) return this.leave(cell, unsupported);
    const unsized = arrays.flatMap((array) => cells.unsettledIn(array));
    if (unsized.length > 0) {
      precedents.set(cell, [...wholeLines, ...arrays]);
      return unsized;
    }
    const direct = directCall(text, { ...context, sheet });
    if (direct && !(intersects && reducesRange(direct)))
      return this.callDirectly(cell, direct, [...wholeLines, ...arrays]);
    const read: SheetArea[] = [...wholeLines, ...arrays];
    const blockers: FormulaCell[] = [];
    const result = engine.evaluate(text, sheet, row, column, {
      isReady: (reference) => {
        read.push(reference);
        const unsettled = cells.unsettledIn(reference);
        for (const each of unsettled) blockers.push(each);
        return unsettled.length === 0;
      },
      call: (called, args) => calls.answer(cell, called, args),
      intersects,
    });
    precedents.set(cell, read);
    if (result.kind === 'not ready') {
      if (result.isCall) calls.isWhole(cell);
      return blockers;
    }
    if (result.kind === 'too large') return this.leave(cell, 'The Desk cannot calculate with so many cells.');
    if (result.kind === 'unreadable' || isEngineGap(result.rows, text, read))
      return this.leave(cell, 'The Desk cannot calculate this formula.');
    this.settle(cell, result.rows);
    return null;
  }

  /** A formula that is one call of a custom function, with arguments that can be read as they are. */
  private callDirectly(
    cell: FormulaCell,
    { called, args }: DirectCall,
    wholeLines: readonly SheetArea[],
  ): FormulaCell[] | null {
    const { cells, precedents, calls } = this.parts;
    const read = args.flatMap((argument) => (argument && 'cells' in argument ? [argument.cells] : []));
    precedents.set(cell, [...wholeLines, ...read]);
    const blockers = read.flatMap((area) => cells.unsettledIn(area));
    if (blockers.length > 0) return blockers;
    const given = args.map(
      (argument) => argument && ('cells' in argument ? valuesOf(argument.cells) : [[argument.value]]),
    );
    const rows = calls.answer(cell, called, given);
    if (rows === null) {
      calls.isWhole(cell);
      return [];
    }
    this.settle(cell, rows);
    return null;
  }

  private settle(cell: FormulaCell, rows: CellValue[][]): void {
    const { reach, changed } = placeResult(cell, fitted(cell, rows));
    this.parts.cells.setReach(cell, reach);
    this.calculated.add(cell);
    this.finish(cell);
    if (!changed) return;
    this.parts.engine.forgetArrays();
    this.parts.usedSizes.forget();
    this.again(cell, changed);
  }

  /** An array came to lie where formulas had already read: they are calculated again. */
  private again(cell: FormulaCell, changed: SheetArea): void {
    const readers = [...this.parts.precedents.readersOf(changed)].filter(({ state }) => state === 'settled');
    const rounds = (this.rounds.get(cell) ?? 0) + 1;
    this.rounds.set(cell, rounds);
    if (rounds > MAX_ROUNDS) this.circular.add(cell);
    else this.markDue(readers);
  }

  /** A formula that cannot be calculated keeps the value it has from the file, which Excel calculated. */
  private leave(cell: FormulaCell, reason: string): null {
    const { sheet, row, column } = cell;
    this.unsupported.set(cell, reason);
    if ((sheet.cell(row, column)?.value ?? null) === null)
      sheet.setCalculated(row, column, new CellError('#NAME?', reason));
    this.finish(cell);
    return null;
  }

  /**
   * Excel shows 0 or the last value in a circle: support.microsoft.com, "Remove or allow a circular reference in
   * Excel".
   */
  private settleCircular(cell: FormulaCell): void {
    const { sheet, row, column } = cell;
    this.circular.add(cell);
    if ((sheet.cell(row, column)?.value ?? null) === null) sheet.setCalculated(row, column, 0);
    this.finish(cell);
  }

  private finish(cell: FormulaCell): void {
    this.parts.cells.setState(cell, 'settled');
    this.parts.calls.settled(cell);
    for (const waiter of cell.waiters.splice(0)) this.resume(waiter);
  }

  private isVolatile(functions: ReadonlySet<string>): boolean {
    const custom = this.parts.context.customFunctions.functions;
    for (const name of functions) {
      if (VOLATILE.has(name) || custom.get(name)?.isVolatile) return true;
      if (VOLATILE_CLOCK.has(name) && !this.parts.isClockFixed) return true;
    }
    return false;
  }
}

/** Whether a range is given for a parameter that takes one value, which a formula of older Excel reduces. */
function reducesRange({ called, args }: DirectCall): boolean {
  return args.some(
    (argument, at) =>
      argument &&
      'cells' in argument &&
      argument.cells.area.rows * argument.cells.area.columns > 1 &&
      called.parameters[at]?.isMatrix !== true,
  );
}

/** What a formula of older Excel shows of an array: its first value, or as much as the area it was entered over holds. */
function fitted({ kind, entered }: FormulaCell, rows: CellValue[][]): CellValue[][] {
  if (kind === undefined) return rows;
  const { rows: height, columns: width } = (kind === 'Array' && entered) || { rows: 1, columns: 1 };
  const isRow = rows.length === 1;
  const isColumn = rows.every((line) => line.length === 1);
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => {
      // One value, row or column is repeated over the area; what else lacks is #N/A.
      const line = rows[isRow ? 0 : row];
      const value = line?.[isColumn ? 0 : column];
      return value === undefined ? new CellError('#N/A') : value;
    }),
  );
}

/** All names in `text` are known, so a #NAME? that comes from nowhere is the engine's: a form it does not know. */
function isEngineGap(
  rows: readonly (readonly CellValue[])[],
  text: string,
  read: readonly SheetArea[],
): boolean {
  const isName = (value: CellValue) => value instanceof CellError && value.text === '#NAME?';
  if (!rows.flat().some(isName) || text.includes('#NAME?')) return false;
  return !read.some(({ sheet, area }) => {
    const used = sheet.usedArea(true);
    const inUse = used && intersection(area, used);
    for (const { row, column } of inUse ? cellsOf(inUse) : [])
      if (isName(sheet.cell(row, column)?.value ?? null)) return true;
    return false;
  });
}
