import { LIMITS } from '../../book/book';
import { columnName, columnNumber } from '../../book/address';
import { textAt, tokenize, type Token } from './tokens';

const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;
const COLUMN = /^(\$?)([A-Za-z]{1,3})$/;
const ROW = /^(\$?)(\d{1,7})$/;

/** A formula that cells share. It is taken apart once, however many they are. */
export class SharedFormula {
  /** In turns: text that stays, and a reference. */
  private readonly pieces: string[] = [''];

  constructor(readonly formula: string) {
    const tokens = tokenize(formula);
    tokens.forEach(({ text }, at) => {
      if (isReference(tokens, at)) this.pieces.push(text, '');
      else this.pieces[this.pieces.length - 1] += text;
    });
  }

  /** As another cell of the group has it: relative references moved by so many rows and columns. */
  shifted(rows: number, columns: number): string {
    if (rows === 0 && columns === 0) return this.formula;
    return this.pieces
      .map((piece, at) => (at % 2 === 0 ? piece : shiftReference(piece, rows, columns)))
      .join('');
  }
}

function isReference(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word') return false;
  const next = textAt(tokens, at + 1);
  // A function, a sheet's name or a table's name that looks like an address.
  if (next === '(' || next === '!' || next.startsWith('[')) return false;
  const cell = CELL.exec(token.text);
  if (cell) return columnNumber(cell[2] ?? '') < LIMITS.columns && Number(cell[4]) <= LIMITS.rows;
  const shape = COLUMN.test(token.text) ? COLUMN : ROW.test(token.text) ? ROW : null;
  if (!shape) return false;
  const besideColon = (side: number) =>
    textAt(tokens, at + side) === ':' && shape.test(textAt(tokens, at + 2 * side));
  return besideColon(1) || besideColon(-1);
}

function shiftReference(text: string, rows: number, columns: number): string {
  const cell = CELL.exec(text);
  if (cell) {
    const column = moveColumn(cell[1] ?? '', cell[2] ?? '', columns);
    const row = moveRow(cell[3] ?? '', cell[4] ?? '', rows);
    return column === null || row === null ? '#REF!' : column + row;
  }
  const column = COLUMN.exec(text);
  if (column) return moveColumn(column[1] ?? '', column[2] ?? '', columns) ?? '#REF!';
  const row = ROW.exec(text);
  return row ? (moveRow(row[1] ?? '', row[2] ?? '', rows) ?? '#REF!') : text;
}

function moveColumn(dollar: string, name: string, by: number): string | null {
  if (dollar) return dollar + name;
  const column = columnNumber(name) + by;
  return column >= 0 && column < LIMITS.columns ? columnName(column) : null;
}

function moveRow(dollar: string, name: string, by: number): string | null {
  if (dollar) return dollar + name;
  const row = Number(name) + by;
  return row >= 1 && row <= LIMITS.rows ? String(row) : null;
}
