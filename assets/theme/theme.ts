import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/tokens';

/** The tokens that the pane's styles use; a test finds the ones that are missing or idle. */
const COLORS = [
  'colorNeutralForeground1',
  'colorNeutralForeground2',
  'colorNeutralForeground3',
  'colorNeutralForegroundOnBrand',
  'colorNeutralBackground1',
  'colorNeutralBackground1Hover',
  'colorNeutralBackground1Pressed',
  'colorSubtleBackgroundHover',
  'colorNeutralBackground2',
  'colorNeutralStroke1',
  'colorNeutralStroke2',
  'colorNeutralStrokeAccessible',
  'colorBrandBackground',
  'colorBrandBackgroundHover',
  'colorBrandBackgroundPressed',
  'colorBrandForeground1',
  'colorBrandForegroundLink',
  'colorBrandForegroundLinkHover',
  'colorCompoundBrandStroke',
  'colorStatusDangerForeground3',
  'colorStatusDangerBackground1',
  'colorStatusWarningForeground1',
  'colorStatusWarningBackground1',
  'colorStatusSuccessForeground1',
  'colorStrokeFocus2',
] as const satisfies readonly (keyof Theme)[];

const SIZES = [
  'fontFamilyBase',
  'fontSizeBase100',
  'fontSizeBase200',
  'fontSizeBase300',
  'fontSizeBase400',
  'lineHeightBase200',
  'lineHeightBase300',
  'lineHeightBase400',
  'fontWeightSemibold',
  'borderRadiusMedium',
] as const satisfies readonly (keyof Theme)[];

/** Fluent's hover colour of its contrast theme is bright; text on it must turn dark. */
const CONTRAST_FIXES: Partial<Theme> = {
  colorNeutralBackground1Hover: '#000000',
  colorNeutralBackground1Pressed: '#000000',
  colorSubtleBackgroundHover: '#000000',
  colorBrandBackgroundHover: '#ffffff',
  colorBrandBackgroundPressed: '#ffffff',
};

/** Light, dark and high contrast as custom properties; `data-theme` on the root says which one Excel shows. */
export function themeCss(): string {
  return [
    '/* Made by assets/theme/make-theme.ts from @fluentui/tokens (MIT). Do not edit. */',
    block(':root', webLightTheme, [...COLORS, ...SIZES], 'light'),
    block(":root[data-theme='dark']", webDarkTheme, COLORS, 'dark'),
    block(":root[data-theme='contrast']", { ...teamsHighContrastTheme, ...CONTRAST_FIXES }, COLORS, 'dark'),
    '',
  ].join('\n\n');
}

function block(
  selector: string,
  theme: Theme,
  names: readonly (keyof Theme)[],
  scheme: 'light' | 'dark',
): string {
  const lines = names.map((name) => `  --${name}: ${String(theme[name])};`);
  return `${selector} {\n  color-scheme: ${scheme};\n${lines.join('\n')}\n}`;
}
