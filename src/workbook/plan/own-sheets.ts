import { freeSheetName } from './sheet-name';

/** Reports and letters that get a sheet each, by the first word of its name. */
export const REPORT_WORDS = [
  'Month',
  'Statement',
  'Itemized',
  'Letter',
  'Appeal',
  'Report',
  'Benefits',
  'Estimate',
] as const;
export type ReportWord = (typeof REPORT_WORDS)[number];

/**
 * Names of the sheets that Claimsheet makes to be printed or saved; nothing is read from them. Each holds a date or a
 * file's ending, so that a sheet of the user's own, such as "Report" or "Benefits old", is not taken for one.
 */
const OWN_SHEETS: readonly { what: string; name: RegExp }[] = [
  { what: 'claim pages', name: /^Claims \d{4}-\d{2}( run \d+)?( part \d+)?$/ },
  { what: 'a superbill', name: /^SB \d{4}-\d{2} .*$/ },
  { what: 'a file shown as text', name: /^File .*\.(837|csv|txt)( \(\d+\))?$/ },
  {
    what: 'a report or letter',
    name: new RegExp(`^(${REPORT_WORDS.join('|')}) \\d{4}-\\d{2}(-\\d{2})?( .*)?$`),
  },
];

export function isOwnDocument(sheet: string): boolean {
  return OWN_SHEETS.some(({ name }) => name.test(sheet));
}

/**
 * The name of a new sheet with a report: `Month 2026-10`, `Statement 2026-10-31 Ada Applegate`. `when` is `YYYY-MM` or
 * `YYYY-MM-DD`, `taken` the names of all sheets in lower case.
 */
export function reportSheetName(
  word: ReportWord,
  when: string,
  about: string,
  taken: ReadonlySet<string>,
): string {
  return freeSheetName(`${word} ${when} ${about}`, taken);
}
