/** Whose edit Excel tells of: `this-add-in` where it says so, `unknown` where only the moment can tell. */
export type Editor = 'somebody' | 'this-add-in' | 'unknown';

/**
 * What Excel says of an edit. Co-authors' edits have the source Remote; who triggered a local one is told from ExcelApi
 * 1.14 on, and of cells only: sheets that are added or deleted here may be ours.
 */
export function whoEdited({ source, triggerSource }: { source?: string; triggerSource?: string }): Editor {
  if (source === 'Remote') return 'somebody';
  if (triggerSource === undefined) return 'unknown';
  return triggerSource === 'ThisLocalAddin' ? 'this-add-in' : 'somebody';
}
