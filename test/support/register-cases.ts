import { join } from 'node:path';
import type { CommandLine } from './command-line';

const CASES = join(__dirname, '../cases/register');

/** October 2026 as it is billed on November 2. */
export const MONTH = ['--month', '2026-10', '--today', '2026-11-02'];

/** A workbook of the cases of the register. */
export function caseFile(name: string): string {
  return join(CASES, `${name}.xlsx`);
}

/** Makes the claims of October of a file. */
export function claimsOn(desk: CommandLine, file: string, ...words: string[]): ReturnType<CommandLine['on']> {
  return desk.on(file, 'claims', ...MONTH, ...words);
}
