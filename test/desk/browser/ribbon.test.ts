import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRibbon } from '../../../desk/browser/server/ribbon';

const root = join(__dirname, '../../..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');

test('The ribbon group is read from the manifest, with its words, icons and actions', () => {
  const { group, buttons } = readRibbon(manifest);
  expect(group).toBe('Claimsheet');
  expect(buttons.map(({ label, action }) => [label, action])).toEqual([
    ['Open Claimsheet', { kind: 'show pane' }],
    ['Check', { kind: 'run', functionName: 'check' }],
    ['Claims', { kind: 'run', functionName: 'claims' }],
    ['Superbills', { kind: 'run', functionName: 'superbills' }],
    ['Undo', { kind: 'run', functionName: 'undo' }],
  ]);
  for (const { icons, title, description } of buttons) {
    expect(existsSync(join(root, icons[32] ?? 'none'))).toBe(true);
    expect([title, description].every((text) => text !== '')).toBe(true);
  }
});

test('Icons are found under any base address', () => {
  const hosted = manifest.replaceAll('https://localhost:3000/', 'https://practice.example/a/b/');
  expect(readRibbon(hosted)).toEqual(readRibbon(manifest));
});
