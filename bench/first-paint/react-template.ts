import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { FOLDERS } from '../../desk/browser/server/folders';

const SOURCE = join(FOLDERS.root, 'bench/react-template');
const LIBRARIES = ['react', 'react-dom', 'core-js', '@fluentui/react-components', '@fluentui/react-icons'];

export const TEMPLATE_PAGE = 'pane.html';
/** Built here; `bundled` is the same page without polyfills, in one file. */
export const TEMPLATE_FOLDERS = {
  asPublished: join(FOLDERS.root, 'out/react-template/as-published'),
  bundled: join(FOLDERS.root, 'out/react-template/bundled'),
} as const;

/**
 * Installs the packages of Microsoft's React template, which the project itself does not need, and builds a pane of
 * them. Gives null, or one sentence about why that cannot be done here.
 */
export async function buildReactTemplate(): Promise<string | null> {
  return install() ?? (await build());
}

function install(): string | null {
  if (existsSync(join(SOURCE, 'node_modules/.package-lock.json'))) return null;
  console.log('Installing the packages of the React template, once (400 MB in bench/react-template) …');
  const options = { cwd: SOURCE, encoding: 'utf8', shell: process.platform === 'win32' } as const;
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts'], options);
  if (status === 0) return null;
  const said = /npm (?:error|ERR!) (?:code )?(.*)/.exec(stderr)?.[1] ?? 'npm did not start';
  return `its packages could not be installed (${said}).`;
}

async function build(): Promise<string | null> {
  const pane = join(SOURCE, 'pane.js');
  const configurations = [
    // The entries and the promises of the template's own webpack.config.js, in its order.
    configuration(TEMPLATE_FOLDERS.asPublished, {
      polyfill: ['core-js/stable', 'regenerator-runtime/runtime'],
      vendor: LIBRARIES,
      taskpane: pane,
    }),
    configuration(TEMPLATE_FOLDERS.bundled, { taskpane: pane }),
  ];
  configurations[0]?.plugins?.push(new webpack.ProvidePlugin({ Promise: ['es6-promise', 'Promise'] }));
  const stats = await new Promise<webpack.MultiStats | undefined>((resolve, reject) => {
    webpack(configurations, (error, result) => (error ? reject(error) : resolve(result)));
  });
  if (!stats?.hasErrors()) return null;
  return `it could not be built: ${stats.toString({ all: false, errors: true })}`;
}

function configuration(folder: string, entry: Record<string, string | string[]>): webpack.Configuration {
  return {
    mode: 'production',
    context: SOURCE,
    entry,
    output: { path: folder, filename: '[name].js', clean: true },
    // The packages have 400 MB, and change only with the lock file.
    cache: { type: 'filesystem', name: basename(folder) },
    performance: { hints: false },
    plugins: [
      new HtmlWebpackPlugin({
        filename: TEMPLATE_PAGE,
        template: join(SOURCE, 'pane.html'),
        chunks: Object.keys(entry),
        chunksSortMode: 'manual',
      }),
    ],
  };
}
