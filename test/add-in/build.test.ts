import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { readManifest } from './manifest-file';

const root = path.join(__dirname, '../..');
const base = 'https://practice.example/claimsheet/';
let out: string;

function build(baseUrl: string, folder: string): { status: number | null; text: string } {
  const webpack = path.join(root, 'node_modules/webpack/bin/webpack.js');
  const run = spawnSync(process.execPath, [webpack, '--mode', 'production', '--output-path', folder], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CLAIMSHEET_BASE_URL: baseUrl },
  });
  return { status: run.status, text: run.stdout + run.stderr };
}

const text = (file: string): string => readFileSync(path.join(out, file), 'utf8');

interface FunctionsJson {
  allowErrorForDataTypeAny: boolean;
  functions: {
    id: string;
    name: string;
    description: string;
    helpUrl: string;
    parameters: { name: string; description: string; dimensionality?: string; optional?: boolean }[];
    result: { dimensionality?: string };
  }[];
}

describe('the production build', () => {
  beforeAll(() => {
    out = mkdtempSync(path.join(os.tmpdir(), 'claimsheet-build-'));
    const { status, text: said } = build(base.slice(0, -1), out);
    if (status !== 0) throw new Error(said);
  }, 240_000);

  afterAll(() => rmSync(out, { recursive: true, force: true }));

  test('serves every file that the manifest names from the one base address', () => {
    const { urls } = readManifest(path.join(out, 'manifest.xml'));
    expect(urls.filter((url) => !url.startsWith(base))).toEqual([]);
    expect(urls.filter((url) => !existsSync(path.join(out, url.slice(base.length))))).toEqual([]);
  });

  test('brings its own licence and those of all that is bundled, each with its text', () => {
    expect(text('LICENSE.txt')).toContain('The Claimsheet authors');
    const licenses = text('third-party-licenses.txt');
    const heads = [...licenses.matchAll(/^=+\n(\S+) \S+ \((.+)\)\n/gm)];
    const named = new Map(heads.map(([, name = '', license = '']) => [name, license]));
    for (const name of ['@cantoo/pdf-lib', '@fluentui/svg-icons', '@fluentui/tokens', 'papaparse', 'preact'])
      expect([name, named.get(name)]).toEqual([name, 'MIT']);
    expect([...named.values()].filter((license) => license.includes('GPL'))).toEqual([]);
    for (const section of licenses.split(/^=+\n\S+ .*\n/m).slice(1))
      expect(section.length).toBeGreaterThan(500);
  });

  test('leaves the address of the development server nowhere', () => {
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.\w+$/.test(file),
    );
    expect(files.filter((file) => text(file).includes('localhost'))).toEqual([]);
    expect(files.filter((file) => file.endsWith('.map'))).toEqual([]);
  });

  test('names its own address in the manifest and in functions.json alone, so that it can be moved by these two', () => {
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /\.(html|js|css|json|xml|txt)$/.test(file),
    );
    expect(files.filter((file) => text(file).includes(base)).sort()).toEqual([
      'functions.json',
      'manifest.xml',
    ]);
  });

  test('leads a therapist from its address into Excel on the web', () => {
    const page = text('index.html');
    expect(page).toMatch(/<a href="?manifest\.xml"? download/);
    for (const [, file = ''] of page.matchAll(/(?:href|src)="?([^"\s>]+)/g))
      expect([file, existsSync(path.join(out, file))]).toEqual([file, true]);
  });

  test('describes each function to Excel, with help for every argument', () => {
    const { allowErrorForDataTypeAny, functions } = JSON.parse(text('functions.json')) as FunctionsJson;
    expect(allowErrorForDataTypeAny).toBe(true);
    expect(functions.map(({ id, name }) => [id, name])).toEqual([
      ['BILLABLE_UNITS', 'BILLABLE_UNITS'],
      ['CHECK_CODES', 'CHECK_CODES'],
      ['CODE_FOR', 'CODE_FOR'],
      ['RUNS_OUT', 'RUNS_OUT'],
      ['VISITS_LEFT', 'VISITS_LEFT'],
    ]);
    for (const { description, helpUrl, parameters } of functions) {
      expect(description).toContain('=CLAIM.');
      expect(existsSync(path.join(out, helpUrl.replace(base, '')))).toBe(true);
      for (const parameter of parameters) expect(parameter.description).toMatch(/\w+.*\.$/);
    }
    const [units] = functions;
    expect(
      units?.parameters.map(({ name, dimensionality, optional }) => [name, dimensionality, optional]),
    ).toEqual([
      ['minutes', 'matrix', undefined],
      ['codes', 'matrix', true],
      ['rule', undefined, true],
    ]);
    expect(units?.result.dimensionality).toBe('matrix');
  });

  test('associates every function and every ribbon command with code', () => {
    const functions = new Map<string, unknown>();
    const commands = new Map<string, unknown>();
    const page = {
      CustomFunctions: { associate: (id: string, code: unknown) => functions.set(id, code) },
      Office: { actions: { associate: (id: string, code: unknown) => commands.set(id, code) } },
      document: { currentScript: { tagName: 'SCRIPT', src: `${base}functions.js` } },
    };
    runInNewContext(`self = globalThis; ${text('functions.js')}; ${text('commands.js')}`, page);

    const { functions: described } = JSON.parse(text('functions.json')) as FunctionsJson;
    expect([...functions.keys()]).toEqual(described.map(({ id }) => id));
    const named = readManifest(path.join(out, 'manifest.xml')).elements('FunctionName');
    expect([...commands.keys()]).toEqual(named.map((name) => name.textContent));
    expect([...functions.values(), ...commands.values()].every((code) => typeof code === 'function')).toBe(
      true,
    );
  });

  test('loads the pane only when it is shown, and Office.js from Microsoft', () => {
    const scripts = [...text('taskpane.html').matchAll(/<script[^>]*src="?([^"?> ]+)/g)].map(
      ([, src]) => src,
    );
    expect(scripts).toEqual([
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      'functions.js',
      'commands.js',
      'taskpane.js',
    ]);
    expect(readdirSync(out).filter((file) => file.startsWith('pane.'))).toHaveLength(1);
    const atStart = ['functions.js', 'commands.js', 'taskpane.js'].map((file) => gzipSync(text(file)).length);
    expect(atStart.reduce((sum, size) => sum + size)).toBeLessThan(38_000);
  });

  test.each(['http://practice.example/', 'practice.example', 'https://practice.example/?x=1'])(
    'refuses the base address %s',
    (address) => {
      const { status, text: said } = build(address, path.join(out, 'never'));
      expect(status).not.toBe(0);
      expect(said).toContain(
        `CLAIMSHEET_BASE_URL must be an https address without ? or #, not "${address}".`,
      );
    },
    60_000,
  );
});
