import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { hasExcel, NO_EXCEL, type Machine } from '../../../desk/sideload/find-excel';

const bare: Machine = { platform: 'linux', exists: () => false, hasRegistryKey: () => false };
const full: Machine = { platform: 'linux', exists: () => true, hasRegistryKey: () => true };

describe('is there an Excel to load the add-in into', () => {
  test.each([
    ['a Mac with Excel', { ...full, platform: 'darwin' as const }, true],
    ['a Mac without', { ...bare, platform: 'darwin' as const }, false],
    ['Windows with Excel', { ...full, platform: 'win32' as const }, true],
    ['Windows without', { ...bare, platform: 'win32' as const }, false],
    ['Linux, whatever is on it', full, false],
  ])('%s', (_, machine, expected) => {
    expect(hasExcel(machine)).toBe(expected);
  });

  test('the note names both ways to go on, in two lines', () => {
    expect(NO_EXCEL.split('\n')).toHaveLength(2);
    expect(NO_EXCEL).toContain('npm run demo');
    expect(NO_EXCEL).toContain('npm run desk');
  });

  const onLinux = process.platform === 'linux' ? test : test.skip;
  onLinux.each(['start', 'stop'])('npm %s without Excel says so and ends well', (script) => {
    const root = path.join(__dirname, '../../..');
    const run = spawnSync(process.execPath, ['--import', 'tsx', `desk/sideload/${script}.ts`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 0, stdout: `${NO_EXCEL}\n`, stderr: '' });
  });
});
