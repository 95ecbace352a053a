import { jsonText } from '../../../src/actions/json/to-json';
import { cellAddress } from '../../../src/billing/cell-name';
import type { CellPlace } from '../../calc/place';
import { checkOutput, openBook, saveBook } from '../files';
import { readOptions } from '../options';
import { withExcel } from '../with-excel';
import type { Result } from './make-documents';

/** Calculates every formula, the add-in's functions through Microsoft's own runtime. */
export async function recalc(words: string[]): Promise<Result> {
  const options = readOptions('recalc', words, ['out']);
  const out = options.out ?? '';
  checkOutput(out, options.input);
  const book = openBook(options.input);
  const report = await withExcel(book, (workbook) => workbook.recalculate());
  saveBook(book, out);
  const name = ({ sheet, row, column }: CellPlace) =>
    `${sheet}!${cellAddress({ row: row + 1, column: column + 1 })}`;
  const summary = {
    action: 'recalc',
    calculated: report.calculated.length,
    circular: report.circular.map(name),
    notCalculated: report.unsupported.map((place) => ({ cell: name(place), reason: place.reason })),
    file: out,
  };
  return {
    output: options.json ? [jsonText(summary)] : recalcWords(summary),
    exitCode: 0,
  };
}

function recalcWords(summary: {
  calculated: number;
  circular: string[];
  notCalculated: { cell: string; reason: string }[];
  file: string;
}): string[] {
  return [
    `${String(summary.calculated)} formulas calculated.`,
    ...summary.circular.map((cell) => `${cell} depends on itself; it keeps its last value.`),
    ...summary.notCalculated.map(({ cell, reason }) => `${cell} keeps its last value: ${reason}`),
    `Saved as ${summary.file}.`,
  ];
}
