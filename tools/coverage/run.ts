import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { coverageByFolder, linesOfTable, shortOf, type Summary } from './by-folder';
import { FLOORS } from './floors';

const ROOT = join(__dirname, '../..');

/** `npm run coverage [paths of tests]`: the statements that the tests reach, by folder, beside their floors. */
function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'claimsheet-coverage-'));
  const paths = process.argv.slice(2);
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(
    process.execPath,
    [
      ...[jest, '--selectProjects', 'node', '--coverage', '--coverageProvider', 'v8'],
      ...['--coverageDirectory', folder, '--coverageReporters', 'json-summary'],
      ...['--collectCoverageFrom', '{src,desk}/**/*.{ts,tsx}', ...paths],
    ],
    { cwd: ROOT, stdio: 'inherit' },
  );
  const summary = JSON.parse(readFileSync(join(folder, 'coverage-summary.json'), 'utf8')) as Summary;
  rmSync(folder, { recursive: true });
  const folders = coverageByFolder(summary, ROOT);
  process.stdout.write(`${linesOfTable(folders, FLOORS).join('\n')}\n`);
  // Some of the tests reach less: their figures are told, and held to nothing.
  const short = paths.length > 0 ? [] : shortOf(folders, FLOORS);
  if (short.length > 0) process.stdout.write(`Below the floor: ${short.join(', ')}.\n`);
  process.exitCode = status === 0 && short.length === 0 ? 0 : 1;
}

main();
