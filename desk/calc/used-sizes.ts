import type { Sheet } from '../book/book';

export interface UsedSize {
  rows: number;
  columns: number;
}

/** Rows and columns in use, looked up once while nothing is written beyond them. */
export class UsedSizes {
  private readonly sizes = new Map<Sheet, UsedSize>();

  of(sheet: Sheet): UsedSize {
    const known = this.sizes.get(sheet);
    if (known) return known;
    const used = sheet.usedArea(true);
    const size = used
      ? { rows: used.row + used.rows, columns: used.column + used.columns }
      : { rows: 1, columns: 1 };
    this.sizes.set(sheet, size);
    return size;
  }

  forget(): void {
    this.sizes.clear();
  }
}
