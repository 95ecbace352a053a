import { format, type Options } from 'prettier';
import style from '../../.prettierrc.json';
import { iconShapes } from './icons';
import { themeCss } from './theme';

/** The generated files as they stand in the repository. */
export async function themeFiles(): Promise<{ path: string; text: string }[]> {
  const options = style as Options;
  return [
    {
      path: 'src/taskpane/styles/theme.css',
      text: await format(themeCss(), { ...options, parser: 'css' }),
    },
    {
      path: 'src/taskpane/parts/icon-shapes.ts',
      text: await format(iconShapes(), { ...options, parser: 'typescript' }),
    },
  ];
}
