import type { Area, Book, Sheet } from '../book/book';
import { CustomCalls } from './custom-calls';
import type { CustomFunctionTable } from './custom-function-table';
import type { InvokeBatch, StreamingCalls } from './custom-functions';
import { Edits } from './edits';
import { EngineWhenNeeded } from './engine/engine-when-needed';
import { FormulaCells, type FormulaCell } from './graph/formula-cells';
import { Precedents } from './graph/precedents';
import type { CellPlace, SheetArea } from './place';
import { Recalculation } from './recalculation';
import { emptyReport, type CalculationReport } from './report';
import { Streams } from './streams';
import { UsedSizes } from './used-sizes';

export interface CalculatorOptions {
  functions: CustomFunctionTable;
  invoke: InvokeBatch;
  /** Needed where `functions` has streaming ones. */
  streaming?: StreamingCalls;
  /** Told after each calculation that a later result of a streaming function has brought about. */
  onUpdate?: (report: CalculationReport) => void;
  /** Told when such a calculation fails; without it nothing catches that. */
  onFailure?: (error: unknown) => void;
  /** The day that TODAY and NOW answer (Excel serial, 1900 system). Left out: the computer's own. */
  today?: number;
}

export interface Calculator {
  /** Calculates what depends on anything edited since the last calculation; it finds that itself. */
  recalculate(): Promise<CalculationReport>;
  /** Calculates every formula. Needed after sheets, tables, names, or whole rows have changed. */
  recalculateAll(): Promise<CalculationReport>;
  /** Calculates what depends on these cells, and the formulas in them. */
  recalculateChanged(changes: readonly CellPlace[]): Promise<CalculationReport>;
  /** Gives the engine back; the calculator cannot be used afterwards. */
  close(): void;
}

/**
 * The calculation of a book. Formulas are read from it and their values written back into it. Streaming functions
 * run until the calculator is closed: whatever they answer later is written into the book as well.
 */
export function createCalculator(book: Book, options: CalculatorOptions): Promise<Calculator> {
  return Promise.resolve(new BookCalculator(book, options));
}

class BookCalculator implements Calculator {
  private cells = new FormulaCells();
  private precedents = new Precedents();
  private readonly edits = new Edits();
  private readonly streams: Streams | null;
  private isUpdateDue = false;
  private readonly engine: EngineWhenNeeded;
  private isClosed = false;
  /** Whether every formula has been calculated since the last failure, so that what each reads is known. */
  private isComplete = false;
  /** Calculations wait for each other: two at once would see each other's half-made values. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly book: Book,
    private readonly options: CalculatorOptions,
  ) {
    const { functions, streaming, today } = options;
    const [needy] = [...functions.functions.values()].filter(({ isStreaming }) => isStreaming);
    if (needy && !streaming) throw new Error(`${needy.fullName} streams, and there is nothing to run it.`);
    this.engine = new EngineWhenNeeded(book, { customFunctions: functions, today });
    this.streams = streaming ? new Streams(streaming, () => this.update()) : null;
  }

  recalculate(): Promise<CalculationReport> {
    return this.inTurn(() => this.calculateEdited());
  }

  recalculateAll(): Promise<CalculationReport> {
    return this.inTurn(() => this.calculateAll());
  }

  recalculateChanged(changes: readonly CellPlace[]): Promise<CalculationReport> {
    return this.inTurn(() => (this.isComplete ? this.calculateChanged(changes) : this.calculateAll()));
  }

  close(): void {
    this.isClosed = true;
    this.streams?.endAll();
    this.engine.close();
  }

  private calculateAll(): Promise<CalculationReport> {
    this.cells = new FormulaCells();
    this.precedents = new Precedents();
    for (const sheet of this.book.sheets)
      for (const { row, column } of formulaPlaces(sheet)) this.cells.add(sheet, row, column);
    this.streams?.takeChanged();
    this.streams?.keepOnly((sheet, row, column) => this.cells.get(sheet, row, column) !== undefined);
    return this.run([...this.cells.all()]);
  }

  private calculateEdited(): Promise<CalculationReport> {
    const edited = this.isComplete ? this.edits.since(this.book) : null;
    return edited ? this.calculateChanged(edited) : this.calculateAll();
  }

  /** Streaming functions have answered again: their cells follow, after what is being calculated now. */
  private update(): void {
    if (this.isUpdateDue) return;
    this.isUpdateDue = true;
    const turn = this.inTurn(async () => {
      this.isUpdateDue = false;
      const report = await this.calculateEdited();
      if (report.calculated.length > 0) this.options.onUpdate?.(report);
    });
    turn.catch((error: unknown) => {
      if (this.isClosed) return;
      if (!this.options.onFailure) throw error;
      this.options.onFailure(error);
    });
  }

  private calculateChanged(changes: readonly CellPlace[]): Promise<CalculationReport> {
    const due = new Set<FormulaCell>();
    for (const { sheet: name, row, column } of changes) {
      const sheet = this.book.sheet(name);
      if (sheet) for (const cell of this.changed(sheet, row, column)) due.add(cell);
    }
    for (const { sheet, row, column } of this.streams?.takeChanged() ?? []) {
      const cell = this.cells.get(sheet, row, column);
      if (cell) due.add(cell);
    }
    for (const cell of this.cells.all()) if (cell.isVolatile) due.add(cell);
    return this.run([...due].filter((cell) => this.cells.get(cell.sheet, cell.row, cell.column) === cell));
  }

  private inTurn<Answer>(calculate: () => Promise<Answer>): Promise<Answer> {
    const turn = this.last.then(() => {
      if (this.isClosed) throw new Error('The calculator has been closed.');
      return calculate();
    });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  /** Takes over what a cell now holds; gives the formulas that this touches. */
  private changed(sheet: Sheet, row: number, column: number): FormulaCell[] {
    const place: Area = { row, column, rows: 1, columns: 1 };
    const areas: SheetArea[] = [{ sheet, area: place }];
    const touched: FormulaCell[] = this.cells.arraysIn({ sheet, area: place });
    const known = this.cells.get(sheet, row, column);
    const hasFormula = (sheet.cell(row, column)?.formula ?? null) !== null;
    if (known) {
      areas.push(known.filled);
      this.precedents.remove(known);
      this.cells.remove(known);
      if (!hasFormula) this.streams?.settled(known);
    }
    const own = hasFormula ? this.cells.add(sheet, row, column) : null;
    for (const area of areas) for (const reader of this.precedents.readersOf(area)) touched.push(reader);
    return [...touched.filter((cell) => cell !== known), ...(own ? [own] : [])];
  }

  private async run(due: readonly FormulaCell[]): Promise<CalculationReport> {
    this.edits.remember(this.book);
    this.isComplete = due.length === 0;
    if (this.isComplete) return emptyReport();
    const { functions, invoke, today } = this.options;
    const recalculation = new Recalculation({
      cells: this.cells,
      precedents: this.precedents,
      engine: this.engine,
      calls: new CustomCalls(invoke, this.streams),
      isClockFixed: today !== undefined,
      context: {
        book: this.book,
        customFunctions: functions,
        isKnownFunction: (name) => this.engine.isKnownFunction(name),
      },
      usedSizes: new UsedSizes(),
    });
    recalculation.markDue(due);
    const report = await recalculation.run();
    this.isComplete = true;
    return report;
  }
}

/** By row, then by column: mostly the order in which people write formulas, so little has to wait. */
function formulaPlaces(sheet: Sheet): { row: number; column: number }[] {
  return [...sheet.entries()]
    .filter(({ cell }) => cell.formula !== null)
    .sort((a, b) => a.row - b.row || a.column - b.column);
}
