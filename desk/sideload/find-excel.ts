import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** What of the machine decides whether there is an Excel to load the add-in into. */
export interface Machine {
  platform: NodeJS.Platform;
  exists: (path: string) => boolean;
  /** Whether Windows' registry has the key. */
  hasRegistryKey: (key: string) => boolean;
}

export const thisMachine: Machine = {
  platform: process.platform,
  exists: existsSync,
  hasRegistryKey: (key) => spawnSync('reg', ['query', key], { stdio: 'ignore' }).status === 0,
};

export function hasExcel({ platform, exists, hasRegistryKey }: Machine): boolean {
  if (platform === 'darwin') return exists('/Applications/Microsoft Excel.app');
  if (platform === 'win32') return hasRegistryKey('HKEY_CLASSES_ROOT\\Excel.Application');
  return false;
}

/** What to say instead of starting; two lines. */
export const NO_EXCEL = [
  'There is no Excel on this computer, so the add-in cannot be loaded into it.',
  'Without Excel: "npm run demo" runs the add-in over the sample workbook, "npm run desk" over a workbook of yours.',
].join('\n');
