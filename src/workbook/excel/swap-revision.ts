import { revisionOf, STANDS_FOR, TOTAL_OFF, type Revision } from '../revision';
import { ACTION_BYTES, type ExcelStep } from './excel-step';

/** Asks for the workbook's revision; the answer is there after the next sync. */
export function askRevision(workbook: Excel.Workbook): () => Revision {
  const names = workbook.names.load('items/name,items/formula');
  return () => revisionOf(names.items.map(({ name, formula }) => ({ name, formula: formula as unknown })));
}

/** Puts one revision in the place of another; fails, before anything else is done, where that is not there. */
export function swapStep(before: Revision, after: Revision): ExcelStep {
  const had = [...before.revisions, ...before.anchors];
  const has = [...after.anchors, ...after.revisions];
  const gone = had.filter((name) => !has.includes(name));
  const added = has.filter((name) => !had.includes(name));
  return {
    bytes: (gone.length + 2 * added.length) * ACTION_BYTES,
    run: ({ workbook: { names } }) => {
      for (const name of gone) names.getItem(name).delete();
      for (const name of added) names.add(name, STANDS_FOR).visible = false;
    },
  };
}

/** Notes that the total row of the Activity sheet is switched off, or is there again. */
export function noteTotal({ names }: Excel.Workbook, isShown: boolean): void {
  if (isShown) names.getItem(TOTAL_OFF).delete();
  else names.add(TOTAL_OFF, STANDS_FOR).visible = false;
}
