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
import { MOST } from '../xlsx/limits';
import { readCsv } from '../xlsx/read-csv';
import { readXlsx } from '../xlsx/read-xlsx';
import { writeXlsx } from '../xlsx/write-xlsx';
import { KINDS, workbookEnding } from '../xlsx/workbook-ending';
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
  if (statSync(path).size > MOST.fileBytes) {
    const most = String(MOST.fileBytes / 1024 / 1024);
    throw new BadInput(`${path} is larger than ${most} MB, which is more than the Desk opens.`);
  }
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
    throw new BadInput(`${output} is a folder. Give --out a file name ending in ${workbookEnding(input)}.`);
  }
  const ending = workbookEnding(input);
  if (extname(output).toLowerCase() !== ending) {
    const kind = KINDS.get(ending) ?? 'an Excel workbook';
    throw new BadInput(
      `The result is ${kind}; give --out a name ending in ${ending} instead of ${basename(output)}.`,
    );
  }
  checkWritable(output);
}

/** Makes sure that a file beside the workbook can be saved where an option says, and that it overwrites none of the others. */
export function checkOtherOutput(output: string, option: string, others: readonly string[]): void {
  if (others.some((other) => resolve(other) === resolve(output))) {
    throw new BadInput(`${output} is used twice. Give ${option} another name.`);
  }
  const folder = dirname(resolve(output));
  if (!existsSync(folder)) throw new BadInput(`There is no folder ${folder} to save ${basename(output)} in.`);
  if (existsSync(output) && statSync(output).isDirectory()) {
    throw new BadInput(`${output} is a folder. Give ${option} a file name.`);
  }
  checkWritable(output);
}

function checkWritable(output: string): void {
  try {
    accessSync(existsSync(output) ? output : dirname(resolve(output)), constants.W_OK);
  } catch {
    throw new BadInput(
      `${output} cannot be written: you may lack the right to, or another program holds it.`,
    );
  }
}

/** A finished file that is not saved yet. */
export interface NewFile {
  path: string;
  bytes: Uint8Array;
}

export function bookFile(book: Book, path: string): NewFile {
  return { path, bytes: writeXlsx(book) };
}

export function saveBook(book: Book, output: string): void {
  saveFiles([bookFile(book, output)]);
}

/** Saves all beside their targets first, so that a failure leaves no half-written file and none without the others. */
export function saveFiles(files: readonly NewFile[]): void {
  const saved = files.map(({ path, bytes }) => ({
    path,
    bytes,
    temporary: join(dirname(resolve(path)), `.${basename(path)}.${String(process.pid)}.part`),
  }));
  let current = '';
  try {
    for (const { path, bytes, temporary } of saved) {
      current = path;
      writeFileSync(temporary, bytes);
    }
    for (const { path, temporary } of saved) {
      current = path;
      renameSync(temporary, path);
    }
  } catch {
    for (const { temporary } of saved) rmSync(temporary, { force: true });
    throw new BadInput(`${current} cannot be written: the disk may be full, or another program holds it.`);
  }
}
