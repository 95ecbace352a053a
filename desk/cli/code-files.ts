import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { NO_STORE } from '../../src/practice/browser-store';
import { forgetEditions, loadOfficialFiles } from '../../src/practice/code-tables/loaded-editions';
import { BadInput } from './bad-input';

const OPTION = '--codes';

/**
 * Puts the official files named with --codes into force for this command (an ICD-10-CM order file, or the parts of an
 * NCCI quarter), and answers the command's other words.
 */
export function useCodeFiles(words: readonly string[]): string[] {
  forgetEditions(NO_STORE);
  if (words.at(-1) === OPTION)
    throw new BadInput(`Which file of codes? Name it behind ${OPTION}, such as icd10cm-order-2027.txt.`);
  const isNamed = (index: number) => words[index - 1] === OPTION;
  const paths = words.filter((_, index) => isNamed(index));
  if (paths.length > 0) {
    const loaded = loadOfficialFiles(paths.map(readOfficial), NO_STORE);
    if (!loaded.ok) throw new BadInput(loaded.reason);
  }
  return words.filter((word, index) => word !== OPTION && !isNamed(index));
}

function readOfficial(path: string): { name: string; text: string } {
  try {
    return { name: basename(path), text: readFileSync(path, 'latin1') };
  } catch {
    throw new BadInput(`There is no file of codes ${path}, or it cannot be read.`);
  }
}
