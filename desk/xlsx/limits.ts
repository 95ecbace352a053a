import { BadWorkbook } from './bad-workbook';

/**
 * How much of a workbook the Desk reads: several times what a person keeps sessions in, and little enough that no
 * file, whoever made it, takes more than some 10 s and 600 MB.
 */
export const MOST = {
  /** Bytes of the file itself. */
  fileBytes: 64 * 1024 * 1024,
  /** Bytes of all parts together, unpacked. */
  unpackedBytes: 128 * 1024 * 1024,
  parts: 10_000,
  sheets: 1000,
  tables: 1000,
  /** Of all sheets together, with their rows. */
  cells: 1_500_000,
  /** Cells that the array formulas of a file fill, all together. */
  arrayCells: 1_000_000,
  sharedStrings: 1_250_000,
  formulaCharacters: 32_767,
  /** Characters of all formulas, shared ones written out. */
  allFormulaCharacters: 50_000_000,
  /** Elements of a part that is read as a tree: everything but cells and shared strings. */
  elements: 400_000,
} as const;

/** Refuses what is more than the Desk reads. `what`: "rows and cells", as in "has more than 5 rows and cells". */
export function tooMany(what: string, most: number): BadWorkbook {
  const number = most.toLocaleString('en-US');
  return new BadWorkbook(`The workbook has more than ${number} ${what}, which is more than the Desk opens.`);
}

/** Counts while a file is read, over all its sheets. */
export class ReadingCounts {
  private cells = 0;
  private tables = 0;
  private arrayCells = 0;
  private formulaCharacters = 0;

  /** A row or a cell. */
  countCell(): void {
    if (++this.cells > MOST.cells) throw tooMany('rows and cells', MOST.cells);
  }

  countTable(): void {
    if (++this.tables > MOST.tables) throw tooMany('tables', MOST.tables);
  }

  countArray(cells: number, place: () => string): void {
    this.arrayCells += cells;
    if (this.arrayCells > MOST.arrayCells)
      throw new BadWorkbook(
        `The array formula in ${place()} fills too many cells: the Desk opens workbooks with at most ${MOST.arrayCells.toLocaleString('en-US')} in arrays.`,
      );
  }

  countFormula(characters: number, place: () => string): void {
    if (characters > MOST.formulaCharacters)
      throw new BadWorkbook(
        `The formula in ${place()} has ${characters.toLocaleString('en-US')} characters; Excel takes at most 8,192.`,
      );
    this.formulaCharacters += characters;
    if (this.formulaCharacters > MOST.allFormulaCharacters)
      throw tooMany('characters in formulas', MOST.allFormulaCharacters);
  }
}
