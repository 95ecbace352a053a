import type { WorkbookReading } from '../../workbook/reading';
import type { ActionOptions } from '../options';
import type { Remembered } from './remembered';

type Asked = Pick<ActionOptions, 'sheet' | 'columns'>;

/**
 * The session sheet and its columns: what was asked for, and for the rest what the user said in set-up. A sheet that is
 * not there any more is forgotten, and columns belong to the sheet they were said of.
 */
export function asRemembered(asked: Asked, remembered: Remembered, reading: WorkbookReading): Asked {
  const isHere = reading.sheets.some(({ name }) => isSame(name, remembered.sheet));
  const isOther = asked.sheet !== undefined && !isSame(asked.sheet, remembered.sheet);
  const isGone = remembered.sheet !== null && !isHere;
  return {
    sheet: asked.sheet ?? (isHere ? (remembered.sheet ?? undefined) : undefined),
    columns: { ...(isOther || isGone ? {} : remembered.columns), ...asked.columns },
  };
}

function isSame(one: string, two: string | null): boolean {
  return one.trim().toLowerCase() === two?.trim().toLowerCase();
}
