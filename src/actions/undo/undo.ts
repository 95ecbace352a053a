import { settlingIn } from '../../practice/writing/settling';
import { readSettled } from '../../practice/writing/settle-unfinished';
import { keepsAccount, unknownRunWords } from '../../practice/writing/unknown-run-findings';
import { rollBackWhole } from '../../practice/writing/roll-back-whole';
import { thisWindow } from '../../practice/this-window';
import { readPrints } from '../../workbook/excel/read-prints';
import { findEntry, lastEntry, type JournalEntry } from '../../workbook/journal/journal';
import type { JournalLineOf } from '../../workbook/journal/journal-lines';
import { MAX_RUNS } from '../../workbook/journal/past-runs';
import { sheetsOfRun, takingBackOf, type TakingBack } from '../../workbook/journal/taking-back';
import { undoObstacles, type Obstacle } from '../../workbook/journal/undo-obstacles';
import type { WorkbookReading } from '../../workbook/reading';
import { Refusal } from '../../workbook/refusal';
import { hasTable } from '../../workbook/tables/own-table';

/** What Undo would take back. */
export interface PreparedUndo {
  reading: WorkbookReading;
  entry: JournalEntry;
  /** What is left, as the user chose. */
  leaving: JournalLineOf<'leave'>[];
  report: UndoReport;
}

export interface UndoReport {
  action: 'undo';
  run: string;
  what: string;
  /** `YYYY-MM-DD HH:MM`. */
  when: string;
  /** Whether another Excel or browser made it, as far as that is known. */
  isElsewhere: boolean;
  sheetsRemoved: string[];
  rowsRemoved: { table: string; rows: number }[];
  cellsGivenBack: { table: string; cells: number }[];
  /** What would be lost, and is left where the user wants all but that. */
  left: string[];
  /** Runs that Activity has lost, in a sentence: Undo passes over them. Null where there are none. */
  passedOver: string | null;
}

export interface UndoOptions {
  now: Date;
  /** Leave what somebody changed since, and take back all else. */
  allBut?: boolean;
}

/** So many obstacles are told; there may be hundreds. */
const MAX_TOLD = 3;

/** Work of somebody's stands in the way; `canLeave`: all but that can be taken back. */
export class UndoRefusal extends Refusal {
  constructor(
    obstacles: readonly Obstacle[],
    readonly canLeave: boolean,
  ) {
    const told = obstacles.slice(0, MAX_TOLD).map(({ words }) => words);
    const more = obstacles.length - told.length;
    super(
      'changed-since',
      [...told, ...(more > 0 ? [`So it is in ${String(more)} more places.`] : [])].join(' '),
    );
  }
}

/** What Undo would take back of the last run, for the user to confirm. Throws a refusal when there is nothing. */
export async function prepareUndo(
  context: Excel.RequestContext,
  options: UndoOptions,
): Promise<PreparedUndo> {
  const { reading } = await readSettled(context, options.now);
  const entry = lastEntry(reading);
  if (!entry) {
    const isThere = hasTable(reading, 'Activity');
    const gone = unknownRunWords(reading);
    throw new Refusal(
      'nothing-to-undo',
      gone !== null
        ? `There is nothing to undo: ${isThere ? 'the Activity sheet was edited' : 'the sheet Activity was deleted'}, by which Claimsheet knows what it made. ${gone} Press Ctrl+Z, or take the sheet from an earlier version (File > Info > Version History), then undo.`
        : isThere
          ? `There is nothing to undo: everything that Claimsheet made here was taken back, is left as you wanted, or is too long ago (Undo goes back ${String(MAX_RUNS)} runs).`
          : 'There is nothing to undo: Claimsheet has made nothing here, or its sheet Activity was deleted.',
    );
  }
  return prepareUndoOf(context, reading, entry, options);
}

/** The same of a certain run, such as a fix that was written a moment ago. */
export async function prepareUndoOfRun(
  context: Excel.RequestContext,
  mark: string,
  options: UndoOptions,
): Promise<PreparedUndo> {
  const { reading } = await readSettled(context, options.now);
  const entry = findEntry(reading, { mark });
  if (!entry) throw new Refusal('nothing-to-undo', 'This was taken back already.');
  return prepareUndoOf(context, reading, entry, options);
}

export async function applyUndo(
  context: Excel.RequestContext,
  { reading, entry, leaving, report }: PreparedUndo,
): Promise<UndoReport> {
  await rollBackWhole(context, reading, entry, leaving, settlingIn(context));
  return report;
}

async function prepareUndoOf(
  context: Excel.RequestContext,
  reading: WorkbookReading,
  entry: JournalEntry,
  { allBut = false }: UndoOptions,
): Promise<PreparedUndo> {
  const prints = await readPrints(context, sheetsOfRun(reading, entry));
  const obstacles = undoObstacles(reading, takingBackOf(reading, entry), prints);
  const leaving = obstacles.flatMap((obstacle) => obstacle.leaving ?? []);
  const canLeave = leaving.length === obstacles.length;
  if (obstacles.length > 0 && !(allBut && canLeave)) throw new UndoRefusal(obstacles, canLeave);
  const taking = takingBackOf(reading, entry, leaving);
  return { reading, entry, leaving, report: reportOf(taking, leaving, reading) };
}

function passedOver(reading: WorkbookReading): string | null {
  const gone = keepsAccount(reading) ? unknownRunWords(reading) : null;
  return gone === null ? null : `This may not be what was made last. Activity was edited. ${gone}`;
}

function reportOf(
  { entry, sheets, tables, cells, typed }: TakingBack,
  leaving: readonly JournalLineOf<'leave'>[],
  reading: WorkbookReading,
): UndoReport {
  const given = [...cells.map(({ spot }) => spot.table.definition.name), ...typed.map(({ sheet }) => sheet)];
  const counts = new Map<string, number>();
  for (const table of given) counts.set(table, (counts.get(table) ?? 0) + 1);
  const nameOf = (id: string) => reading.sheets.find((sheet) => sheet.id === id)?.name ?? id;
  return {
    action: 'undo',
    run: entry.run,
    what: entry.what,
    when: entry.when,
    isElsewhere: entry.window !== '' && entry.window !== thisWindow().id,
    sheetsRemoved: sheets.map(({ name }) => name),
    rowsRemoved: tables.flatMap(({ table, positions }) =>
      positions.length > 0 && table.definition.name !== 'Activity'
        ? { table: table.sheet.name, rows: positions.length }
        : [],
    ),
    cellsGivenBack: [...counts].map(([table, count]) => ({ table, cells: count })),
    passedOver: passedOver(reading),
    left: [
      ...new Set(
        leaving.flatMap(({ account, sheet }) => account ?? (sheet === undefined ? [] : nameOf(sheet))),
      ),
    ],
  };
}
