import { areaAddress, parseArea } from '../../book/address';
import { LIMITS, type Area, type Book, type Sheet, type Table } from '../../book/book';
import { moveRelative } from '../../book/references';
import { closingParenthesis, textAt, tokenize, type Token } from '../../xlsx/formulas/tokens';
import type { CustomFunctionTable } from '../custom-function-table';
import type { SheetArea } from '../place';
import { cellBeside } from './intersection';
import { localNames } from './local-names';
import { resolveTableReference } from './table-reference';

export interface TranslationContext {
  book: Book;
  sheet: Sheet;
  row: number;
  column: number;
  customFunctions: CustomFunctionTable;
  /** Whether the engine has a worksheet function of this name (in capitals). */
  isKnownFunction: (name: string) => boolean;
  /** Number of rows and columns in use, to which whole columns and rows are cut. */
  usedSize: (sheet: Sheet) => { rows: number; columns: number };
  /** A whole column may stand for its cell in the formula's row, used or not. */
  isIntersecting: boolean;
}

export interface Translation {
  /** The formula in the words of the engine: no table references, no names, no prefixes. */
  text: string;
  /** Whole columns and rows, which the text only holds as far as they are in use. */
  wholeLines: SheetArea[];
  /** First cells of arrays that it takes as large as they are (`A1#`). */
  arrays: SheetArea[];
  /** Functions called, in capitals. */
  functions: Set<string>;
  /** How many names it holds, in names as well. */
  names: number;
  /** What the engine cannot do, as one sentence, or null. */
  unsupported: string | null;
}

/** Functions that look at a reference's place or size, so that its whole extent must stay. */
const TAKES_WHOLE_LINES = new Set([
  'ROWS',
  'ROW',
  'COLUMNS',
  'COLUMN',
  'COUNTBLANK',
  'INDEX',
  'OFFSET',
  'AREAS',
]);

const MAXIMAL_NAME_DEPTH = 20;
/** Names in one formula, those in names counted; and characters with them written out. */
const MAX_NAMES = 1000;
const MAX_CHARACTERS = 100_000;
const ERROR_LITERAL = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!)/i;
const FILE_PREFIXES = /^(_xlfn\.|_xlws\.|_xlpm\.|_xludf\.)+/i;

/** Writes a formula as the user sees it (with its '=') in the words of the engine. */
export function translate(formula: string, context: TranslationContext): Translation {
  const translation: Translation = {
    text: '',
    wholeLines: [],
    arrays: [],
    functions: new Set(),
    names: 0,
    unsupported: null,
  };
  translation.text = `=${new Translator(formula.slice(1), context, translation, 0).write()}`;
  return translation;
}

class Translator {
  private readonly tokens: Token[];
  private readonly locals: Set<string>;
  private readonly calls: string[] = [];
  private at = 0;
  private out = '';

  constructor(
    formula: string,
    private readonly context: TranslationContext,
    private readonly result: Translation,
    private readonly depth: number,
    private intersects = false,
  ) {
    this.tokens = tokenize(formula).map((token) =>
      token.kind === 'word' ? { ...token, text: token.text.replace(FILE_PREFIXES, '') } : token,
    );
    this.locals = localNames(this.tokens);
  }

  write(): string {
    while (this.at < this.tokens.length && this.result.unsupported === null) this.step();
    return this.out;
  }

  private step(): void {
    const { kind, text } = this.tokens[this.at] ?? { kind: 'mark', text: '' };
    if (kind === 'string') this.emit(text, 1);
    else if (kind === 'quoted') this.sheetReference(text.slice(1, -1).replaceAll("''", "'"));
    else if (kind === 'bracket') this.bracket(text);
    else if (kind === 'word') this.word(text);
    else this.mark(text);
  }

  private word(text: string): void {
    const next = this.tokens[this.at + 1];
    if (this.locals.has(text.toLowerCase()))
      if (next?.text === '(') this.refuse('a function that a formula makes for itself');
      else this.emit(text, 1);
    else if (next?.text === '(') this.call(text.toUpperCase());
    else if (next?.text === '!') this.sheetReference(text);
    else if (next?.kind === 'bracket') this.tableReference(text, next.text, 2);
    else if (this.isThreeDimensional()) this.refuse('references over several sheets');
    else if (this.reference(this.context.sheet)) return;
    else if (/^[\d.]/.test(text)) this.number(text);
    else if (/^(true|false)$/i.test(text)) this.emit(text.toUpperCase(), 1);
    else this.name(text);
  }

  private mark(text: string): void {
    if (text === '#') this.errorLiteral();
    else if (text === '-' && textAt(this.tokens, this.at + 1) === '-' && !/[/^]\s*$/.test(this.out))
      this.doubleMinus();
    else if (text === '@') {
      this.intersects = true;
      this.at++;
    } else {
      if (text.trim() === '' && this.isIntersection()) this.refuse('where two ranges meet');
      if (text === '(') this.calls.push('');
      if (text === ')') this.calls.pop();
      this.emit(text.trim() === '' ? ' ' : text, 1);
    }
  }

  /** Between two references a blank is an operator. */
  private isIntersection(): boolean {
    const next = this.tokens.slice(this.at).find((token) => token.text.trim() !== '');
    const isOperand = next !== undefined && (next.kind !== 'mark' || next.text === '(');
    return isOperand && next.kind !== 'string' && /[\w)\]]\s*$/.test(this.out);
  }

  /** The engine cannot read `--x`, with which people turn TRUE into 1. */
  private doubleMinus(): void {
    const isUnary = /(^|[(,;{=<>&*+-])\s*$/.test(this.out);
    this.emit(isUnary ? '1*' : '+', 2);
  }

  private call(name: string): void {
    this.intersects = false;
    const { namespace, functions } = this.context.customFunctions;
    const isOurs = name.startsWith(`${namespace}.`);
    if (isOurs && !functions.has(name)) {
      // Excel answers #NAME? for a name that no add-in has registered.
      const end = closingParenthesis(this.tokens, this.at + 1);
      this.emit('#NAME?', (end < 0 ? this.tokens.length : end + 1) - this.at);
      return;
    }
    if (!isOurs && !this.context.isKnownFunction(name) && !/^(LET|LAMBDA)$/.test(name)) {
      this.result.unsupported = `The Desk does not know the function ${name}.`;
      return;
    }
    this.result.functions.add(name);
    this.calls.push(name);
    this.emit(`${name}(`, 2);
  }

  private sheetReference(name: string): void {
    const sheet = this.context.book.sheet(name);
    this.at += 2;
    if (textAt(this.tokens, this.at - 1) !== '!') this.refuse('this formula');
    else if (name.includes('[')) this.refuse('references to other workbooks');
    else if (name.includes(':')) this.refuse('references over several sheets');
    else if (!sheet) this.emit('#REF!', this.referenceLength());
    else if (!this.reference(sheet)) this.name(textAt(this.tokens, this.at), sheet);
  }

  /** `A1`, `A1:B2`, `A:C`, `1:3` or `A1#` at the cursor. False: none of these. */
  private reference(sheet: Sheet): boolean {
    const length = this.referenceLength();
    const text = this.tokens
      .slice(this.at, this.at + length)
      .map((token) => token.text)
      .join('');
    const area = parseArea(text);
    if (!area) return false;
    this.at += length;
    if (textAt(this.tokens, this.at) !== '#') this.emitArea(sheet, area);
    else {
      this.at++;
      const spill = sheet.cell(area.row, area.column)?.spill;
      this.result.arrays.push({ sheet, area });
      this.emitArea(sheet, { ...area, rows: spill?.rows ?? 1, columns: spill?.columns ?? 1 });
    }
    return true;
  }

  /** Number of tokens of the reference at the cursor: 3 for a range, else 1. */
  private referenceLength(): number {
    const last = this.tokens[this.at + 2];
    const isRange =
      textAt(this.tokens, this.at + 1) === ':' &&
      last?.kind === 'word' &&
      !/^[(!]$/.test(textAt(this.tokens, this.at + 3)) &&
      parseArea(`${textAt(this.tokens, this.at)}:${last.text}`) !== null;
    return isRange ? 3 : 1;
  }

  private isThreeDimensional(): boolean {
    return (
      textAt(this.tokens, this.at + 1) === ':' &&
      textAt(this.tokens, this.at + 3) === '!' &&
      parseArea(textAt(this.tokens, this.at)) === null
    );
  }

  private bracket(text: string): void {
    const next = this.tokens[this.at + 1];
    if (next && (next.kind === 'word' || next.kind === 'quoted' || next.text === '!')) {
      this.refuse('references to other workbooks');
      return;
    }
    const own = this.context.sheet.tables.find((table) => isInside(table.area, this.context));
    if (own) this.emitTableReference(own, text, 1);
    else this.emit('#REF!', 1);
  }

  private tableReference(name: string, bracket: string, length: number): void {
    const table = this.table(name);
    if (table) this.emitTableReference(table, bracket, length);
    else this.emit('#REF!', length);
  }

  private emitTableReference(table: Table, bracket: string, length: number): void {
    const found = resolveTableReference(table, bracket, this.context.row);
    this.at += length;
    if ('error' in found) this.emit(found.error, 0);
    else this.emitArea(table.sheet, found.area);
  }

  private name(text: string, sheet: Sheet = this.context.sheet): void {
    const wanted = text.toLowerCase();
    const names = this.context.book.names.filter((name) => name.name.toLowerCase() === wanted);
    const name = names.find(({ scope }) => scope === sheet) ?? names.find(({ scope }) => scope === null);
    const table = this.table(text);
    if (++this.result.names > MAX_NAMES) this.refuse('so many names in names');
    else if (name && this.depth < MAXIMAL_NAME_DEPTH) {
      const { row, column } = this.context;
      // What is not fixed in a name is meant from cell A1.
      const formula = moveRelative(name.formula.replace(/^=/, ''), row, column, 'round');
      const written = new Translator(
        formula,
        this.context,
        this.result,
        this.depth + 1,
        this.intersects,
      ).write();
      this.intersects = false;
      this.emit(/^[\w.$!:'" #?/]+$/.test(written) ? written : `(${written})`, 1);
    } else if (table) this.emitTableReference(table, '', 1);
    else this.emit('#NAME?', 1);
  }

  private table(name: string): Table | undefined {
    const wanted = name.toLowerCase();
    for (const table of this.context.book.tables()) if (table.name.toLowerCase() === wanted) return table;
    return undefined;
  }

  /** The engine reads `1E3` as text, so exponents are written out. */
  private number(text: string): void {
    const [sign = '', digits = ''] = [textAt(this.tokens, this.at + 1), textAt(this.tokens, this.at + 2)];
    const isSplit = /e$/i.test(text) && /^[+-]$/.test(sign) && /^\d+$/.test(digits);
    const whole = isSplit ? text + sign + digits : text;
    const [written = '', exponent] = whole.toLowerCase().split('e');
    const mantissa = fifteenDigits(written);
    this.emit(
      exponent === undefined ? mantissa : `(${mantissa}*10^${String(Number(exponent))})`,
      isSplit ? 3 : 1,
    );
  }

  private errorLiteral(): void {
    const rest = this.tokens.slice(this.at, this.at + 4).map((token) => token.text);
    const error = ERROR_LITERAL.exec(rest.join(''))?.[0];
    if (error === undefined) {
      this.refuse('this use of #');
      return;
    }
    let length = 0;
    for (let text = ''; text.length < error.length; length++) text += rest[length] ?? error;
    this.emit(error.toUpperCase(), length);
  }

  private emitArea(sheet: Sheet, area: Area): void {
    const shown = this.intersects ? cellBeside(area, this.context) : area;
    this.intersects = false;
    if (!shown) {
      this.emit('#VALUE!', 0);
      return;
    }
    const prefix = sheet === this.context.sheet ? '' : `${sheetAlias(this.context.book, sheet)}!`;
    this.emit(prefix + areaAddress(this.inUse(sheet, shown)), 0);
  }

  private inUse(sheet: Sheet, area: Area): Area {
    const toLastRow = area.rows > 1 && area.row + area.rows === LIMITS.rows;
    const toLastColumn = area.columns > 1 && area.column + area.columns === LIMITS.columns;
    if ((!toLastRow && !toLastColumn) || TAKES_WHOLE_LINES.has(this.calls.at(-1) ?? '')) return area;
    this.result.wholeLines.push({ sheet, area });
    const { isIntersecting, row, column } = this.context;
    const inUse = this.context.usedSize(sheet);
    const used = isIntersecting
      ? { rows: Math.max(inUse.rows, row + 1), columns: Math.max(inUse.columns, column + 1) }
      : inUse;
    const rows = toLastRow ? Math.max(1, used.rows - area.row) : area.rows;
    const columns = toLastColumn ? Math.max(1, used.columns - area.column) : area.columns;
    return { ...area, rows, columns };
  }

  private refuse(what: string): void {
    this.result.unsupported = `The Desk cannot calculate ${what}.`;
  }

  private emit(text: string, tokens: number): void {
    this.out += text;
    this.at += tokens;
    if (this.out.length > MAX_CHARACTERS) this.refuse('so long a formula');
  }
}

/** What the engine knows a sheet by: it cannot read all names that Excel allows. */
export function sheetAlias(book: Book, sheet: Sheet): string {
  return `DeskSheet_${String(book.sheets.indexOf(sheet))}_`;
}

/** The sheet that the engine knows by an alias. */
export function sheetOfAlias(book: Book, alias: string): Sheet | undefined {
  return book.sheets[Number(/\d+/.exec(alias)?.[0])];
}

/** As Excel reads a number: what is beyond 15 digits is 0. The engine takes longer ones for texts. */
function fifteenDigits(number: string): string {
  const digits = number.replace('.', '').replace(/^0+/, '');
  if (digits.length <= 15 || !/^[\d.]+$/.test(number)) return number;
  const [whole = '', fraction = ''] = number.split('.');
  const significant = digits.slice(0, 15);
  const zeros = whole.replace(/^0+/, '').length - 15;
  if (zeros > 0) return `(${significant}*10^${String(zeros)})`;
  return number.slice(0, number.length - (digits.length - 15)) || fraction;
}

function isInside(area: Area, { row, column }: { row: number; column: number }): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}
