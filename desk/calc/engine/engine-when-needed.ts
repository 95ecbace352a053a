import type { Book, Sheet } from '../../book/book';
import { Engine, type EngineHost, type EngineOptions, type EngineResult } from './engine';

/** The engine, started by the first formula that needs it: loading Univer takes half a second and more. */
export class EngineWhenNeeded {
  private engine: Engine | null = null;
  private isRunStarted = false;

  constructor(
    private readonly book: Book,
    private readonly options: EngineOptions,
  ) {}

  isKnownFunction(name: string): boolean {
    return this.started().isKnownFunction(name);
  }

  /** To be called when sheets may have changed since the last run. */
  startRun(): void {
    this.isRunStarted = false;
  }

  /** To be called when cells have changed that a formula may already have read. */
  forgetArrays(): void {
    this.engine?.forgetArrays();
  }

  evaluate(formula: string, sheet: Sheet, row: number, column: number, host: EngineHost): EngineResult {
    const engine = this.started();
    if (!this.isRunStarted) engine.startRun();
    this.isRunStarted = true;
    return engine.evaluate(formula, sheet, row, column, host);
  }

  close(): void {
    this.engine?.close();
    this.engine = null;
  }

  private started(): Engine {
    return (this.engine ??= new Engine(this.book, this.options));
  }
}
