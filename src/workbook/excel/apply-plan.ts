import { changedCells } from '../plan/cell-changes';
import type { Plan, PlannedRow } from '../plan/plan';
import { plannedTable } from '../plan/planned-table';
import { refuseIfOccupied, targetOf } from '../plan/table-target';
import { Refusal } from '../refusal';
import { TABLES, type OwnTableName } from '../tables';
import { runSteps, type Progress, type Step } from './payload';
import { plainWords } from './plain-words';
import type { WorkbookReading } from '../reading';
import { takeBack, type MadeByRun } from './take-back';
import { cellSteps, refuseFormulas } from './write-cells';
import { documentSteps } from './write-document';
import { plainSheetSteps } from './write-plain-sheet';
import { reportSteps } from './write-report';
import { memoryStep } from './write-memory';
import { appendSteps, newColumnSteps, newTableSteps, tableAgainStep } from './write-table';

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
  const { date1904 } = reading;
  const touched = [...new Set([...plan.rows, ...(plan.changes ?? [])].map(({ table }) => table))];
  const tables = touched.map((name) => ({
    name,
    planned: plannedTable(reading, plan, name),
    rows: rowsOf(plan, name),
  }));
  const newSheets = [
    ...tables.filter(({ planned }) => !planned).map(({ name }) => name),
    ...plan.documents.map((document) => document.name),
    ...(plan.plainSheets ?? []).map((sheet) => sheet.name),
    ...(plan.reports ?? []).map((report) => report.name),
  ];
  refuseIfNotWritable(reading, newSheets);

  const changed = changedCells(reading, plan);
  const made: MadeByRun = {
    sheets: newSheets,
    tables: [],
    cells: changed.map(({ spot, before }) => ({ spot, value: before })),
    memory: null,
  };
  const steps: ExcelStep[] = [];
  for (const { planned } of tables) if (planned) steps.push(...newColumnSteps(planned));
  steps.push(...cellSteps(changed.map(({ spot, after }) => ({ spot, value: after }))));
  for (const { name, planned, rows } of tables) {
    if (!planned) {
      steps.push(...newTableSteps(TABLES[name], rows, date1904, null));
      continue;
    }
    const { table, added } = planned;
    if (rows.length + added.length === 0) continue;
    const target = targetOf(table);
    made.tables.push({ target, rows: rows.length, columns: added.length });
    refuseIfOccupied(target, target.row + rows.length, target.columns - added.length);
    if (rows.length > 0) steps.push(...appendSteps(target, rows, date1904));
  }
  for (const document of plan.documents) steps.push(...documentSteps(document, null));
  for (const sheet of plan.plainSheets ?? []) steps.push(...plainSheetSteps(sheet, date1904));
  for (const report of plan.reports ?? []) steps.push(...reportSteps(report, date1904));
  for (const lost of plan.tablesAgain ?? []) steps.push(tableAgainStep(lost));
  if (plan.memory !== undefined) {
    made.memory = reading.memory;
    steps.push(memoryStep(reading, plan.memory));
  }
  return { steps, made };
}

function rowsOf(plan: Plan, name: OwnTableName): PlannedRow[] {
  return plan.rows.flatMap((each): readonly PlannedRow[] => (each.table === name ? each.rows : []));
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
