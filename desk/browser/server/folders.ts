import { join } from 'node:path';

const root = join(__dirname, '../../..');
const inPackage = (name: string, path: string): string => join(root, 'node_modules', name, path);

/** Where the server finds what it serves. */
export const FOLDERS = {
  root,
  /** The add-in as it is published. */
  addIn: join(root, 'dist'),
  /** The Desk's own page, as webpack makes it from `desk/browser/page` and `frame`. */
  page: join(root, 'out/desk-page'),
  pageSource: join(root, 'desk/browser'),
  /** Microsoft's files, unmodified. */
  office: inPackage('@microsoft/office-js', 'dist'),
};

/** Univer and what it needs, as published for script elements; served under these names. */
export const LIBRARIES: Readonly<Record<string, string>> = {
  'rxjs.js': inPackage('rxjs', 'dist/bundles/rxjs.umd.min.js'),
  'univer.js': inPackage('@univerjs/presets', 'lib/umd/index.js'),
  'sheets.js': inPackage('@univerjs/preset-sheets-core', 'lib/umd/index.js'),
  'en-US.js': inPackage('@univerjs/preset-sheets-core', 'lib/umd/locales/en-US.js'),
  'sheets.css': inPackage('@univerjs/preset-sheets-core', 'lib/index.css'),
};
