import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDERS } from './folders';

const WEBPACK = join(FOLDERS.root, 'node_modules/webpack/bin/webpack.js');
const inRoot = (path: string): string => join(FOLDERS.root, path);

interface Build {
  name: string;
  sources: string[];
  output: string;
  arguments: string[];
}

const BUILDS: readonly Build[] = [
  {
    name: 'add-in',
    sources: [
      'src',
      'assets/help',
      'assets/icons',
      'assets/start',
      'manifest.xml',
      'webpack.config.js',
      'LICENSE',
      'tools/third-party',
    ].map(inRoot),
    output: FOLDERS.addIn,
    arguments: ['--mode', 'production'],
  },
  {
    name: 'desk-page',
    sources: ['desk/browser', 'desk/runtime'].map(inRoot),
    output: FOLDERS.page,
    arguments: ['--config', inRoot('desk/browser/page/webpack.config.cjs')],
  },
];

/** Builds what is missing or older than its sources. Throws, with what webpack said, when that fails. */
export async function buildWhatIsOld(say: (line: string) => void = () => undefined): Promise<void> {
  const old = BUILDS.filter(isOld);
  if (old.length > 0) say('Building; this takes a few seconds the first time.');
  await Promise.all(old.map(build));
}

/** Webpack leaves unchanged files alone, so the time of a build is kept apart, as the time when it began. */
function stampOf({ name }: Build): string {
  return join(FOLDERS.root, 'out', `.built-${name}`);
}

function isOld(build: Build): boolean {
  if (!existsSync(build.output) || readdirSync(build.output).length === 0) return true;
  const stamp = stampOf(build);
  const built = Math.max(newest(build.output), existsSync(stamp) ? statSync(stamp).mtimeMs : 0);
  return Math.max(...build.sources.map(newest)) > built;
}

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function build(what: Build): Promise<void> {
  const began = new Date();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WEBPACK, ...what.arguments], { cwd: FOLDERS.root });
    let said = '';
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) return reject(new Error(`The ${what.name} could not be built:\n${said}`));
      mkdirSync(join(FOLDERS.root, 'out'), { recursive: true });
      writeFileSync(stampOf(what), '');
      utimesSync(stampOf(what), began, began);
      resolve();
    });
  });
}
