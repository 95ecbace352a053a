import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUTANTS, type Mutant } from './mutants';
import { lostMutants, mutated } from './texts';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/mutants.md');

/**
 * `npm run test:mutants` puts each mistake into its file, runs the tests that must find it, and writes docs/mutants.md.
 * `-- billing/units learned` tries only those with such a file or words; the rows of the others stay as they were.
 */
function main(): void {
  const lost = lostMutants(ROOT, MUTANTS);
  if (lost.length > 0) throw new Error(lost.join('\n'));
  const asked = process.argv.slice(2);
  const isAsked = ({ file, about }: Mutant) =>
    asked.length === 0 || asked.some((part) => file.includes(part) || about.includes(part));
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8').split('\n') : [];
  const rows = MUTANTS.map((mutant) => {
    const known = before.find((line) => line.startsWith(startOf(mutant)));
    return known ?? rowOf(mutant, 'not tried');
  });
  MUTANTS.forEach((mutant, index) => {
    if (!isAsked(mutant)) return;
    const isKilled = kills(mutant);
    process.stdout.write(`${isKilled ? 'killed' : 'SURVIVED'}: ${mutant.about}\n`);
    rows[index] = rowOf(mutant, isKilled ? 'killed' : '**survived**');
    // After each one, so that a run that is stopped keeps what it found.
    writePage(rows);
  });
  writePage(rows);
  process.exitCode = rows.some((row) => /survived|not tried/.test(row)) ? 1 : 0;
}

function writePage(rows: readonly string[]): void {
  const head = [
    '# Mutants',
    '',
    'Mistakes that are put into the sources one at a time, and whether the tests named find them; written by',
    '`npm run test:mutants` from `tools/mutants/mutants.ts`. A mutant whose text is gone from its file is an error.',
    '',
    '| mistake | file | tests | |',
    '| --- | --- | --- | --- |',
  ];
  writeFileSync(PAGE, [...head, ...rows, ''].join('\n'));
}

/** Whoever changes the mistake, its file or its tests has to try it again. */
function startOf({ about, file, tests }: Mutant): string {
  return `| ${about} | \`${file}\` | \`${tests.replaceAll('|', '`, `')}\` |`;
}

function rowOf(mutant: Mutant, outcome: string): string {
  return `${startOf(mutant)} ${outcome} |`;
}

/** The file is as it was afterwards, whatever happens. */
function kills(mutant: Mutant): boolean {
  const found = mutated(ROOT, mutant);
  if (!found) throw new Error(`the text of "${mutant.about}" is gone`);
  if (!passes(mutant.tests)) throw new Error(`${mutant.tests}: these tests fail without a mistake too`);
  const path = join(ROOT, mutant.file);
  try {
    writeFileSync(path, found.mistaken);
    return !runTests(mutant.tests);
  } finally {
    writeFileSync(path, found.source);
  }
}

const passing = new Map<string, boolean>();

/** Without a mistake, tried once for all mutants of the same tests. */
function passes(tests: string): boolean {
  const known = passing.get(tests) ?? runTests(tests);
  passing.set(tests, known);
  return known;
}

function runTests(tests: string): boolean {
  const jest = ['jest', '--selectProjects', 'node', '--no-coverage', '--bail', '--testPathPatterns', tests];
  const { status } = spawnSync('npx', jest, { cwd: ROOT, stdio: 'ignore' });
  if (status === null) throw new Error(`${tests}: stopped from outside`);
  return status === 0;
}

main();
