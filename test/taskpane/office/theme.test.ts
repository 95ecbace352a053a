import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { iconShapes } from '../../../assets/theme/icons';
import { themeCss } from '../../../assets/theme/theme';
import { followTheme, themeName } from '../../../src/taskpane/office/theme';

const ROOT = join(__dirname, '../../..');
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('the colours', () => {
  test.each([
    ['white', { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#242424' }, 'light'],
    ['colourful', { bodyBackgroundColor: '#E6E6E6', bodyForegroundColor: '#262626' }, 'light'],
    ['dark grey', { bodyBackgroundColor: '#666666', bodyForegroundColor: '#F0F0F0' }, 'dark'],
    ['black', { bodyBackgroundColor: '#262626', bodyForegroundColor: '#F0F0F0' }, 'dark'],
    [
      'contrast, white on black',
      { bodyBackgroundColor: '#000000', bodyForegroundColor: '#FFFFFF' },
      'contrast',
    ],
    [
      'contrast, yellow on black',
      { bodyBackgroundColor: '#000000', bodyForegroundColor: '#FFFF00' },
      'contrast',
    ],
  ] as const)('follow Office: %s', (_, theme, wanted) => expect(themeName(theme, false)).toBe(wanted));

  test('follow the system where Office tells none', () => {
    expect([themeName(undefined, true), themeName(undefined, false)]).toEqual(['dark', 'light']);
  });

  test.each([
    ['src/taskpane/styles/theme.css', themeCss()],
    ['src/taskpane/parts/icon-shapes.ts', iconShapes()],
  ])('of %s are those of the packages they come from', (path, made) => {
    // The formatter may break lines and add commas.
    const bare = (code: string): string => code.replace(/[\s,]+/g, '').toLowerCase();
    expect(bare(text(path))).toBe(bare(made));
  });

  test('are all defined, and all used', () => {
    const styles = text('src/taskpane/styles/base.css') + text('src/taskpane/styles/screens.css');
    const used = new Set([...styles.matchAll(/var\((--\w+)\)/g)].map(([, name]) => name));
    const defined = new Set(
      [...text('src/taskpane/styles/theme.css').matchAll(/^\s+(--\w+):/gm)].map(([, name]) => name),
    );
    expect([...used].sort()).toEqual([...defined].sort());
  });
});

test('a theme that is chosen while the pane is open is taken up', () => {
  const root = { dataset: {} as Record<string, string> };
  let tell: (told: object) => void = () => undefined;
  const addHandlerAsync = (_: unknown, handler: typeof tell) => (tell = handler);
  const officeTheme = { bodyBackgroundColor: '#FFFFFF', bodyForegroundColor: '#242424' };
  Object.assign(globalThis, {
    Office: { EventType: {}, context: { officeTheme, document: { addHandlerAsync } } },
  });
  followTheme(root as unknown as HTMLElement);
  expect(root.dataset['theme']).toBe('light');
  tell({ officeTheme: { bodyBackgroundColor: '#262626', bodyForegroundColor: '#F0F0F0' } });
  expect(root.dataset['theme']).toBe('dark');
  Reflect.deleteProperty(globalThis, 'Office');
});
