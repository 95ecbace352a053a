/** The kinds of workbook besides `.xlsx`, which what is made from them stays; Excel opens none under another's ending. */
export const KINDS: ReadonlyMap<string, string> = new Map([
  ['.xlsm', 'a workbook with macros, as the one it is made from'],
  ['.xltx', 'a template, as the one it is made from'],
  ['.xltm', 'a template with macros, as the one it is made from'],
]);

/** The ending of what is made from a file, with its dot. */
export function workbookEnding(fileName: string): string {
  const [ending = ''] = /\.[^.\\/]*$/.exec(fileName) ?? [];
  return KINDS.has(ending.toLowerCase()) ? ending.toLowerCase() : '.xlsx';
}
