import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUTANTS, type Mutant } from './mutants';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/mutants.md');

/**
 * `npm run test:mutants` puts each mistake into its file, runs the tests that must find it, and writes docs/mutants.md.
 * `-- billing/units learned` tries only those in files with such a path; the rows of the others stay as they were.
 */
function main(): void {
  const asked = process.argv.slice(2);
  const before = existsSync(PAGE) ? readFileSync(PAGE, 'utf8').split('\n') : [];
  const rows = MUTANTS.map((mutant) => {
    const start = `| ${mutant.about} | \`${mutant.file}\` |`;
    const known = before.find((line) => line.startsWith(start));
    if (asked.length > 0 && !asked.some((path) => mutant.file.includes(path))) {
      return known ?? rowOf(mutant, 'not tried');
    }
    const isKilled = kills(mutant);
    process.stdout.write(`${isKilled ? 'killed' : 'SURVIVED'}: ${mutant.about}\n`);
    return rowOf(mutant, isKilled ? 'killed' : '**survived**');
  });
  const head = [
    '# Mutants',
    '',
    'Mistakes that are put into the sources one at a time, and whether the tests named find them; written by',
    '`npm run test:mutants` from `tools/mutants/mutants.ts`.',
    '',
    '| mistake | file | tests | |',
    '| --- | --- | --- | --- |',
  ];
  writeFileSync(PAGE, [...head, ...rows, ''].join('\n'));
  process.exitCode = rows.some((row) => /survived|not tried/.test(row)) ? 1 : 0;
}

function rowOf({ about, file, tests }: Mutant, outcome: string): string {
  return `| ${about} | \`${file}\` | \`${tests.replaceAll('|', '`, `')}\` | ${outcome} |`;
}

/** The file is as it was afterwards, whatever happens. */
function kills({ about, file, from, to, tests }: Mutant): boolean {
  const path = join(ROOT, file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2) throw new Error(`"${from}" is not in ${file} just once (${about})`);
  try {
    writeFileSync(
      path,
      source.replace(from, () => to),
    );
    const jest = ['jest', '--selectProjects', 'node', '--no-coverage', '--bail', '--testPathPatterns', tests];
    return spawnSync('npx', jest, { cwd: ROOT, stdio: 'ignore' }).status !== 0;
  } finally {
    writeFileSync(path, source);
  }
}

main();
