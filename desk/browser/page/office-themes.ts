/** `Office.context.officeTheme` of Excel's themes, as the client reads them: 0xRRGGBB. */
export const OFFICE_THEMES: Readonly<Record<string, Record<string, number>>> = {
  light: {
    bodyBackgroundColor: 0xffffff,
    bodyForegroundColor: 0x252423,
    controlBackgroundColor: 0xffffff,
    controlForegroundColor: 0x252423,
  },
  dark: {
    bodyBackgroundColor: 0x292929,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x1f1f1f,
    controlForegroundColor: 0xffffff,
  },
  contrast: {
    bodyBackgroundColor: 0x000000,
    bodyForegroundColor: 0xffffff,
    controlBackgroundColor: 0x000000,
    controlForegroundColor: 0xffff00,
  },
};
