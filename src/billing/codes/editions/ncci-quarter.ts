import { read, refused, type Reading } from '../../identifiers/reading';
import { addDays, addMonths, dayOf, FIRST_DAY, isoOf, type Day } from '../../values/day';
import { editionOf, type WrittenEdition } from '../edition';
import { pairTable, shippedPairs, type PairEdit, type PairTable } from '../pairs';
import { procedures } from '../procedures';
import { linesOf, type OfficialFile } from './official-file';

/** Code pairs as they are kept: those of the codes that Claimsheet knows. */
export interface WrittenPairs {
  edition: WrittenEdition;
  rows: PairEdit[];
}

/** Without rows that begin with these, a part of the quarter is missing and "no edit" would be wrong. */
const MUST_BEGIN_WITH = ['97110', '97112', '97124', '97140', '97530', '98940'];

const QUARTERS = ['first', 'second', 'third', 'fourth'];

/**
 * Reads the practitioner table of a quarter (`ccipra-v322r0-f1.txt` to `-f4.txt`; tabs or commas between column 1,
 * column 2, a mark for before 1996, first day, last day or *, and modifier indicator). Of the millions of rows only those
 * between codes that Claimsheet knows are kept, deleted ones included, with their dates.
 */
export function readNcciQuarter(files: readonly OfficialFile[]): Reading<WrittenPairs> {
  const [first] = files;
  if (!first) return refused('No file was chosen.');
  const hospital = files.find(({ name }) => /oph|hospital/i.test(name));
  if (hospital)
    return refused(`"${hospital.name}" is the table of hospitals; take the one of practitioners (ccipra).`);
  const quarters = new Set(files.map(({ name }) => versionOf(name)));
  const version = versionOf(first.name);
  if (version === null) {
    return refused(
      `The name "${first.name}" does not say the quarter: keep the name that CMS gave the file, such as ccipra-v322r0-f1.txt.`,
    );
  }
  if (quarters.size > 1) return refused('These files are of different quarters: take those of one.');
  const wanted = knownCodes();
  const rows: PairEdit[] = [];
  for (const file of files) {
    const fault = addRows(file, wanted, rows);
    if (fault !== null) return refused(fault);
  }
  const missing = MUST_BEGIN_WITH.filter((code) => !rows.some(({ column1 }) => column1 === code));
  if (missing.length > 0) {
    return refused(
      `These files have no pairs for ${missing.join(', ')}: choose all parts of the quarter at once.`,
    );
  }
  return read({ edition: edition(version, files), rows });
}

/** The table that answers, from what was read or kept. */
export function pairsOfQuarter({ edition: written, rows }: WrittenPairs): PairTable {
  return { ...pairTable(editionOf(written), rows, true), covered: knownCodes() };
}

function knownCodes(): ReadonlySet<string> {
  return new Set([...procedures().map(({ code }) => code), ...(shippedPairs().covered ?? [])]);
}

/** Adds the rows between wanted codes; the sentence about the first line that is none, or null. */
function addRows({ name, text }: OfficialFile, wanted: ReadonlySet<string>, rows: PairEdit[]): string | null {
  let begun = false;
  for (const [line, number] of linesOf(text)) {
    if (line.trim() === '') continue;
    const cells = line.split(/[\t,]/, 6).map((cell) => cell.replace(/"/g, '').trim());
    const [column1 = '', column2 = '', , from = '', to = '', indicator = ''] = cells;
    const isRow = /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(column1) && /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(column2);
    if (!isRow && !begun) continue;
    const [firstDay, lastDay] = [dayOfDigits(from), to === '*' || to === '' ? null : dayOfDigits(to)];
    if (!isRow || !/^[019]$/.test(indicator) || firstDay === null || (lastDay === null && /\d/.test(to))) {
      return `Line ${number} of "${name}" is not a line of the NCCI table: column 1, column 2, mark, first day, last day, indicator.`;
    }
    begun = true;
    if (!wanted.has(column1) || !wanted.has(column2)) continue;
    const kept = indicator === '0' ? 0 : indicator === '1' ? 1 : 9;
    rows.push({ column1, column2, indicator: kept, from: firstDay, to: lastDay });
  }
  return begun ? null : `"${name}" has no line with a pair of codes.`;
}

function dayOfDigits(digits: string): Day | null {
  const match = /^(\d{4})(\d{2})(\d{2})$/.exec(digits);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** `322` of `ccipra-v322r0-f1.txt`: the year since 1994 and the quarter, counted from 0. */
function versionOf(name: string): string | null {
  return /v(\d{2}[0-4])r\d/i.exec(name)?.[1] ?? null;
}

/** Version 32.3 was published anew as 32.4: both are the fourth quarter. */
function edition(version: string, files: readonly OfficialFile[]): WrittenEdition {
  const year = 1994 + Number(version.slice(0, 2));
  const quarter = Math.min(Number(version[2]), 3);
  const from = dayOf(year, quarter * 3 + 1, 1) ?? FIRST_DAY;
  return {
    title: `NCCI procedure-to-procedure edits, practitioner, ${QUARTERS[quarter] ?? ''} quarter of ${year} (v${version.slice(0, 2)}.${version[2] ?? ''})`,
    source: `CMS NCCI PTP edits, ${files.map(({ name }) => name).join(', ')}, loaded by you`,
    from: isoOf(from),
    to: isoOf(addDays(addMonths(from, 3), -1)),
  };
}
