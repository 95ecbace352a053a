import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { runCommand } from '../../desk/cli/run-command';
import pkg from '../../package.json';

const ROOT = join(__dirname, '../..');
const PAGES = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`),
  ...readdirSync(join(ROOT, '.github'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `.github/${name}`,
  ),
].filter((name) => /\.(md|yml)$/.test(name));

const text = (page: string) => readFileSync(join(ROOT, page), 'utf8');
/** Places that an example leaves open are written in capitals: `FILE.xlsx`, `X.test.ts`. */
const IS_OPEN = /\b[A-Z]{1,}(-[A-Z]+)*\b(?!\w)/;

test.each(PAGES)('Every link of %s leads to a file, and to a heading of it', (page) => {
  const broken = linksOf(page).filter((link) => {
    if (/^(https?:|mailto:)/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : relative(ROOT, join(ROOT, dirname(page), decodeURI(path)));
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !headingsOf(target).has(anchor);
  });
  expect(broken).toEqual([]);
});

test.each(PAGES)('Every script that %s names is one of package.json', (page) => {
  const named = [...text(page).matchAll(/\bnpm (?:run (\S+?)|(test|start|stop))(?=[\s`,.;:)]|$)/gm)].map(
    ([, script, short]) => script ?? short ?? '',
  );
  expect(named.filter((script) => !Object.hasOwn(pkg.scripts, script))).toEqual([]);
});

test.each(PAGES)('Every path that %s names is there', (page) => {
  expect(pathsOf(page).filter((path) => !isThere(path))).toEqual([]);
});

test('Every command line of the Desk in the documents is one, with options that it takes', async () => {
  const lines = new Set(PAGES.flatMap((page) => commandsOf(page)));
  expect(lines.size).toBeGreaterThan(15);
  const wrong: string[] = [];
  for (const line of lines) {
    const [command = '', ...words] = line.split(/\s+/);
    if (!(await isCommand(command))) wrong.push(line);
    for (const word of words) {
      const [, option] = /^\[?(--[a-z][a-z-]*)/.exec(word) ?? [];
      if (option !== undefined && !(await takes(command, option))) wrong.push(`${command} ${option}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('Every command of the Desk stands in the README', async () => {
  const { output } = await runCommand(['help']);
  const commands = [...output.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name ?? '');
  expect(commands.length).toBeGreaterThan(10);
  expect(
    commands.filter(
      (name) => !text('README.md').includes(`desk -- ${name}`) && !text('README.md').includes(`${name} `),
    ),
  ).toEqual([]);
});

function linksOf(page: string): string[] {
  return [...withoutCode(text(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** As GitHub makes them: lower case, blanks as hyphens, other signs left out. */
function headingsOf(page: string): Set<string> {
  const lines = text(page)
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n');
  return new Set(
    lines
      .filter((line) => /^#+ /.test(line))
      .map((line) =>
        line
          .replace(/^#+ /, '')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, '')
          .replace(/\s/g, '-'),
      ),
  );
}

/** Paths in backticks that begin with a folder of the repository, of `src` or of `desk`. */
function pathsOf(page: string): string[] {
  const tops = new Set(
    [ROOT, join(ROOT, 'src'), join(ROOT, 'desk')].flatMap((folder) => readdirSync(folder)),
  );
  return [
    ...text(page)
      .replace(/^```[\s\S]*?^```/gm, '')
      .matchAll(/`([\w.@{},*-]+\/[\w./@{},*-]*)`/g),
  ]
    .map(([, path]) => path ?? '')
    .filter((path) => tops.has(path.split('/')[0] ?? '') && !/[{}*]/.test(path) && !IS_OPEN.test(path))
    .filter((path) => !/^(dist|out|node_modules|help)\//.test(path));
}

function isThere(path: string): boolean {
  return ['', 'src', 'desk', 'test', 'test/desk'].some((folder) => {
    const full = join(ROOT, folder, path);
    return (
      existsSync(full) ||
      existsSync(`${full}.ts`) ||
      existsSync(`${full}.test.ts`) ||
      existsSync(`${full}.test.tsx`)
    );
  });
}

/** What stands behind `npm run desk --`, to the end of the line or of the backticks. */
function commandsOf(page: string): string[] {
  return [...text(page).matchAll(/npm run desk -- ([a-z]+[^`\n]*?)(?: {2,}[^\n]*)?(?=`|\n|$)/g)].map(
    ([, line]) => (line ?? '').trim(),
  );
}

async function isCommand(command: string): Promise<boolean> {
  const { error } = await runCommand([command, 'not-there.xlsx']);
  return !error.includes('There is no command');
}

/** Whether the option is refused for what follows it, or for the file that is not there; not as one that nobody knows. */
async function takes(command: string, option: string): Promise<boolean> {
  const { error } = await runCommand([
    command,
    ...(command === 'document' ? ['statement'] : []),
    'not-there.xlsx',
    option,
    ...(FLAGS.has(option) ? [] : ['1']),
  ]);
  return !/has no option|Unknown option/.test(error);
}

const FLAGS = new Set(['--json', '--all-but', '--test', '--no-open', '--read-only']);
