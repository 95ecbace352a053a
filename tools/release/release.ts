import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NoRelease, planRelease } from './plan-release';

const ROOT = join(__dirname, '../..');
/** Everything that must hold of what is released, in the order in which it fails soonest. */
const STEPS = [['run', 'check'], ['run', 'build'], ['test']];

/**
 * `npm run release -- 0.2.0 [--dry-run]`: sets the version everywhere, checks, builds and tests, and writes the notes.
 * Commits and publishes nothing: it prints the commands for that. A dry run only says what it would do.
 */
function main(): void {
  const { values, positionals } = parseArgs({
    options: { 'dry-run': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [version = ''] = positionals;
  const day = new Date().toLocaleDateString('sv');
  const { files, notes } = planRelease(ROOT, version, day);
  if (values['dry-run']) {
    say(`Would set version ${version} in ${[...files.keys()].join(', ')}.`);
    for (const step of STEPS) say(`Would run: npm ${step.join(' ')}`);
    say(`Would write out/release-${version}.md:\n\n${notes}`);
    return;
  }
  if (git('status', '--porcelain') !== '') throw new NoRelease('There are changes that are not committed.');
  for (const [path, text] of files) writeFileSync(join(ROOT, path), text);
  for (const step of STEPS) execFileSync('npm', step, { cwd: ROOT, stdio: 'inherit' });
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(join(ROOT, `out/release-${version}.md`), `${notes}\n`);
  say(`${version} is ready. Look at it, then:`);
  say(`  git commit -am "release: ${version}" && git tag v${version} && git push --follow-tags`);
  say(`  gh release create v${version} --notes-file out/release-${version}.md`);
}

function git(...words: string[]): string {
  return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8' }).trim();
}

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

try {
  main();
} catch (problem) {
  if (!(problem instanceof NoRelease)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 2;
}
