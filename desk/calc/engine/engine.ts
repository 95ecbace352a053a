import type {
  AstTreeBuilder,
  BaseAstNode,
  BaseFunction,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  Lexer,
} from '@univerjs/preset-sheets-node-core';
import { CellError, LIMITS, type Book, type CellValue, type Sheet } from '../../book/book';
import type { CustomFunction, CustomFunctionTable } from '../custom-function-table';
import { areaAddress } from '../../book/address';
import { referenceInText } from '../formulas/reference-in-text';
import { sheetAlias } from '../formulas/translate';
import { filteredRows } from '../../book/filtered-rows';
import { valuesOf, type SheetArea } from '../place';
import { boundResults, TooLarge } from './bounds';
import { bookCells } from './book-cells';
import { fixToday, useDateSystem1904 } from './dates';
import { cellBeside } from '../formulas/intersection';
import type { ParameterClass } from '../../xlsx/formulas/parameter-classes';
import { calculateAsExcel } from './functions/as-excel';
import { Overriding, textOf } from './functions/overriding';
import { Evaluation, type Single } from './evaluation';
import { startUniver, type LoadedUniver } from './univer';
import { ValueConverter } from './values';

/** An argument as written in the formula: null when omitted. A single value is one row of one. */
export type EngineArgument = CellValue[][] | null;

export interface EngineHost {
  /** A formula reads these cells. False: some of them have no value yet. */
  isReady: (reference: SheetArea) => boolean;
  /** The answer to a call of a custom function, as rows of values; null: not known yet. */
  call: (called: CustomFunction, args: EngineArgument[]) => CellValue[][] | null;
  /** A range stands for its cell beside the formula, as in Excel before dynamic arrays. */
  intersects: boolean;
}

export type EngineResult =
  | { kind: 'values'; rows: CellValue[][] }
  /** A cell it reads, or a custom function it calls, has no value yet; `isCall`: it is such a call and nothing else. */
  | { kind: 'not ready'; isCall: boolean }
  | { kind: 'unreadable' }
  /** More cells than the Desk can hold. */
  | { kind: 'too large' };

export interface EngineOptions {
  customFunctions: CustomFunctionTable;
  /** The day that TODAY and NOW answer (Excel serial, 1900 system); undefined: the computer's. */
  today?: number | undefined;
}

/** They ask for what the engine is not told here (formulas, formats, sheets), and would answer wrongly. */
const ASKS_THE_WORKBOOK = new Set(['CELL', 'FORMULATEXT', 'INFO', 'ISFORMULA', 'SHEET', 'SHEETS']);

let instances = 0;

/** Univer's parser, interpreter and functions over the book's own cells, one formula at a time. */
export class Engine {
  private readonly unitId = `book${String(++instances)}`;
  private readonly loaded: LoadedUniver;
  private readonly values: ValueConverter;
  private readonly lexer: Lexer;
  private readonly parser: AstTreeBuilder;
  private readonly functions: IFunctionService;
  private readonly config: IFormulaCurrentConfigService;
  private readonly runtime: IFormulaRuntimeService;
  private readonly sheetOf = new Map<string, Sheet>();
  private idOf = new Map<Sheet, string>();
  /** Stands for the answer of a custom function that is still to come. */
  private readonly pending: BaseValueObject;
  private host: EngineHost | null = null;
  private isIncomplete = false;
  private place = { row: 0, column: 0 };
  private ownSheet: Sheet | null = null;

  private readonly customFunctions: CustomFunctionTable;

  constructor(
    private readonly book: Book,
    { customFunctions, today }: EngineOptions,
  ) {
    this.customFunctions = customFunctions;
    this.loaded = startUniver(this.unitId);
    const { univer, injector } = this.loaded;
    this.values = new ValueConverter(univer);
    this.pending = univer.ErrorValueObject.create(univer.ErrorType.CONNECT, this.unitId);
    this.lexer = injector.get(univer.Lexer);
    this.parser = injector.get(univer.AstTreeBuilder);
    this.functions = injector.get(univer.IFunctionService);
    this.config = injector.get(univer.IFormulaCurrentConfigService);
    this.runtime = injector.get(univer.IFormulaRuntimeService);
    this.config.getSheetRowColumnCount = () => ({ rowCount: LIMITS.rows, columnCount: LIMITS.columns });
    this.config.getFilteredOutRows = (_unit, id, first, last) => {
      const sheet = this.sheetOf.get(id);
      return sheet ? filteredRows(sheet).filter((row) => row >= first && row <= last) : [];
    };
    if (today !== undefined) fixToday(univer, this.functions, today);
    const overriding = new Overriding(univer, this.functions, this.values, () => today ?? computerDay());
    calculateAsExcel(overriding);
    this.overrideIndirect(overriding);
    if (book.date1904) useDateSystem1904(univer, this.functions);
    for (const called of customFunctions.functions.values())
      this.functions.registerExecutors(this.executorOf(called));
    boundResults(this.functions);
    // Functions like MAP run their LAMBDA through the interpreter.
    const interpreter = injector.get(univer.Interpreter);
    interpreter.execute = ({ node }) => {
      if (node && !this.evaluation().run(node)) this.isIncomplete = true;
      return node?.getValue() ?? univer.ErrorValueObject.create(univer.ErrorType.VALUE);
    };
  }

  isKnownFunction(name: string): boolean {
    return this.functions.hasExecutor(name) && !ASKS_THE_WORKBOOK.has(name);
  }

  /** To be called when sheets may have changed since the last run. */
  startRun(): void {
    const { data, ids } = bookCells(this.loaded.univer, this.unitId, this.book);
    this.idOf = ids;
    this.sheetOf.clear();
    // Without a prototype: a sheet may have any name.
    const names = Object.create(null) as Record<string, string>;
    for (const [sheet, id] of ids) {
      this.sheetOf.set(id, sheet);
      names[sheetAlias(this.book, sheet)] = id;
      // For INDIRECT.
      names[sheet.name] = id;
    }
    this.runtime.reset();
    this.config.registerUnitData(data);
    this.config.registerSheetNameMap({ [this.unitId]: names });
    this.forgetArrays();
  }

  /** To be called when cells have changed that a formula may already have read. */
  forgetArrays(): void {
    this.loaded.univer.FORMULA_REF_TO_ARRAY_CACHE.clear();
  }

  /** `formula` is in the engine's words, with its '='. */
  evaluate(formula: string, sheet: Sheet, row: number, column: number, host: EngineHost): EngineResult {
    const id = this.idOf.get(sheet) ?? '';
    this.runtime.setCurrent(row, column, LIMITS.rows, LIMITS.columns, id, this.unitId);
    this.host = host;
    this.place = { row, column };
    this.ownSheet = sheet;
    this.isIncomplete = false;
    try {
      const tree = this.lexer.treeBuilder(readAnew(formula));
      const node = tree instanceof this.loaded.univer.LexerNode ? this.parser.parse(tree) : null;
      if (!node) return { kind: 'unreadable' };
      if (!this.evaluation().run(node) || this.isIncomplete)
        return { kind: 'not ready', isCall: !this.isIncomplete && isOnlyCall(node, this.pending) };
      const value = node.getValue();
      return value ? { kind: 'values', rows: this.values.rowsOf(value) } : { kind: 'unreadable' };
    } catch (error) {
      // The engine's functions throw on some inputs; Excel never does.
      return { kind: error instanceof TooLarge ? 'too large' : 'unreadable' };
    } finally {
      this.host = null;
    }
  }

  close(): void {
    this.loaded.close();
  }

  /** The engine's INDIRECT knows addresses only, and sheets by the names they have for it. */
  private overrideIndirect(overriding: Overriding): void {
    const { univer } = this.loaded;
    overriding.around('INDIRECT', (before) => (text, isA1) => {
      const style = isA1 === undefined ? true : (this.values.rowsOf(isA1)[0]?.[0] ?? true);
      const [[written = null] = []] = this.values.rowsOf(text);
      if (style === false || style === 0 || written instanceof CellError)
        return before(text, isA1 ?? univer.BooleanValueObject.create(true));
      const found =
        this.ownSheet && referenceInText(this.book, this.ownSheet, this.place.row, textOf(written));
      if (!found) return this.values.toError(new CellError('#REF!'));
      const address = `${sheetAlias(this.book, found.sheet)}!${areaAddress(found.area)}`;
      return before(univer.StringValueObject.create(address));
    });
  }

  private evaluation(): Evaluation {
    return new Evaluation(
      this.loaded.univer,
      (reference) => this.isReady(reference),
      (value) => value === this.pending,
      this.host?.intersects ? (reference) => this.intersection(reference) : null,
      (name, index) => this.customClass(name, index),
    );
  }

  private isReady(reference: BaseReferenceObject): boolean {
    const area = this.areaOf(reference);
    return area === null || this.host === null || this.host.isReady(area);
  }

  private intersection(reference: BaseReferenceObject): Single {
    const found = this.areaOf(reference);
    if (!found) return { value: this.values.toError(new CellError('#REF!')), isReady: true };
    const area = cellBeside(found.area, this.place);
    if (!area) return { value: this.values.toError(new CellError('#VALUE!')), isReady: true };
    const isReady = this.host?.isReady({ sheet: found.sheet, area }) ?? true;
    const value = found.sheet.cell(area.row, area.column)?.value ?? null;
    return { value: this.values.toObject(value), isReady };
  }

  private customClass(name: string, index: number): ParameterClass | null {
    const called = this.customFunctions.functions.get(name);
    return called ? (called.parameters[index]?.isMatrix ? 'array' : 'single') : null;
  }

  /** Null: a sheet that is not there; the engine answers an error for it. */
  private areaOf(reference: BaseReferenceObject): SheetArea | null {
    const { range, sheetId } = reference.toUnitRange();
    const sheet = this.sheetOf.get(sheetId);
    // Whole columns have no rows in the engine, and whole rows no columns.
    const row = range.startRow || 0;
    const column = range.startColumn || 0;
    const endRow = Number.isNaN(range.endRow) ? LIMITS.rows - 1 : range.endRow;
    const endColumn = Number.isNaN(range.endColumn) ? LIMITS.columns - 1 : range.endColumn;
    return sheet
      ? { sheet, area: { row, column, rows: endRow - row + 1, columns: endColumn - column + 1 } }
      : null;
  }

  private executorOf(called: CustomFunction): BaseFunction {
    const call = (args: EngineArgument[]): BaseValueObject => this.call(called, args);
    const read = (variant: FunctionVariantType): EngineArgument => this.argument(variant);
    class Executor extends this.loaded.univer.BaseFunction {
      override needsReferenceObject = true;
      override calculate(...variants: FunctionVariantType[]): BaseValueObject {
        return call(variants.map(read));
      }
    }
    return new Executor(called.fullName);
  }

  private call(called: CustomFunction, args: EngineArgument[]): BaseValueObject {
    const rows = this.host?.call(called, args) ?? null;
    if (rows === null) return this.pending;
    const first = rows[0]?.[0] ?? null;
    return rows.length === 1 && rows[0]?.length === 1
      ? this.values.toObject(first)
      : this.values.toArray(rows);
  }

  /** Cells are read from the book itself, where errors still have their messages. */
  private argument(variant: FunctionVariantType): EngineArgument {
    if (!variant.isReferenceObject()) {
      const value = variant as BaseValueObject;
      return value.isNull() ? null : this.values.rowsOf(value);
    }
    const found = this.areaOf(variant as BaseReferenceObject);
    return found ? valuesOf(found) : this.values.rowsOf(variant);
  }
}

/** Whether all of a formula is one call of a custom function, and that has no answer yet. */
function isOnlyCall(root: BaseAstNode, pending: BaseValueObject): boolean {
  const [only, second] = root.getChildren();
  return only !== undefined && second === undefined && only.getValue() === pending;
}

/** Today in the computer's own time zone, as a day number of the 1900 system. */
function computerDay(): number {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569;
}

let readings = 0;

/**
 * The engine keeps the tokens of a formula by its text, with the values that the names of a LET or LAMBDA had.
 * Blanks at the end, another pattern each time, make it read such a formula anew.
 */
function readAnew(formula: string): string {
  if (!/\b(LET|LAMBDA)\(/.test(formula)) return formula;
  return formula + (++readings).toString(2).replaceAll('0', ' ').replaceAll('1', '\n');
}
