import { cellName } from '../../billing/cell-name';
import { canBeWritten, dayOfSerial, usDate } from '../../billing/values/day';
import { valueAt, type CellSpot } from '../plan/cell-changes';
import { refuseProtected, refuseUnwritable } from '../plan/writable-table';
import type { WorkbookReading } from '../reading';
import { Refusal } from '../refusal';
import type { GridValue } from '../sessions/grid';
import { TABLE_NAMES } from '../tables';
import { columnsOf } from '../tables/define-table';
import { fingerprint } from '../tables/fingerprint';
import type { OwnTable } from '../tables/own-table';
import { readTable } from '../tables/read-table';
import { isRetired, isRetiredStatus } from '../tables/retired';
import { cellAt, isSame, spotFinder } from './former-values';
import { linesOf, type JournalEntry } from './journal';
import type { JournalLineOf } from './journal-lines';
import { ROW_PRINT, rowPrintOf, splitPrints } from './prints';
import { besideTable, sheetsOfRun, type ShrunkTable, type TakingBack } from './taking-back';

/** Why Undo would lose work of somebody's, and what it would have to leave for that not to happen. */
export interface Obstacle {
  words: string;
  /** Null where nothing can be left that would make the rest true. */
  leaving: JournalLineOf<'leave'> | null;
}

/** Statuses of the register that nobody regrets losing: what was only made. */
const UNSENT = new Set(['', 'made']);

/**
 * Everything that speaks against taking the run back. `prints`: what its pages say now, by the ids of their sheets.
 * Throws a refusal where Excel would not let it be done.
 */
export function undoObstacles(
  reading: WorkbookReading,
  taking: TakingBack,
  prints: ReadonlyMap<string, string>,
): Obstacle[] {
  const { entry, tables, gone } = taking;
  refuseIfProtected(reading, taking);
  const claims = readTable(reading, 'Claims').rows.filter(({ run }) => run === entry.run);
  return [
    ...tornClaims(reading, entry),
    ...rowsMissing(reading, entry),
    ...claimsBilledSince(reading, entry),
    ...sentClaims(claims, entry),
    ...paidClaims(reading, new Set(claims.map(({ account }) => account)), entry),
    ...changedPages(reading, entry, prints),
    ...filledIn(reading, taking),
    ...[...tables, ...gone].flatMap((table) => [...usersCells(table, entry), ...changedRows(table, entry)]),
    ...changedCells(reading, entry),
  ];
}

/** A claim without its lines, or lines without their claim, is what would be left where a Run cell was typed over. */
function tornClaims(reading: WorkbookReading, { run }: JournalEntry): Obstacle[] {
  const [claims, lines] = [readTable(reading, 'Claims').rows, readTable(reading, 'ClaimLines').rows];
  const accountsOf = (rows: readonly { account: string; run: string }[], isOwn: boolean) =>
    new Set(rows.flatMap((row) => ((row.run === run) === isOwn ? [row.account] : [])));
  const others = [accountsOf(lines, false), accountsOf(claims, false)];
  const torn = [accountsOf(claims, true), accountsOf(lines, true)].flatMap((own, index) =>
    [...own].filter((account) => others[index]?.has(account)),
  );
  return [...new Set(torn)].map((account) => ({
    words: `The rows of claim ${account} in Claims and ClaimLines do not have the same Run, so Undo would take a part of it. Write "${run}" under Run in all of them, then undo.`,
    leaving: null,
  }));
}

/**
 * Rows that the run added and that do not say so any more: they would be left behind. Rows that the user deleted are
 * gone anyway; of the register they are told all the same, since what is left of it would not be true.
 */
function rowsMissing(reading: WorkbookReading, { run, added }: JournalEntry): Obstacle[] {
  const runs = new Set(readTable(reading, 'Activity').rows.map((row) => row.run));
  return TABLE_NAMES.flatMap((name): Obstacle[] => {
    const count = added.get(name) ?? 0;
    if (count === 0 || name === 'Activity') return [];
    const { rows } = readTable(reading, name);
    const own = rows.flatMap((row) => ('run' in row && typeof row.run === 'string' ? row.run : []));
    const found = own.filter((each) => each === run).length;
    const isRegister = name === 'Claims' || name === 'ClaimLines';
    const isUnsaid = own.some((each) => !runs.has(each));
    if (own.length < rows.length || found >= count || !(isRegister || isUnsaid)) return [];
    return [
      {
        words: `The run added ${counted(count)} to ${name}, as Activity says, and ${found === 0 ? 'none' : String(found)} of them ${found === 1 ? 'is' : 'are'} there with "${run}" under Run: rows were deleted, or their Run was changed. Put them back (Ctrl+Z, or a copy of the workbook), then undo.`,
        leaving: null,
      },
    ];
  });
}

function counted(rows: number): string {
  return `${String(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}

/** Claims that would stand again though their sessions were billed on another one since. */
function claimsBilledSince(reading: WorkbookReading, entry: JournalEntry): Obstacle[] {
  const again = new Set(
    entry.changed.flatMap(({ table, column, row, before, after }) =>
      table === 'Claims' &&
      column === 'status' &&
      isRetiredStatus(String(after)) &&
      !isRetiredStatus(String(before))
        ? row
        : [],
    ),
  );
  if (again.size === 0) return [];
  const claims = readTable(reading, 'Claims').rows;
  const standing = new Set(
    claims.flatMap((claim) => (claim.run === entry.run || isRetired(claim) ? [] : claim.account)),
  );
  const lines = readTable(reading, 'ClaimLines').rows;
  const since = new Map<string, string>();
  for (const { account, sessionKeys } of lines)
    if (standing.has(account) && !again.has(account)) for (const key of sessionKeys) since.set(key, account);
  const told = new Map<string, string>();
  for (const { account, sessionKeys } of lines) {
    const other = again.has(account) ? sessionKeys.flatMap((key) => since.get(key) ?? [])[0] : undefined;
    if (other !== undefined) told.set(account, other);
  }
  return [...told].map(([account, other]) => ({
    words: `Claim ${account} would stand again, and its sessions were billed on ${other} since. Undo the run that made ${other} first, or void ${other}.`,
    leaving: null,
  }));
}

function sentClaims(claims: readonly { account: string; status: string }[], entry: JournalEntry): Obstacle[] {
  return claims
    .filter(({ status }) => !UNSENT.has(status.trim().toLowerCase()))
    .map(({ account, status }) => ({
      words: `Claim ${account} is marked "${status}" in the register, and Undo would forget it. Set its status back to Made if it was never sent, then undo.`,
      leaving: leave(entry, account),
    }));
}

function paidClaims(
  reading: WorkbookReading,
  accounts: ReadonlySet<string>,
  entry: JournalEntry,
): Obstacle[] {
  const paid = readTable(reading, 'Payments').rows.flatMap((row) =>
    row.account !== null && accounts.has(row.account) && row.run !== entry.run ? row.account : [],
  );
  return [...new Set(paid)].map((account) => ({
    words: `Claim ${account} has a payment in the Payments table, and Undo would take the claim away from under it. Delete that payment first, then undo.`,
    leaving: leave(entry, account),
  }));
}

/** Letters that were filled in, notes on a page of claims. */
function changedPages(
  reading: WorkbookReading,
  entry: JournalEntry,
  prints: ReadonlyMap<string, string>,
): Obstacle[] {
  const made = sheetsOfRun(reading, entry);
  return entry.sheets.flatMap(({ name, print }, index): Obstacle[] => {
    const own = made.filter((sheet) => sheet.mark === `${entry.mark} ${String(index)}`);
    if (own.length > 1) {
      const names = own.map((sheet) => `"${sheet.name}"`).join(' and ');
      return [
        {
          words: `The sheets ${names} are copies of one that the run made, and Undo cannot tell which is which. Delete the copy, or move it to another workbook, then undo.`,
          leaving: null,
        },
      ];
    }
    const [sheet] = own;
    const now = sheet && prints.get(sheet.id);
    // A table is looked at row by row.
    if (!sheet || TABLE_NAMES.some((table) => table === name)) return [];
    if (print === null || now === undefined || now === print) return [];
    const called = sheet.name === name ? `"${name}"` : `"${sheet.name}" (it was made as "${name}")`;
    return [
      {
        words: `You wrote on the sheet ${called} since it was made, and Undo would lose that. If you do not need it any more, delete the sheet yourself, then undo.`,
        leaving: isPaperOnly(entry) ? { is: 'leave', sheet: sheet.id } : null,
      },
    ];
  });
}

/** Whether the run made nothing but sheets to be read: then one of them may stay. */
function isPaperOnly(entry: JournalEntry): boolean {
  return entry.changed.length === 0 && linesOf(entry, 'rows').length === 0;
}

/** Tables that the run made and that somebody has filled in since. */
function filledIn(reading: WorkbookReading, { entry, tables, sheets }: TakingBack): Obstacle[] {
  const made = sheetsOfRun(reading, entry);
  return entry.sheets.flatMap(({ name, print }): Obstacle[] => {
    const own = TABLE_NAMES.find((each) => each === name);
    if (!own) return [];
    const { table } = readTable(reading, own);
    if (!table || !made.includes(table.sheet)) return [];
    if (isReference(table) && print !== null && fingerprint(cellsFilledIn(table)) !== print) {
      return [
        {
          words: `You have typed into the sheet "${table.sheet.name}" since it was made, and Undo would lose that. If you do not need it any more, delete the sheet yourself.`,
          leaving: null,
        },
      ];
    }
    const beside = besideTable(table);
    if (beside && !sheets.includes(table.sheet) && tables.every((each) => each.table !== table)) return [];
    return beside
      ? [
          {
            words: `You wrote beside the table (${cellName({ sheet: table.sheet.name, ...beside })}), and the run made that sheet. Move it to another sheet, then undo.`,
            leaving: null,
          },
        ]
      : [];
  });
}

/** Reference tables have no run in their rows: the user fills them in. */
function isReference({ definition }: OwnTable): boolean {
  return !columnsOf(definition).some(({ key }) => key === 'run');
}

function cellsFilledIn({ definition, cells, positions }: OwnTable): unknown[][] {
  return definition.direction === 'down'
    ? cells.slice(1).map((row) => [row[1]])
    : cells
        .slice(1)
        .filter((row) => row.some((cell) => cell !== ''))
        .map((row) => columnsOf(definition).map(({ key }) => row[positions.get(key) ?? -1]));
}

/** What the user wrote into columns of her own stays hers. */
function usersCells({ table, positions: ofRun }: ShrunkTable, entry: JournalEntry): Obstacle[] {
  const { definition, cells, positions, sheet, top } = table;
  if (definition.direction === 'down') return [];
  const removed = isReference(table) ? cells.flatMap((_, row) => (row === 0 ? [] : row)) : ofRun;
  const own = new Set(positions.values());
  const found = removed.flatMap((row) => {
    const column = (cells[row] ?? []).findIndex((value, index) => value !== '' && !own.has(index));
    return column < 0 ? [] : { row, column };
  });
  const [first] = found;
  return first
    ? [
        {
          words: `You wrote into the column "${String(cells[0]?.[first.column] ?? '')}" of the sheet "${sheet.name}" (row ${String(top + first.row)}), and Undo would lose that with the row. Move it to another place, then undo.`,
          leaving: leaveRow(table, first.row, entry),
        },
      ]
    : [];
}

/** Rows in which the run's own columns say something else now. */
function changedRows({ table, positions }: ShrunkTable, entry: JournalEntry): Obstacle[] {
  const { definition, sheet, top } = table;
  const written = new Map<string, number>();
  for (const line of linesOf(entry, 'rows').filter((each) => each.table === definition.name)) {
    for (const print of splitPrints(line.prints)) written.set(print, (written.get(print) ?? 0) + 1);
  }
  if (written.size === 0 || definition.name === 'Activity') return [];
  const changed = positions.filter((position) => {
    const print = rowPrintOf(table, position).slice(-ROW_PRINT);
    const left = written.get(print) ?? 0;
    written.set(print, left - 1);
    return left <= 0;
  });
  return changed.map((position) => ({
    words: `Row ${String(top + position)} of the sheet "${sheet.name}" was changed since it was made, and Undo would lose that. Put back what it said, or move it to another place, then undo.`,
    leaving: leaveRow(table, position, entry),
  }));
}

/** Rows of other tables than the register's are one with what they changed elsewhere. */
function leaveRow({ definition, cells, positions }: OwnTable, row: number, entry: JournalEntry) {
  if (definition.name !== 'Claims' && definition.name !== 'ClaimLines') return null;
  return leave(entry, String(cells[row]?.[positions.get('account') ?? -1] ?? ''));
}

/** A claim may stay with its lines, where the run changed nothing of other claims. */
function leave({ changed, mark }: JournalEntry, account: string): Obstacle['leaving'] {
  return account === '' || mark === '' || changed.length > 0 ? null : { is: 'leave', account };
}

/** Cells that the run wrote over and that say something new, or stand in a row that is there twice. */
function changedCells(reading: WorkbookReading, entry: JournalEntry): Obstacle[] {
  const find = spotFinder(reading);
  const ofTables = entry.changed.flatMap((cell): Obstacle[] => {
    const spots = find(cell);
    if (spots.length > 1) {
      const rows = spots.map(({ table, position }) => String(table.top + position)).join(' and ');
      return [
        {
          words: `${cell.row} stands twice in the sheet "${spots[0]?.table.sheet.name ?? ''}" now, in rows ${rows}, so Undo cannot tell which one the last run changed. Delete the copy, then undo.`,
          leaving: null,
        },
      ];
    }
    const [spot] = spots;
    const now = spot ? valueAt(spot) : cell.before;
    if (!spot || isSame(now, cell.before) || isSame(now, cell.after)) return [];
    const wrote = shown(spot, cell.after);
    return [
      {
        words: `${spot.column.header} of ${cell.row} (row ${String(spot.table.top + spot.position)} of the sheet "${spot.table.sheet.name}") says ${shown(spot, now)} now; the last run wrote ${wrote}, and Undo would lose what was typed since. ${cell.after === '' ? 'Empty it' : `Type ${wrote} there`} again, then undo.`,
        leaving: null,
      },
    ];
  });
  const typed = linesOf(entry, 'cell').flatMap((line): Obstacle[] => {
    const now = cellAt(reading, line);
    if (isSame(now, line.after) || isSame(now, line.before)) return [];
    return [
      {
        words: `${cellName(line)} says "${String(now)}" now; the run wrote "${String(line.after)}", and Undo would lose what was typed since. Type "${String(line.after)}" there again, then undo.`,
        leaving: null,
      },
    ];
  });
  return [...ofTables, ...typed];
}

/** A cell as the user sees it. */
function shown({ column, table }: CellSpot, value: GridValue): string {
  if (value === '') return 'nothing';
  if (typeof value === 'number' && column.kind === 'money') return value.toFixed(2);
  if (typeof value === 'number' && column.kind === 'day') {
    const day = dayOfSerial(value, table.sheet.date1904);
    if (canBeWritten(day)) return usDate(day);
  }
  return `"${String(value)}"`;
}

function refuseIfProtected(reading: WorkbookReading, { sheets, tables, cells, typed }: TakingBack): void {
  if (sheets.length > 0 && reading.structureProtected) {
    throw new Refusal(
      'workbook-protected',
      'The workbook is protected, so the sheets that were made cannot be removed. Unprotect it (Review > Protect Workbook) and try again.',
    );
  }
  if (sheets.length > 0 && reading.sheets.every((sheet) => !sheet.visible || sheets.includes(sheet))) {
    throw new Refusal(
      'workbook-protected',
      'The sheets that the run made are the only ones to be seen, and Excel keeps at least one. Show or add another sheet, then undo.',
    );
  }
  for (const { table } of [...tables, ...cells.map(({ spot }) => spot)]) refuseUnwritable(table);
  for (const { sheet } of typed) refuseProtected(reading, sheet);
}
