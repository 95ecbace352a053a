import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pkg from '../../package.json';
import { readManifest } from './manifest-file';

const file = path.join(__dirname, '../../manifest.xml');
const manifest = readManifest(file);
const KINDS = ['Images', 'Urls', 'ShortStrings', 'LongStrings'] as const;
const defined = KINDS.flatMap((kind) => [...manifest.resources(kind).keys()]);
const used = manifest.elements('*').flatMap((element) => element.getAttribute('resid') ?? []);

describe('manifest.xml', () => {
  test('defines every resource that it uses, once, and uses every one that it defines', () => {
    expect(new Set(defined).size).toBe(defined.length);
    expect([...new Set(used)].sort()).toEqual([...defined].sort());
  });

  test('keeps to the lengths that Excel allows', () => {
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
    const shortStrings = [...manifest.resources('ShortStrings').values()];
    const longStrings = [...manifest.resources('LongStrings').values()];
    expect(shortStrings.filter((text) => text.length > 125)).toEqual([]);
    expect(longStrings.filter((text) => text.length > 250)).toEqual([]);
  });

  test('names nothing but https addresses of the one base', () => {
    expect(manifest.urls.length).toBeGreaterThan(40);
    expect(manifest.urls.filter((url) => !url.startsWith('https://localhost:3000/'))).toEqual([]);
  });

  test('runs functions, ribbon and pane in the one page of the shared runtime', () => {
    const pages = ['Runtime', 'FunctionFile'].map((name) =>
      manifest.elements(name)[0]?.getAttribute('resid'),
    );
    const inPage = ['Page', 'Action'].map((name) =>
      manifest.elements(name)[0]?.getElementsByTagName('SourceLocation')[0]?.getAttribute('resid'),
    );
    expect([...pages, ...inPage]).toEqual(Array(4).fill('Taskpane.Url'));
    expect(manifest.elements('Runtime')[0]?.getAttribute('lifetime')).toBe('long');
    const sets = manifest.elements('Set').map((set) => set.getAttribute('Name'));
    expect(sets).toContain('SharedRuntime');
  });

  test('puts its functions in the namespace CLAIM', () => {
    const resid = manifest.elements('Namespace')[0]?.getAttribute('resid') ?? '';
    expect(manifest.resources('ShortStrings').get(resid)).toBe('CLAIM');
  });

  test('has one group on the Home tab with its five buttons', () => {
    expect(manifest.elements('OfficeTab').map((tab) => tab.getAttribute('id'))).toEqual(['TabHome']);
    const texts = manifest.resources('ShortStrings');
    const labels = manifest
      .elements('Control')
      .map((control) => texts.get(control.getElementsByTagName('Label')[0]?.getAttribute('resid') ?? ''));
    expect(labels).toEqual(['Open Claimsheet', 'Check', 'Claims', 'Superbills', 'Undo']);
  });

  test('gives every button each of the eight sizes of its icon', () => {
    for (const icon of manifest.elements('Icon')) {
      const images = [...icon.children].map((image) => {
        const url = manifest.resources('Images').get(image.getAttribute('resid') ?? '') ?? '';
        return [image.getAttribute('size'), /-(\d+)\.png$/.exec(url)?.[1]];
      });
      expect(images).toEqual(['16', '20', '24', '32', '40', '48', '64', '80'].map((size) => [size, size]));
    }
    expect(manifest.elements('Icon')).toHaveLength(6);
  });

  test("is read by Microsoft's own tool, with the version of the package", () => {
    const tool = path.join(path.dirname(require.resolve('office-addin-manifest/package.json')), 'cli.js');
    const run = spawnSync(process.execPath, [tool, 'info', file], { encoding: 'utf8' });
    for (const line of [
      'Id: 6872eecf-d709-49c5-b212-e7ee7903a65b',
      'Name: Claimsheet',
      'Type: TaskPaneApp',
      `Version: ${pkg.version}.0`,
      'Hosts: Workbook',
      'Permissions: ReadWriteDocument',
      'Support Url: https://localhost:3000/help/support.html',
    ]) {
      expect(run.stdout).toContain(`  ${line}\n`);
    }
  });
});
