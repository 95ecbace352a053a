import {
  accessSync,
  constants,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { Book } from '../book/book';
import { BadWorkbook } from '../xlsx/bad-workbook';
import { readCsv } from '../xlsx/read-csv';
import { readXlsx } from '../xlsx/read-xlsx';
import { writeXlsx } from '../xlsx/write-xlsx';
import { BadInput } from './bad-input';

const TEXT_FILES = new Set(['.csv', '.tsv', '.txt']);

/** Opens a workbook or a CSV file. The file itself is never written to. */
export function openBook(path: string): Book {
  const bytes = readBytes(path);
  try {
    return TEXT_FILES.has(extname(path).toLowerCase())
      ? readCsv(bytes, basename(path, extname(path)))
      : readXlsx(bytes);
  } catch (problem) {
    if (problem instanceof BadWorkbook) throw new BadInput(`${path}: ${problem.message}`);
    throw problem;
  }
}

function readBytes(path: string): Uint8Array {
  if (!existsSync(path)) throw new BadInput(`There is no file ${path}.`);
  if (statSync(path).isDirectory()) throw new BadInput(`${path} is a folder, not a workbook.`);
  try {
    return readFileSync(path);
  } catch {
    throw new BadInput(`${path} cannot be read: you may lack the right to, or another program holds it.`);
  }
}

/** Makes sure, before any work, that the result can be saved and is not the input. */
export function checkOutput(output: string, input: string): void {
  if (resolve(output) === resolve(input)) {
    throw new BadInput('The result would overwrite the workbook it is made from. Give --out another name.');
  }
  const folder = dirname(resolve(output));
  if (!existsSync(folder)) throw new BadInput(`There is no folder ${folder} to save ${basename(output)} in.`);
  if (existsSync(output) && statSync(output).isDirectory()) {
    throw new BadInput(`${output} is a folder. Give --out a file name ending in .xlsx.`);
  }
  if (extname(output).toLowerCase() !== '.xlsx') {
    throw new BadInput(
      `The result is an Excel workbook; give --out a name ending in .xlsx instead of ${basename(output)}.`,
    );
  }
  try {
    accessSync(existsSync(output) ? output : folder, constants.W_OK);
  } catch {
    throw new BadInput(
      `${output} cannot be written: you may lack the right to, or another program holds it.`,
    );
  }
}

/** Saves beside the target first, so that a failure leaves no half-written file. */
export function saveBook(book: Book, output: string): void {
  const bytes = writeXlsx(book);
  const temporary = join(dirname(resolve(output)), `.${basename(output)}.${String(process.pid)}.part`);
  try {
    writeFileSync(temporary, bytes);
    renameSync(temporary, output);
  } catch {
    rmSync(temporary, { force: true });
    throw new BadInput(`${output} cannot be written: the disk may be full, or another program holds it.`);
  }
}
