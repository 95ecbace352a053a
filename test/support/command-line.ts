import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../desk/book/book';
import { runCommand } from '../../desk/cli/run-command';
import { readXlsx } from '../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../desk/xlsx/write-xlsx';

export interface CommandResult {
  exitCode: 0 | 1 | 2;
  output: string;
  error: string;
}

/** A folder for the files of a test, and commands of the Desk that read and write there. */
export class CommandLine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'claimsheet-'));
  private files = 0;

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Saves a book as a new file and gives its path. */
  save(book: Book): string {
    const path = this.path(`book-${String(++this.files)}.xlsx`);
    writeFileSync(path, writeXlsx(book));
    return path;
  }

  /** A file as the user changed it, saved as another one. */
  changed(file: string, change: (book: Book) => void): string {
    const book = bookOf(file);
    change(book);
    return this.save(book);
  }

  run(...words: string[]): Promise<CommandResult> {
    return runCommand(words);
  }

  /** Runs a command on a file and gives the result with the path of the file that it wrote. */
  async on(file: string, command: string, ...words: string[]): Promise<CommandResult & { file: string }> {
    const out = this.path(`out-${String(++this.files)}.xlsx`);
    return { ...(await this.run(...command.split(' '), file, '--out', out, ...words)), file: out };
  }

  close(): void {
    rmSync(this.folder, { recursive: true });
  }
}

export function bookOf(file: string): Book {
  return readXlsx(readFileSync(file));
}
