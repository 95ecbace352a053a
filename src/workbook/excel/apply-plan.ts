import { endOf, lastNumber } from '../journal/journal';
import { cellsWithIds } from '../journal/journal-lines';
import { pastCells } from '../journal/past-runs';
import { activityAfter, stateCells, undoCells, withCells, type OwnCell } from '../journal/own-rows';
import type { JournaledPlan } from '../journal/with-journal';
import { changedCells } from '../plan/cell-changes';
import type { Plan, PlannedRow } from '../plan/plan';
import { plannedTable } from '../plan/planned-table';
import { refuseIfOccupied, targetOf } from '../plan/table-target';
import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import { nextRevision, TOTAL_OFF, type Revision } from '../revision';
import { TABLES, type OwnTableName } from '../tables';
import { ACTION_BYTES, type ExcelStep, type Surprise } from './excel-step';
import type { LostTable } from '../tables/own-table';
import { appendSteps, newColumnSteps } from './grow-table';
import { newTableSteps, tableAgainStep } from './make-table';
import { runSteps, type Progress } from './payload';
import { noteTotal, swapStep } from './swap-revision';
import { cellSteps, refuseFormulas } from './write-cells';
import { documentSteps } from './write-document';
import { memoryStep } from './write-memory';
import { plainSheetSteps } from './write-plain-sheet';
import { reportSteps } from './write-report';
import { typedSteps } from './write-typed';

/** How writing ended, short of an error. */
export type Written =
  | { kind: 'written'; revision: Revision }
  /** Rows were moved or typed at the same moment: what was written over is in here, and has to be put back. */
  | { kind: 'surprised'; surprises: Surprise[] };

/**
 * Writes a plan into the workbook it was decided from. Its row of the Activity sheet comes first, so that what was begun
 * is known however soon Excel stops. Takes one round trip, one before it where cells are changed, and one more for each
 * 4 MB of cells; then the run is there, and `commitRun` says that it is done. Throws Excel's own error where it stops.
 */
export async function writePlan(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  plan: JournaledPlan,
  progress?: Progress,
): Promise<Written & { ids: string[] }> {
  const { steps, ids } = stepsOf(reading, plan);
  await refuseFormulas(context, changedCells(reading, plan));
  const outcome = await written(context, fenceOf(reading), steps, { progress });
  return { ...outcome, ids: ids() };
}

/** Says in the Activity sheet that the run is done, with the ids of the sheets that it made. */
export async function commitRun(
  context: Excel.RequestContext,
  revision: Revision,
  cells: readonly OwnCell[],
): Promise<Written> {
  return written(context, { revision, runs: 0 }, cellSteps(cells));
}

/** What `commitRun` writes after a plan, given the ids of the sheets made; what is too long ago for Undo is let go. */
export function commitCells(
  reading: WorkbookReading,
  plan: JournaledPlan,
  ids: readonly (string | null)[],
): OwnCell[] {
  const table = activityAfter(reading, plan);
  const rows = plan.rows.flatMap((each) => (each.table === 'Activity' ? each.rows : []));
  const marks = rows.map(({ mark }) => mark ?? '');
  const texts = cellsWithIds(
    rows.map(({ undo }) => undo ?? ''),
    ids,
  );
  const isWritten = withCells(table, stateCells(table, plan.run.mark, 'written'));
  return [
    ...stateCells(isWritten, plan.run.mark, endOf(plan.journal)),
    ...undoCells(isWritten, marks, texts),
    ...pastCells(reading, isWritten),
  ];
}

/** Writes what Undo does not have to know of: what the workbook remembers, and ranges made tables again. */
export async function writeParts(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  { tablesAgain = [], memory }: { tablesAgain?: readonly LostTable[]; memory?: string },
): Promise<void> {
  const steps = tablesAgain.map(tableAgainStep);
  await written(
    context,
    { revision: reading.revision, runs: 0 },
    memory === undefined ? steps : [...steps, memoryStep(reading, memory)],
  );
}

/** Runs steps that write: each request first takes the revision away that was read. */
export async function written(
  context: Excel.RequestContext,
  { revision, runs }: { revision: Revision; runs: number },
  steps: readonly ExcelStep[],
  options: { progress?: Progress | undefined } = {},
): Promise<Written> {
  let now = revision;
  const first = (): ExcelStep => {
    const before = now;
    now = nextRevision(before, runs);
    return swapStep(before, now);
  };
  const surprises = await runSteps(context, steps, { ...options, first });
  return surprises.length === 0 ? { kind: 'written', revision: now } : { kind: 'surprised', surprises };
}

/** What a request has to find as it was read, to be done at all. */
export function fenceOf(reading: WorkbookReading): { revision: Revision; runs: number } {
  return { revision: reading.revision, runs: lastNumber(reading) };
}

/** The plan as requests to Excel. Throws a refusal if it cannot be written. */
function stepsOf(reading: WorkbookReading, plan: JournaledPlan): { steps: ExcelStep[]; ids: () => string[] } {
  const { date1904 } = reading;
  const { mark } = plan.run;
  const names = plan.journal.lines.flatMap((line) => (line.is === 'sheet' ? line.name : []));
  refuseIfNotWritable(reading, names);
  const markOf = (name: string): string => `${mark} ${String(names.indexOf(name))}`;
  const touched = [...new Set([...plan.rows, ...(plan.changes ?? [])].map(({ table }) => table))];
  const tables = touched.map((name) => ({
    name,
    planned: plannedTable(reading, plan, name),
    rows: rowsOf(plan, name),
  }));
  const isFirst = tables.some(({ name, planned }) => name === 'Activity' && !planned);
  const tableSteps = ({ name, planned, rows }: (typeof tables)[number]): ExcelStep[] => {
    if (!planned) {
      // Activity is made first and stands last.
      const position = isFirst && name !== 'Activity' ? reading.sheets.length : null;
      return newTableSteps(TABLES[name], rows, { date1904, mark: markOf(name), position });
    }
    const { table, added } = planned;
    if (rows.length + added.length === 0) return [];
    const target = targetOf(table);
    refuseIfOccupied(target, rows.length, added.length);
    const isNoted = name === 'Activity' && !reading.revision.taken.includes(TOTAL_OFF);
    return rows.length > 0 ? appendSteps(target, rows, date1904, isNoted ? noteTotal : undefined) : [];
  };
  const ofActivity = tables.filter(({ name }) => name === 'Activity');
  const others = tables.filter(({ name }) => name !== 'Activity');
  let ids: string[] = [];
  const askIds: ExcelStep = {
    bytes: names.length * ACTION_BYTES,
    run: ({ workbook }) => {
      const sheets = names.map((name) => workbook.worksheets.getItem(name).load('id'));
      return () => {
        ids = sheets.map(({ id }) => id);
        return [];
      };
    },
  };
  const steps = [
    ...ofActivity.flatMap(({ planned }) => (planned ? newColumnSteps(planned) : [])),
    ...ofActivity.flatMap(tableSteps),
    ...others.flatMap(({ planned }) => (planned ? newColumnSteps(planned) : [])),
    ...cellSteps(changedCells(reading, plan).map(({ spot, after }) => ({ spot, value: after }))),
    ...typedSteps(plan.typed ?? []),
    ...(isFirst ? [...others].reverse() : others).flatMap(tableSteps),
    ...plan.documents.flatMap((document) => documentSteps(document, markOf(document.name))),
    ...(plan.plainSheets ?? []).flatMap((sheet) => plainSheetSteps(sheet, date1904, markOf(sheet.name))),
    ...(plan.reports ?? []).flatMap((report) => reportSteps(report, date1904, markOf(report.name))),
    ...(plan.memory === undefined ? [] : [memoryStep(reading, plan.memory)]),
    ...(names.length > 0 ? [askIds] : []),
    ...cellSteps(stateCells(activityAfter(reading, plan), mark, 'written')),
  ];
  return { steps, ids: () => ids };
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
