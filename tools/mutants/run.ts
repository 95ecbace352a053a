import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUTANTS, type Mutant } from './mutants';

const ROOT = join(__dirname, '../..');

/** `npm run test:mutants` puts each mistake into its file, runs the tests that must find it, and writes docs/mutants.md. */
function main(): void {
  const rows = MUTANTS.map((mutant) => {
    const isKilled = kills(mutant);
    process.stdout.write(`${isKilled ? 'killed' : 'SURVIVED'}: ${mutant.about}\n`);
    return `| ${mutant.about} | \`${mutant.file}\` | \`${mutant.tests}\` | ${isKilled ? 'killed' : '**survived**'} |`;
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
  writeFileSync(join(ROOT, 'docs/mutants.md'), [...head, ...rows, ''].join('\n'));
  process.exitCode = rows.some((row) => row.includes('survived')) ? 1 : 0;
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
