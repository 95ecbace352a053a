import { CellError, ERROR_TEXTS, type CellValue, type ErrorText } from '../../book/book';
import type { SharedStrings } from '../strings/shared-strings';
import { decodeExcelText } from '../xml/text';

/** The value of a `<c>` from its type, its `<v>` (null when it has none) and its inline text. */
export function cellValue(
  type: string | undefined,
  text: string | null,
  inline: string,
  strings: SharedStrings,
  date1904: boolean,
): CellValue {
  if (type === 'inlineStr') return decodeExcelText(inline);
  if (text === null) return null;
  switch (type) {
    case 's':
      return strings.texts[Number(text)] ?? null;
    case 'str':
      return decodeExcelText(text);
    case 'b':
      return text.trim() === '1' || text.trim() === 'true';
    case 'e':
      return new CellError(errorText(text.trim()));
    case 'd':
      return serialOf(text, date1904);
    default: {
      const number = text.trim() === '' ? NaN : Number(text);
      return Number.isNaN(number) ? null : number;
    }
  }
}

/** An error kind of a later Excel counts as #VALUE!, the way Excel itself stores such kinds for older versions. */
function errorText(text: string): ErrorText {
  return ERROR_TEXTS.find((known) => known === text) ?? '#VALUE!';
}

/** Errors that every reader of a file knows (18.18.11); Excel stores the others as #VALUE!. */
const IN_FILES: readonly ErrorText[] = [
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
];

export function errorInFile(error: CellError): string {
  return IN_FILES.includes(error.text) ? error.text : '#VALUE!';
}

const DAY = 86400000;

/** Type `d`: an ISO 8601 date and time, as strict files may hold. */
function serialOf(text: string, date1904: boolean): number | null {
  const time = Date.parse(
    /[Zz]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}${text.includes('T') ? 'Z' : ''}`,
  );
  if (Number.isNaN(time)) return null;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return (time - epoch) / DAY;
}
