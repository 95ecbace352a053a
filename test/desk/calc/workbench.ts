import { Book, CellError, type CellValue } from '../../../desk/book/book';
import { parseArea, splitSheetName } from '../../../desk/book/address';
import { createCalculator, type Calculator } from '../../../desk/calc/calculator';
import { readCustomFunctionTable, type CustomFunctionTable } from '../../../desk/calc/custom-function-table';
import type { Invocation, InvocationResult } from '../../../desk/calc/custom-functions';
import { placeAddress, type CellPlace } from '../../../desk/calc/place';

/** Functions of the tests' own, beside one with the shape of the add-in's. */
export const functions: CustomFunctionTable = readCustomFunctionTable({
  functions: [
    {
      id: 'BILLABLE_UNITS',
      name: 'BILLABLE_UNITS',
      parameters: [
        { name: 'minutes', type: 'any', dimensionality: 'matrix' },
        { name: 'codes', type: 'any', dimensionality: 'matrix', optional: true },
        { name: 'rule', type: 'string', optional: true },
      ],
    },
    {
      id: 'ECHO',
      name: 'ECHO',
      parameters: [
        { name: 'any', type: 'any', optional: true },
        { name: 'number', type: 'number', optional: true },
        { name: 'text', type: 'string', optional: true },
        { name: 'flag', type: 'boolean', optional: true },
      ],
    },
    {
      id: 'SEES_ERRORS',
      name: 'SEES_ERRORS',
      parameters: [{ name: 'any', type: 'any' }],
      options: { allowErrorForDataTypeAny: true },
    },
    {
      id: 'GRID',
      name: 'GRID',
      parameters: [
        { name: 'rows', type: 'number' },
        { name: 'columns', type: 'number' },
      ],
    },
    { id: 'FAIL', name: 'FAIL', parameters: [{ name: 'code', type: 'number' }] },
  ],
});

/** One unit for each 15 minutes; #VALUE! for what is no number. */
function unitsOf(minutes: unknown): unknown {
  return typeof minutes === 'number' ? Math.floor(minutes / 15) : { type: 'Error', basicValue: '#VALUE!' };
}

function answer({ functionId, args }: Invocation): InvocationResult {
  const [first, second] = args;
  if (functionId === 'BILLABLE_UNITS') {
    const rows = Array.isArray(first) ? first : [[first ?? null]];
    if (rows.length > 1) return { failed: false, value: rows.map((line) => line.map(unitsOf)) };
    const minutes = rows[0]?.[0];
    return typeof minutes === 'number'
      ? { failed: false, value: unitsOf(minutes) }
      : { failed: true, errorCode: 7, message: 'These are not minutes.' };
  }
  if (functionId === 'GRID') {
    const grid = Array.from({ length: Number(first) }, (_, row) =>
      Array.from({ length: Number(second) }, (__, column) => 10 * (row + 1) + column + 1),
    );
    return { failed: false, value: grid };
  }
  if (functionId === 'FAIL') return { failed: true, errorCode: Number(first), message: 'It went wrong.' };
  if (first instanceof CellError) return { failed: false, value: `saw ${first.text}` };
  return { failed: false, value: typeof first === 'number' || typeof first === 'string' ? first : 'called' };
}

/** A book, its calculator and what its custom functions were called with. */
export class Workbench {
  readonly book = new Book();
  readonly calls: Invocation[] = [];
  readonly messages: number[] = [];
  /** The runtime answers nothing. */
  fails = false;
  private open: Calculator | null = null;

  constructor(private readonly today?: number) {
    this.book.addSheet('Sessions');
  }

  async calculator(): Promise<Calculator> {
    this.open ??= await createCalculator(this.book, {
      functions,
      invoke: (calls) => {
        if (this.fails) return Promise.reject(new Error('The runtime is gone.'));
        this.messages.push(calls.length);
        this.calls.push(...calls);
        return Promise.resolve(calls.map(answer));
      },
      ...(this.today === undefined ? {} : { today: this.today }),
    });
    return this.open;
  }

  close(): void {
    this.open?.close();
  }

  /** `put('A1', '=B1', 'B1', 60)`; text with a leading '=' is a formula. */
  put(...cells: (CellValue | string)[]): this {
    for (let at = 0; at < cells.length; at += 2) {
      const { sheet, row, column } = this.place(String(cells[at]));
      const content = cells[at + 1] ?? null;
      const target = this.book.sheet(sheet) ?? this.book.addSheet(sheet);
      if (typeof content === 'string' && content.startsWith('=')) target.setFormula(row, column, content);
      else target.setValue(row, column, content);
    }
    return this;
  }

  /** A column of values from a cell downwards. */
  column(address: string, ...values: CellValue[]): this {
    const { sheet, row, column } = this.place(address);
    values.forEach((value, at) => this.book.sheet(sheet)?.setValue(row + at, column, value));
    return this;
  }

  async calculate() {
    return (await this.calculator()).recalculateAll();
  }

  async change(...cells: (CellValue | string)[]): Promise<string[]> {
    this.put(...cells);
    const places = cells.filter((_, at) => at % 2 === 0).map((address) => this.place(String(address)));
    const report = await (await this.calculator()).recalculateChanged(places);
    return report.calculated.map(shortAddress).sort();
  }

  value(address: string): CellValue {
    const { sheet, row, column } = this.place(address);
    return this.book.sheet(sheet)?.cell(row, column)?.value ?? null;
  }

  /** `60`, `text`, `#N/A`, or `` for a blank cell. */
  shown(address: string): string {
    const value = this.value(address);
    return value instanceof CellError ? value.text : String(value ?? '');
  }

  place(address: string): CellPlace {
    const { sheet, rest } = splitSheetName(address);
    const area = parseArea(rest);
    if (!area) throw new Error(`${address} is no cell.`);
    return { sheet: sheet ?? 'Sessions', row: area.row, column: area.column };
  }
}

export function shortAddress(place: CellPlace): string {
  return placeAddress(place).replace('Sessions!', '');
}
