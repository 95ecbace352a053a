import { procedure } from '../../../billing/codes/procedures';
import { codeOfService, serviceNamed } from '../../../billing/services/words';
import type { Column } from './columns';
import { normaliseHeader } from './header-words';

/** A column that belongs to one code: its header is the code or a word for it, its cells say how much of it was done. */
export interface CodeColumn {
  /** Null under a word that stands for several codes, such as "Eval": its ticks are asked about. */
  code: string | null;
  modifiers: readonly string[];
  counts: 'minutes' | 'units' | 'unclear';
}

/** From this part of its cells on, a column holds codes. */
const MOST = 0.5;
/** More than this in one cell is no units of a code that pools its minutes, so the column counts minutes. */
const MAX_UNITS = 7;
const CODE_ABOVE = /^(?:cpt )?(\d{5}|[a-z] ?\d{4}|\d{4} ?[ft])\b(.*)$/;
const MODIFIER = /^(?:gp|go|gn|cq|co|59|at|95|93)$/;

interface Header {
  code: string | null;
  modifiers: string[];
  isWritten: boolean;
  counts: 'minutes' | 'units' | null;
}

/**
 * The columns that each hold what was done of one code. A word counts as a header only beside another one or a code,
 * since "MT" alone may be anything.
 */
export function codeColumns(columns: readonly Column[]): Map<Column, CodeColumn> {
  const found = new Map<Column, Header>();
  for (const column of columns) {
    const header = headerOf(column.label);
    if (header && holdsCounts(column)) found.set(column, header);
  }
  const headers = [...found];
  const coded = headers.filter(([, { code }]) => code !== null);
  if (coded.length < 2 && !coded.some(([, { isWritten }]) => isWritten)) return new Map();
  const areMinutes = coded.some(([{ profile }, { code }]) => isTimed(code) && profile.most > MAX_UNITS);
  return new Map(
    headers.map(([column, { code, modifiers, counts }]) => [
      column,
      { code, modifiers, counts: counts ?? countsOf(code, areMinutes) },
    ]),
  );
}

/** Whether the header is a code: "97110 min" counts minutes of it, and is no column of minutes. */
export function isUnderCode({ label }: Pick<Column, 'label'>): boolean {
  return headerOf(label)?.isWritten === true;
}

/** Whether a column holds codes: an evaluation's own, beside those of single codes. */
export function holdsCodes({ profile }: Column): boolean {
  return profile.codes > 0 && profile.codes >= MOST * profile.filled;
}

/** The column as one of a single code, whatever its cells hold: where the user names it. */
export function codeColumnNamed(column: Column): CodeColumn | null {
  if (holdsCodes(column)) return null;
  const header = headerOf(column.label);
  if (!header) return null;
  const { code, modifiers, counts } = header;
  const areMinutes = isTimed(code) && column.profile.most > MAX_UNITS;
  return { code, modifiers, counts: counts ?? countsOf(code, areMinutes) };
}

function headerOf(label: string): Header | null {
  const [, words = '', said] = /^(.*?)(?: ?(min(?:ute)?s?|units?|u))?$/.exec(normaliseHeader(label)) ?? [];
  const counts = said === undefined ? null : said.startsWith('m') ? 'minutes' : 'units';
  const [whole, digits = '', behind = ''] = CODE_ABOVE.exec(words) ?? [];
  if (whole !== undefined) {
    const code = digits.replace(' ', '').toUpperCase();
    const modifiers = behind.split(' ').filter((word) => MODIFIER.test(word));
    if (!procedure(code)) return null;
    return { code, modifiers: modifiers.map((word) => word.toUpperCase()), isWritten: true, counts };
  }
  const code = codeOfService(words);
  if (isTimed(code)) return { code, modifiers: [], isWritten: false, counts };
  const isEvaluation = serviceNamed(words) === serviceNamed('evaluation');
  return isEvaluation && words !== '' ? { code: null, modifiers: [], isWritten: false, counts } : null;
}

function holdsCounts({ profile }: Column): boolean {
  return profile.filled > 0 && profile.counts >= profile.filled * 0.8;
}

function isTimed(code: string | null): boolean {
  return code !== null && procedure(code)?.counting.kind === 'timed';
}

/** A tick is all that a code billed once a day needs, so it does not matter there what a number counts. */
function countsOf(code: string | null, areMinutes: boolean): CodeColumn['counts'] {
  const kind = code === null ? 'once' : procedure(code)?.counting.kind;
  if (areMinutes) return 'minutes';
  return kind === 'once' || kind === 'regions' ? 'units' : 'unclear';
}
