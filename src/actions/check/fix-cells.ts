import type { CellFix } from '../../billing/findings';
import { finishPlan } from '../../practice/finish-plan';
import { nextRun } from '../../practice/numbers';
import { localTime } from '../../practice/practice-book';
import type { Prepared } from '../../practice/prepare';
import { readSettled } from '../../practice/writing/settle-unfinished';
import type { TypedCell } from '../../workbook/plan/plan';
import { refuseProtected } from '../../workbook/plan/writable-table';
import { Refusal } from '../../workbook/refusal';
import type { GridValue } from '../../workbook/sessions/grid';

/** A fix that a finding offers, with its cell as Excel names it: `F135`. */
export interface WantedFix {
  sheet: string;
  cell: string;
  fix: Pick<CellFix, 'was' | 'to' | 'format'>;
}

/** Cells that were fixed; `mark` names the run, for `prepareUndoOfRun` to give them back. */
export interface FixedCells {
  cells: { sheet: string; cell: string; before: string }[];
  mark: string;
}

const NOTHING_WRITTEN = 'Nothing was written: check again to see what the cells say now.';

/**
 * Plans the fixes of one click: all, or none. Throws a refusal where a cell no longer says what the finding saw, holds a
 * formula, or is protected. Undo passes over them; they have an undo of their own.
 */
export async function prepareFixes(
  context: Excel.RequestContext,
  fixes: readonly WantedFix[],
  now: Date,
): Promise<Prepared<FixedCells>> {
  const { reading } = await readSettled(context, now);
  for (const { sheet } of fixes) refuseProtected(reading, sheet);
  const asked = fixes.map((each) => ({
    ...each,
    range: context.workbook.worksheets
      .getItem(each.sheet)
      .getRange(each.cell)
      .load('values,formulas,numberFormat,rowIndex,columnIndex'),
  }));
  await context.sync();
  const typed = asked.map(({ sheet, cell, fix, range }): TypedCell => {
    if (String(range.formulas[0]?.[0]).startsWith('='))
      refuse(`${sheet}!${cell} holds a formula, which Claimsheet does not change.`);
    const before = (range.values[0]?.[0] ?? '') as GridValue;
    if (String(before).trim() !== fix.was) refuse(`${sheet}!${cell} no longer says "${fix.was}".`);
    const format = String(range.numberFormat[0]?.[0] ?? 'General');
    return {
      sheet,
      row: range.rowIndex + 1,
      column: range.columnIndex + 1,
      before,
      after: typedAs(fix.to, format),
      format: { before: format, after: fix.format ?? format },
    };
  });
  const when = localTime(now);
  const { id } = nextRun(reading, 'fixes', when.slice(0, 7));
  const what = fixes.length === 1 ? 'A cell fixed' : `${String(fixes.length)} cells fixed`;
  const plan = finishPlan({ run: { id, when, what, isKept: true }, documents: [], rows: [], typed }, reading);
  const cells = fixes.map(({ sheet, cell, fix }) => ({ sheet, cell, before: fix.was }));
  return { reading, plan, report: { cells, mark: plan.run.mark } };
}

/** A code of digits becomes a number in a cell that is not kept as text, as it does when somebody types it. */
function typedAs(to: string | number, format: string): string | number {
  return typeof to === 'string' && format !== '@' && /^[1-9]\d{0,14}$/.test(to) ? Number(to) : to;
}

function refuse(why: string): never {
  throw new Refusal('changed-since', `${why} ${NOTHING_WRITTEN}`);
}
