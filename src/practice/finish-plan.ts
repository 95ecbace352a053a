import { textHash } from '../billing/values/text-hash';
import { lastNumber } from '../workbook/journal/journal';
import { withJournal, type JournaledPlan } from '../workbook/journal/with-journal';
import type { Plan, Run } from '../workbook/plan/plan';
import type { WorkbookReading } from '../workbook/reading';
import { readTable } from '../workbook/tables/read-table';
import { claimPrint, type PrintedClaim, type PrintedLine } from './memory/claim-print';
import { foldedKey } from './memory/folded-key';
import { remembering, type Memory, type RememberedRun } from './memory/memory';
import { memoryOf } from './memory/read-memory';
import { memoryText } from './memory/memory-text';
import type { LostTable } from '../workbook/tables/own-table';
import { markOf, thisWindow } from './this-window';

/** A plan as it is written. */
export type FinishedPlan = JournaledPlan | UnjournaledPlan;

/** Answers, and ranges that are made tables again: each statement is done or not, and none is anything for Undo. */
export interface UnjournaledPlan {
  run: null;
  tablesAgain?: LostTable[];
  memory?: string;
}

/** Keeps a memory in which nothing but answers is new. */
export function memoryPlan(memory: Memory): UnjournaledPlan {
  return { run: null, memory: memoryText(memory) };
}

export function isJournaled(plan: FinishedPlan): plan is JournaledPlan {
  return plan.run !== null;
}

/**
 * The plan as it is written: with its rows for the Activity sheet, and with what the workbook remembers afterwards.
 * `memory` has the answers that were given with the click.
 */
export function finishPlan(
  plan: Plan,
  reading: WorkbookReading,
  memory: Memory = memoryOf(reading),
): JournaledPlan {
  const { run } = plan;
  const known = memory.workbook === '' ? firstMemory(memory, run, reading) : memory;
  const after = remembering(known, billedBy(run, plan));
  const mark = markOf([known.workbook, run.id, run.when, lastNumber(reading)]);
  return withJournal({ ...plan, memory: memoryText(after) }, reading, mark, thisWindow().id);
}

/** What a run gives away and bills; null for one that bills nothing. */
function billedBy(run: Run, { rows }: Plan): RememberedRun | null {
  const claims = rows.flatMap((each) => (each.table === 'Claims' ? each.rows : []));
  const lines = rows.flatMap((each) => (each.table === 'ClaimLines' ? each.rows : []));
  return rememberedRun(run.id, claims, lines);
}

type MadeClaim = PrintedClaim & { file?: number | null | undefined };
type MadeLine = PrintedLine & {
  account?: string | null | undefined;
  sessionRows?: readonly string[] | null | undefined;
  sessionKeys?: readonly string[] | null | undefined;
};

function rememberedRun(
  id: string,
  claims: readonly MadeClaim[],
  lines: readonly MadeLine[],
): RememberedRun | null {
  if (claims.length === 0) return null;
  const linesOf = new Map<string, MadeLine[]>();
  for (const line of lines) {
    const own = linesOf.get(line.account ?? '');
    if (own) own.push(line);
    else linesOf.set(line.account ?? '', [line]);
  }
  return {
    id,
    file: claims.find(({ file }) => file != null)?.file ?? null,
    claims: claims.map((claim) => {
      const account = claim.account ?? '';
      const own = linesOf.get(account) ?? [];
      return { account, sessions: sessionsOf(own), print: claimPrint(claim, own) };
    }),
  };
}

/** Folded fingerprints of the sessions of a claim, as many as there are rows: two may say the same. */
function sessionsOf(lines: readonly MadeLine[]): string[] {
  const rows = new Map<string, string>();
  for (const { sessionKeys, sessionRows } of lines)
    sessionKeys?.forEach((key, index) => rows.set(`${sessionRows?.[index] ?? ''} ${key}`, foldedKey(key)));
  return [...rows.values()];
}

/** Before the first run that remembers anything, the register tells what was billed. */
function firstMemory(memory: Memory, run: Run, reading: WorkbookReading): Memory {
  const claims = readTable(reading, 'Claims').rows;
  const lines = readTable(reading, 'ClaimLines').rows;
  const runs = [...new Set(claims.map((claim) => claim.run))];
  const known = runs.reduce(
    (before, id) =>
      remembering(
        before,
        rememberedRun(
          id,
          claims.filter((claim) => claim.run === id),
          lines.filter((line) => line.run === id),
        ),
      ),
    memory,
  );
  const says = JSON.stringify([run.id, run.when, claims.map(({ account }) => account)]);
  return { ...known, workbook: textHash(says).toString(36) };
}
