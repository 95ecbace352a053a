import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from './mutants';

/** The file with the mistake in it; null where its text does not stand there just once, or there is no such file. */
export function mutated(
  root: string,
  { file, from, to }: Mutant,
): { source: string; mistaken: string } | null {
  const path = join(root, file);
  const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
  return source.split(from).length === 2 ? { source, mistaken: source.replace(from, () => to) } : null;
}

/** Mutants that are tried no more since somebody renamed or moved what they change, in sentences. */
export function lostMutants(root: string, mutants: readonly Mutant[]): string[] {
  return mutants
    .filter((mutant) => mutated(root, mutant) === null)
    .map(({ about, file, from }) => `"${from}" does not stand in ${file} just once (${about})`);
}
