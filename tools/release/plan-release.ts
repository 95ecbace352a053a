import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ReleasePlan {
  version: string;
  /** New text of each file, by its path below the root. */
  files: ReadonlyMap<string, string>;
  /** What the release says: the entries of the change log. */
  notes: string;
}

/** A release that cannot be made, in one sentence. */
export class NoRelease extends Error {}

const UNRELEASED = '## Unreleased';

/**
 * What a release changes: the version in package.json, its lock file and the manifest (which wants four numbers), and
 * the change log, whose unreleased entries get the version and the day (`YYYY-MM-DD`). Writes nothing; throws NoRelease.
 */
export function planRelease(root: string, version: string, day: string): ReleasePlan {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const now = (JSON.parse(read('package.json')) as { version: string }).version;
  if (!/^\d+\.\d+\.\d+$/.test(version))
    throw new NoRelease(`"${version}" is no version: write three numbers, such as 0.2.0.`);
  if (!isLater(version, now)) throw new NoRelease(`${version} is not later than ${now}.`);
  const log = read('CHANGELOG.md');
  const notes = unreleased(log);
  if (notes === '') throw new NoRelease(`CHANGELOG.md has nothing below "${UNRELEASED}".`);
  return {
    version,
    notes,
    files: new Map([
      ['package.json', replaced(read('package.json'), `"version": "${now}"`, `"version": "${version}"`, 1)],
      [
        'package-lock.json',
        replaced(read('package-lock.json'), `"version": "${now}"`, `"version": "${version}"`, 2),
      ],
      [
        'manifest.xml',
        replaced(read('manifest.xml'), `<Version>${now}.0</Version>`, `<Version>${version}.0</Version>`, 1),
      ],
      ['CHANGELOG.md', log.replace(UNRELEASED, () => `${UNRELEASED}\n\n## ${version} (${day})`)],
    ]),
  };
}

function isLater(one: string, other: string): boolean {
  const [a, b] = [one.split('.').map(Number), other.split('.').map(Number)];
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}

function unreleased(log: string): string {
  const [, after = ''] = log.split(`${UNRELEASED}\n`);
  return (after.split(/^## /m)[0] ?? '').trim();
}

/** The first places only: a package that the lock file names may have the same version. */
function replaced(text: string, before: string, after: string, places: number): string {
  let result = '';
  let rest = text;
  for (let place = 0; place < places; place++) {
    const at = rest.indexOf(before);
    if (at < 0) throw new NoRelease(`${before} is not where it should be.`);
    result += rest.slice(0, at) + after;
    rest = rest.slice(at + before.length);
  }
  return result + rest;
}
