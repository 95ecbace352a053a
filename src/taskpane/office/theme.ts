const DARK = '(prefers-color-scheme: dark)';

/** Shows the pane in the colours that Excel has: light, dark or high contrast. */
export function followTheme(root: HTMLElement): void {
  const show = (told?: { officeTheme?: Office.OfficeTheme }): void => {
    root.dataset['theme'] = themeName(told?.officeTheme ?? Office.context?.officeTheme, prefersDark());
  };
  show();
  if (typeof matchMedia === 'function') matchMedia(DARK).addEventListener('change', () => show());
  try {
    Office.context.document.addHandlerAsync(
      (Office.EventType as unknown as Record<string, Office.EventType>)['OfficeThemeChanged'] ??
        ('officeThemeChanged' as unknown as Office.EventType),
      show,
    );
  } catch {
    // Older Excel tells nobody of a new theme; the pane takes it up when it is opened again.
  }
}

export type ThemeName = 'light' | 'dark' | 'contrast';

/** Office's colours are "#RRGGBB" texts. Black on white and white on black in pure colours is a contrast theme. */
export function themeName(
  theme: Partial<Office.OfficeTheme & { isDarkTheme: boolean }> | undefined,
  systemIsDark: boolean,
): ThemeName {
  const back = rgb(theme?.bodyBackgroundColor);
  const fore = rgb(theme?.bodyForegroundColor);
  if (!back) return (theme?.isDarkTheme ?? systemIsDark) ? 'dark' : 'light';
  const isBlack = back.every((part) => part === 0);
  const isVivid = fore !== null && Math.max(...fore) === 255 && luminance(fore) > 0.6;
  if (isBlack && isVivid && theme?.isDarkTheme !== true) return 'contrast';
  return luminance(back) < 0.4 ? 'dark' : 'light';
}

function prefersDark(): boolean {
  return typeof matchMedia === 'function' && matchMedia(DARK).matches;
}

function rgb(color: string | undefined): [number, number, number] | null {
  const [, red, green, blue] = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '') ?? [];
  return red && green && blue ? [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)] : null;
}

/** 0 black to 1 white, as the eye sees it. */
function luminance([red, green, blue]: [number, number, number]): number {
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}
