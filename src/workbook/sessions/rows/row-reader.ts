import { cellName } from '../../../billing/cell-name';
import type { CellFix, CellPlace, Finding } from '../../../billing/findings';
import type { SessionField } from '../../../billing/records/session';
import { isErrorValue, isTooLong } from '../cells/text';
import type { CellRead } from '../cells/text';
import { cellsOf } from './sheet-rows';
import type { Cell, SheetRows } from './sheet-rows';
import { fixOf } from './fix-of';
import { isPayment, rowFinding, unreadableCell } from './unreadable';

/** Reads the cells of one row, collects what is wrong with them, and remembers where each field stood. */
export class RowReader {
  readonly findings: Finding[] = [];
  readonly cells: Partial<Record<SessionField, CellPlace>> = {};
  /** Whether a cell that a claim needs could not be read. */
  leftOut = false;

  constructor(
    readonly rows: SheetRows,
    readonly row: number,
  ) {}

  /** The filled cells of a field. */
  filled(field: SessionField): Cell[] {
    const cells = cellsOf(this.rows, this.row, field).filter((cell) => !cell.blank);
    const [first] = cells;
    if (first !== undefined) this.cells[field] = first.place;
    return cells;
  }

  /** One value of a field; null where the cell is empty or cannot be read. */
  read<T>(field: SessionField, readCell: (cell: Cell) => CellRead<T>): T | null {
    const [cell] = this.filled(field);
    return cell === undefined ? null : this.readCell(field, cell, readCell);
  }

  /** A value per filled column of a field. */
  readAll<T>(field: SessionField, readCell: (cell: Cell) => CellRead<T>): T[] {
    return this.filled(field).flatMap((cell) => {
      const value = this.readCell(field, cell, readCell);
      return value === null ? [] : [value];
    });
  }

  private readCell<T>(field: SessionField, cell: Cell, readCell: (cell: Cell) => CellRead<T>): T | null {
    const why = whyNotRead(field, cell);
    if (why !== null) {
      this.cannotRead(field, cell, why);
      return null;
    }
    const read = readCell(cell);
    if ('unreadable' in read) {
      this.cannotRead(field, cell, read.unreadable, fixOf(field, cell, readCell, this.rows));
      return null;
    }
    if (read.remark !== undefined) {
      this.note(`session-${field.replace('_', '-')}-as-read`, cell, `"${cell.shown}" ${read.remark}`);
    }
    return read.value;
  }

  cannotRead(field: SessionField, cell: Cell, why: string, cellFix: CellFix | null = null): void {
    // A formula that fails may hide that nobody came: only what was read can be passed over.
    const harmless = field === 'notes' && !isErrorValue(cell.value);
    const severity = harmless ? 'NOTE' : isPayment(field) ? 'WARN' : 'STOP';
    const finding = unreadableCell(field, cell.place, cell.shown, why, severity);
    this.findings.push(cellFix ? { ...finding, cellFix } : finding);
    if (!harmless && !isPayment(field)) this.leftOut = true;
  }

  note(rule: string, cell: Cell, words: string): void {
    this.findings.push(
      rowFinding({
        rule,
        severity: 'NOTE',
        place: cell.place,
        message: `${cellName(cell.place)}: ${words}.`,
        fix: 'Nothing, if that is right; else correct the cell.',
      }),
    );
  }

  warn(rule: string, place: CellPlace, message: string, fix: string): void {
    this.findings.push(rowFinding({ rule, severity: 'WARN', place, message, fix }));
  }
}

/** What keeps a cell from being read at all. */
function whyNotRead(field: SessionField, { value }: Cell): string | null {
  if (isErrorValue(value)) return 'is an error in a formula';
  return field !== 'notes' && isTooLong(value) ? 'is too long to be read' : null;
}
