import { textHash } from '../billing/values/text-hash';
import { withActivity } from '../workbook/plan/activity';
import type { Plan } from '../workbook/plan/plan';
import type { WorkbookReading } from '../workbook/reading';
import { readTable } from '../workbook/tables/read-table';
import { foldedKey } from './memory/folded-key';
import { remembering, type Memory, type RememberedRun } from './memory/memory';
import { memoryOf } from './memory/read-memory';
import { memoryText } from './memory/memory-text';

/**
 * The plan as it is written: with its rows for the Activity sheet, and with what the workbook remembers afterwards.
 * `memory` has the answers that were given with the click.
 */
export function finishPlan(plan: Plan, reading: WorkbookReading, memory: Memory = memoryOf(reading)): Plan {
  const known = memory.workbook === '' ? firstMemory(memory, plan, reading) : memory;
  const after = remembering(known, billedBy(plan));
  return { ...withActivity(plan, reading), memory: memoryText(after) };
}

/** What a run gives away and bills; null for one that bills nothing. */
function billedBy({ run, rows }: Plan): RememberedRun | null {
  const claims = rows.flatMap((each) => (each.table === 'Claims' ? each.rows : []));
  const lines = rows.flatMap((each) => (each.table === 'ClaimLines' ? each.rows : []));
  return rememberedRun(run.id, claims, lines);
}

interface Line {
  account?: string | null | undefined;
  sessionKeys?: readonly string[] | null | undefined;
}

function rememberedRun(
  id: string,
  claims: readonly { account?: string | null | undefined; file?: number | null | undefined }[],
  lines: readonly Line[],
): RememberedRun | null {
  if (claims.length === 0) return null;
  const sessions = new Map<string, Set<string>>();
  for (const { account, sessionKeys } of lines) {
    const own = sessions.get(account ?? '') ?? new Set();
    sessions.set(account ?? '', own);
    for (const key of sessionKeys ?? []) own.add(foldedKey(key));
  }
  return {
    id,
    file: claims.find(({ file }) => file != null)?.file ?? null,
    claims: claims.map(({ account }) => ({
      account: account ?? '',
      sessions: [...(sessions.get(account ?? '') ?? [])],
    })),
  };
}

/** Before the first run that remembers anything, the register tells what was billed. */
function firstMemory(memory: Memory, { run }: Plan, reading: WorkbookReading): Memory {
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
