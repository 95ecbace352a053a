import { changedCells } from '../plan/cell-changes';
import type { Plan } from '../plan/plan';
import { Refusal } from '../refusal';
import { findOwnTable, schemaOf, targetOf, type OwnTable } from '../tables/own-table';
import { runSteps, type Progress, type Step } from './payload';
import { plainWords } from './plain-words';
import type { WorkbookReading } from '../reading';
import { takeBack, type MadeByRun } from './take-back';
import { cellSteps, refuseFormulas } from './write-cells';
import { documentSteps } from './write-document';
import { plainSheetSteps } from './write-plain-sheet';
import { reportSteps } from './write-report';
import { appendSteps, newTableSteps } from './write-table';

type ExcelStep = Step<Excel.RequestContext>;

/**
 * Writes a plan into the workbook it was decided from: everything, or nothing. Takes one round trip, one before it
 * where cells are changed, and one more for each 4 MB of cells. If one fails, or `progress` throws a refusal to stop, what was written is taken back and
 * the refusal says why.
 */
export async function applyPlan(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  plan: Plan,
  progress?: Progress,
): Promise<void> {
  const { steps, made } = stepsOf(reading, plan);
  await refuseFormulas(context, made.cells);
  try {
    await runSteps(context, steps, progress);
  } catch (cause) {
    await restore(context, made, cause);
  }
}

async function restore(context: Excel.RequestContext, made: MadeByRun, cause: unknown): Promise<never> {
  const said = plainWords(cause) ?? (cause instanceof Error ? cause.message : String(cause));
  try {
    await takeBack(context, made);
  } catch (second) {
    throw new Refusal(
      'excel-failed',
      `Excel stopped while the sheets were being written (${said}), and putting everything back failed too. Close the workbook without saving.`,
      { cause: new AggregateError([cause, second]) },
    );
  }
  if (cause instanceof Refusal) throw cause;
  throw new Refusal(
    'excel-failed',
    `Excel stopped while the sheets were being written (${said}). Everything is as it was before; it is safe to try again.`,
    { cause },
  );
}

/** The plan as requests to Excel, and what would have to be taken back. Throws a refusal if it cannot be written. */
function stepsOf(reading: WorkbookReading, plan: Plan): { steps: ExcelStep[]; made: MadeByRun } {
  const tables = plan.rows.map((rows) => ({ rows, table: findOwnTable(reading, rows.table) }));
  const newSheets = [
    ...tables.filter(({ table }) => !table).map(({ rows }) => rows.table),
    ...plan.documents.map((document) => document.name),
    ...(plan.plainSheets ?? []).map((sheet) => sheet.name),
    ...(plan.reports ?? []).map((report) => report.name),
  ];
  refuseIfNotWritable(reading, newSheets);

  const changed = changedCells(reading, plan);
  const steps: ExcelStep[] = cellSteps(changed.map(({ spot, after }) => ({ spot, value: after })));
  const cells = changed.map(({ spot, before }) => ({ spot, value: before }));
  const made: MadeByRun = { sheets: newSheets, rows: [], cells };
  for (const { rows, table } of tables) {
    if (!table) {
      steps.push(...newTableSteps(schemaOf(rows.table), rows.rows, reading.date1904, null));
    } else if (rows.rows.length > 0) {
      const target = targetOf(table);
      made.rows.push({ target, count: rows.rows.length, rowsBefore: table.cells.length });
      refuseIfOccupied(table, target.row + rows.rows.length);
      steps.push(...appendSteps(table.schema, target, rows.rows, reading.date1904));
    }
  }
  for (const document of plan.documents) steps.push(...documentSteps(document, null));
  for (const sheet of plan.plainSheets ?? []) steps.push(...plainSheetSteps(sheet, reading.date1904));
  for (const report of plan.reports ?? []) steps.push(...reportSteps(report, reading.date1904));
  return { steps, made };
}

function refuseIfNotWritable(reading: WorkbookReading, newSheets: string[]): void {
  if (newSheets.length > 0 && reading.structureProtected) {
    throw new Refusal(
      'workbook-protected',
      'The workbook is protected, so no sheet can be added to it. Unprotect it (Review > Protect Workbook) and try again.',
    );
  }
  const names = new Map(reading.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet.name]));
  for (const name of newSheets) {
    const taken = names.get(name.toLowerCase());
    if (taken !== undefined) {
      throw new Refusal(
        'name-taken',
        `There is already a sheet named "${taken}". Rename it, then try again: Claimsheet never writes over a sheet of yours.`,
      );
    }
  }
}

/** New rows must not run over something the user keeps below the table. */
function refuseIfOccupied(table: OwnTable, lastRow: number): void {
  const { sheet } = table;
  const width = table.cells[0]?.length ?? 1;
  for (let row = table.top + table.cells.length; row <= lastRow; row++) {
    const line = sheet.values[row - sheet.firstRow] ?? [];
    const from = table.left - sheet.firstColumn;
    if (line.slice(from, from + width).some((value) => value !== '')) {
      throw new Refusal(
        'table-damaged',
        `Row ${String(row)} of the sheet "${sheet.name}", below the table, is not empty. Move what stands there away from the table and try again.`,
      );
    }
  }
}
