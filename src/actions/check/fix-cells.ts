import type { CellFix } from '../../billing/findings';
import { cellInput } from '../../workbook/excel/cell-input';
import { Refusal } from '../../workbook/refusal';

/** A fix that a finding offers, with its cell as Excel names it: `F135`. */
export interface WantedFix {
  sheet: string;
  cell: string;
  fix: Pick<CellFix, 'was' | 'to' | 'format'>;
}

/** A cell that was fixed, and all that giving it back needs. */
export interface FixedCell {
  sheet: string;
  cell: string;
  /** What stood there, as it must be typed to be there again. */
  before: string | number | boolean;
  formatBefore: string;
  after: string | number | boolean;
}

const NOTHING_WRITTEN = 'Nothing was written: check again to see what the cells say now.';

/**
 * Writes the fixes of one click in two round trips: all, or none. Refuses where a cell no longer says what the finding
 * saw, holds a formula, or is protected.
 */
export async function fixCells(
  context: Excel.RequestContext,
  fixes: readonly WantedFix[],
): Promise<FixedCell[]> {
  const cells = await readCells(context, fixes);
  for (const { sheet, cell, fix, range } of cells) {
    if (String(range.formulas[0]?.[0]).startsWith('=')) {
      refuse(`${sheet}!${cell} holds a formula, which Claimsheet does not change.`);
    }
    if (String(valueOf(range)).trim() !== fix.was) {
      refuse(`${sheet}!${cell} no longer says "${fix.was}".`);
    }
  }
  const fixed = cells.map(({ sheet, cell, fix, range }): FixedCell => {
    const format = formatOf(range);
    return { sheet, cell, before: valueOf(range), formatBefore: format, after: typed(fix.to, format) };
  });
  await writeAll(context, cells, fixed);
  return fixed;
}

/** Gives the cells back what stood there, unless somebody has typed over the fix meanwhile. */
export async function giveBack(context: Excel.RequestContext, fixed: readonly FixedCell[]): Promise<void> {
  const cells = await readCells(context, fixed);
  for (const { sheet, cell, after, range } of cells) {
    if (valueOf(range) !== after) refuse(`${sheet}!${cell} was changed after the fix, and that stays.`);
  }
  for (const { range, before, formatBefore } of cells) {
    range.numberFormat = [[formatBefore]];
    range.values = [[cellInput(before, formatBefore)]];
  }
  await context.sync();
}

async function readCells<Each extends { sheet: string; cell: string }>(
  context: Excel.RequestContext,
  wanted: readonly Each[],
): Promise<(Each & { range: Excel.Range })[]> {
  const sheets = new Map(
    wanted.map(({ sheet }) => [
      sheet,
      context.workbook.worksheets.getItem(sheet).load('name,protection/protected'),
    ]),
  );
  const cells = wanted.map((each) => {
    const sheet = sheets.get(each.sheet) ?? context.workbook.worksheets.getItem(each.sheet);
    return { ...each, range: sheet.getRange(each.cell).load('values,formulas,numberFormat') };
  });
  await context.sync();
  for (const [name, sheet] of sheets) {
    if (!sheet.protection.protected) continue;
    throw new Refusal(
      'sheet-protected',
      `The sheet "${name}" is protected. Unprotect it (Review > Unprotect Sheet) and try again.`,
    );
  }
  return cells;
}

/** If Excel stops half-way, what it took so far is given back. */
async function writeAll(
  context: Excel.RequestContext,
  cells: readonly (WantedFix & { range: Excel.Range })[],
  fixed: readonly FixedCell[],
): Promise<void> {
  try {
    cells.forEach(({ range, fix }, index) => {
      if (fix.format !== undefined) range.numberFormat = [[fix.format]];
      range.values = [[cellInput(fixed[index]?.after ?? fix.to, fix.format ?? formatOf(range))]];
    });
    await context.sync();
  } catch (cause) {
    for (const { sheet, cell, before, formatBefore } of fixed) {
      const range = context.workbook.worksheets.getItem(sheet).getRange(cell);
      range.numberFormat = [[formatBefore]];
      range.values = [[cellInput(before, formatBefore)]];
    }
    await context.sync();
    throw cause;
  }
}

/** A code of digits becomes a number in a cell that is not kept as text, as it does when somebody types it. */
function typed(to: string | number, format: string): string | number {
  return typeof to === 'string' && format !== '@' && /^[1-9]\d{0,14}$/.test(to) ? Number(to) : to;
}

const valueOf = (range: Excel.Range) => range.values[0]?.[0] as FixedCell['before'];
const formatOf = (range: Excel.Range) => String(range.numberFormat[0]?.[0] ?? 'General');

function refuse(why: string): never {
  throw new Refusal('changed-since', `${why} ${NOTHING_WRITTEN}`);
}
