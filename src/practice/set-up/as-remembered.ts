import { FIELD_NAMES } from '../../workbook/sessions/mapping/field-names';
import { NO_COLUMN } from '../../workbook/sessions/mapping/overrides';
import type { WorkbookReading } from '../../workbook/reading';
import type { Memory } from '../memory/memory';
import type { ActionOptions } from '../options';
import type { Remembered } from './remembered';

type Asked = Pick<ActionOptions, 'sheet' | 'columns'>;

/**
 * The session sheet and its columns: what was asked for, and for the rest what the user answered or said in set-up. A
 * sheet that is not there any more is forgotten, and columns belong to the sheet they were said of.
 */
export function asRemembered(
  asked: Asked,
  remembered: Remembered,
  reading: WorkbookReading,
  answers: Memory['answers'],
): Asked {
  const isHere = reading.sheets.some(({ name }) => isSame(name, remembered.sheet));
  const isOther = asked.sheet !== undefined && !isSame(asked.sheet, remembered.sheet);
  const isGone = remembered.sheet !== null && !isHere;
  return {
    sheet: asked.sheet ?? (isHere ? (remembered.sheet ?? undefined) : undefined),
    columns: {
      ...(isOther || isGone ? {} : remembered.columns),
      ...columnsAnswered(answers),
      ...asked.columns,
    },
  };
}

/** Begins the key of the question which column a field is; its answer is a header, or "none". */
export const COLUMN = 'column-';
export const NO_COLUMN_ANSWER = 'none';

/** How the header of a column, or that there is none, is written as an answer. */
export function columnValue(header: string): string {
  return header === NO_COLUMN ? NO_COLUMN_ANSWER : header;
}

/** What was answered about columns. */
export function columnsAnswered(answers: Memory['answers']): Record<string, string> {
  const columns = new Map<string, string>();
  for (const [key, header] of answers) {
    const field = key.startsWith(COLUMN) ? key.slice(COLUMN.length) : '';
    if (Object.hasOwn(FIELD_NAMES, field))
      columns.set(
        field,
        header.toLowerCase() === NO_COLUMN_ANSWER ? NO_COLUMN : header.replace(/^"(.*)"$/, '$1'),
      );
  }
  return Object.fromEntries(columns);
}

function isSame(one: string, two: string | null): boolean {
  return one.trim().toLowerCase() === two?.trim().toLowerCase();
}
