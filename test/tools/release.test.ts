import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planRelease } from '../../tools/release/plan-release';

const ROOT = join(__dirname, '../..');
const FILES = ['package.json', 'package-lock.json', 'manifest.xml', 'CHANGELOG.md'];
const folder = mkdtempSync(join(tmpdir(), 'claimsheet-release-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The files of a release as they are at 0.1.0, with a change log that has something to release. */
function repository(
  log = '# Changes\n\n## Unreleased\n\n- Letters of attendance.\n\n## 0.1.0 (2026-11-22)\n\n- The first.\n',
): void {
  writeFileSync(
    join(folder, 'package.json'),
    '{\n  "name": "claimsheet",\n  "version": "0.1.0",\n  "dependencies": { "other": "0.1.0" }\n}\n',
  );
  writeFileSync(
    join(folder, 'package-lock.json'),
    '{ "name": "claimsheet", "version": "0.1.0", "packages": { "": { "version": "0.1.0" }, "other": { "version": "0.1.0" } } }\n',
  );
  writeFileSync(join(folder, 'manifest.xml'), '<OfficeApp><Version>0.1.0.0</Version></OfficeApp>\n');
  writeFileSync(join(folder, 'CHANGELOG.md'), log);
}

test('A release sets its version in the package, its lock file and the manifest, and nobody else’s', () => {
  repository();
  const { files } = planRelease(folder, '0.2.0', '2026-12-24');
  expect(JSON.parse(files.get('package.json') ?? '')).toMatchObject({
    version: '0.2.0',
    dependencies: { other: '0.1.0' },
  });
  expect(JSON.parse(files.get('package-lock.json') ?? '')).toMatchObject({
    version: '0.2.0',
    packages: { '': { version: '0.2.0' }, other: { version: '0.1.0' } },
  });
  expect(files.get('manifest.xml')).toContain('<Version>0.2.0.0</Version>');
});

test('The unreleased changes get version and day, and are the notes', () => {
  repository();
  const { files, notes } = planRelease(folder, '0.2.0', '2026-12-24');
  expect(notes).toBe('- Letters of attendance.');
  expect(files.get('CHANGELOG.md')).toContain(
    '## Unreleased\n\n## 0.2.0 (2026-12-24)\n\n- Letters of attendance.\n\n## 0.1.0',
  );
});

test.each([
  ['0.1.0', 'is not later than'],
  ['0.0.9', 'is not later than'],
  ['next', 'is no version'],
])('There is no release of %s', (version, words) => {
  repository();
  expect(() => planRelease(folder, version, '2026-12-24')).toThrow(words);
});

test('There is no release of nothing', () => {
  repository('# Changes\n\n## Unreleased\n\n## 0.1.0 (2026-11-22)\n');
  expect(() => planRelease(folder, '0.2.0', '2026-12-24')).toThrow('nothing below');
});

test('A dry run says what it would do, of this very repository, and changes nothing', () => {
  const before = FILES.map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const { status, stdout } = spawnSync(
    process.execPath,
    [tsx, 'tools/release/release.ts', '99.0.0', '--dry-run'],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  );
  expect(status).toBe(0);
  expect(stdout).toContain(
    'Would set version 99.0.0 in package.json, package-lock.json, manifest.xml, CHANGELOG.md.',
  );
  expect(stdout).toContain('Would run: npm run build');
  expect(FILES.map((file) => readFileSync(join(ROOT, file), 'utf8'))).toEqual(before);
});
