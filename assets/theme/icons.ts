import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ICONS = join(dirname(require.resolve('@fluentui/svg-icons/package.json')), 'icons');

/** Our name of an icon and Microsoft's. */
const FILES = {
  setUp: 'settings_20_regular',
  check: 'clipboard_checkmark_20_regular',
  claims: 'document_text_20_regular',
  superbills: 'receipt_20_regular',
  monthEnd: 'calendar_checkmark_20_regular',
  help: 'question_circle_20_regular',
  stop: 'dismiss_circle_16_filled',
  warn: 'warning_16_filled',
  note: 'info_16_filled',
  done: 'checkmark_circle_16_filled',
  open: 'circle_16_regular',
  ask: 'question_circle_16_filled',
  skipped: 'arrow_forward_16_regular',
  cell: 'target_16_regular',
  sheet: 'table_16_regular',
  undo: 'arrow_undo_16_regular',
  again: 'arrow_sync_16_regular',
  chevron: 'chevron_right_16_regular',
} as const;

/** A module with the outline of each icon, so that the pane fetches no picture. */
export function iconShapes(): string {
  const entries = Object.entries(FILES).map(([name, file]) => {
    const svg = readFileSync(join(ICONS, `${file}.svg`), 'utf8');
    const [, size] = /viewBox="0 0 (\d+) \d+"/.exec(svg) ?? [];
    const paths = [...svg.matchAll(/ d="([^"]+)"/g)].map(([, path]) => path ?? '');
    if (size === undefined || paths.length === 0) throw new Error(`${file}.svg is not drawn as expected`);
    return `  ${name}: {\n    size: ${size},\n    path: '${paths.join(' ')}',\n  },`;
  });
  return [
    '/** Made by assets/theme/make-theme.ts from @fluentui/svg-icons (MIT). Do not edit. */',
    'export const ICON_SHAPES = {',
    ...entries,
    '} as const;',
    '',
    'export type IconName = keyof typeof ICON_SHAPES;',
    '',
  ].join('\n');
}
