import type { Claim } from '../../billing/claims/claim';
import { decideClaims } from '../../billing/claims/decide-claims';
import type { ClaimsDecision } from '../../billing/claims/decision';
import type { Day } from '../../billing/values/day';
import { addAll } from '../../billing/values/lists';
import { claimPrint } from '../../practice/memory/claim-print';
import { finishPlan } from '../../practice/finish-plan';
import {
  cannotBeRestored,
  claimsToRestore,
  stillHeld,
  type ClaimToRestore,
} from '../../practice/memory/made-again';
import { nextRun, usedFiles } from '../../practice/numbers';
import { readPracticeBook, type PracticeBook } from '../../practice/practice-book';
import type { Plan } from '../../workbook/plan/plan';
import { Refusal } from '../../workbook/refusal';
import { addressing, claimFiles } from './claim-files';
import type { ClaimOptions } from './claim-options';
import { claimsPlan } from './claims-plan';
import { claimsReport } from './claims-report';
import type { PreparedClaims } from './prepared-claims';

/**
 * Plans the claims of a month that were made and vanished from the register, each under its old account and in the
 * file number that it had, so that what payers answer finds it. Those whose sessions say something else now are named
 * and left out. An 837P of them has the old number too, where all of them were in one file.
 */
export async function prepareClaimsAgain(
  context: Excel.RequestContext,
  options: ClaimOptions,
): Promise<PreparedClaims> {
  const book = await readPracticeBook(context, options);
  const { practice } = book.records;
  if (!practice) {
    throw new Refusal('not-set-up', 'There is no Practice table yet, so nothing was billed. Set up first.');
  }
  const { month } = options;
  const asked = claimsToRestore(
    book.vanished,
    'C',
    month,
    new Set(book.register.claims.map(({ account }) => account)),
  );
  const findings = [...asked.findings];
  const restored = asked.claims.flatMap((claim) => {
    const made = restore(claim, book);
    if (!made) findings.push(cannotBeRestored(claim.account));
    return made ? [{ ...claim, claim: made }] : [];
  });
  const claims = restored.map(({ claim }) => claim);
  const decision: ClaimsDecision = { claims, holds: [], notBilled: [], findings };
  const numbers = new Set(restored.map(({ file }) => file));
  const [number = null] = numbers.size === 1 ? numbers : [];
  const files = filesOf(claims, book, options, number);
  addAll(decision.findings, files?.findings ?? []);
  const { id, number: run } = nextRun(book.reading, 'claims', month);
  const sheet = run === 1 ? `Claims ${month}` : `Claims ${month} run ${String(run)}`;
  const plan =
    claims.length === 0 ? null : planOf(restored, { id, when: book.when, sheet, month, today: book.today });
  return {
    reading: book.reading,
    plan: plan && finishPlan(plan, book.reading, book.memory),
    report: claimsReport(decision, month, plan, {
      ...stillHeld({ ...book, month }, restored),
      billedBefore: book.billedBefore,
      unread: book.unread,
    }),
    files,
  };
}

/** Null where the sessions and tables make another claim now. */
function restore({ account, sessions, print }: ClaimToRestore, book: PracticeBook): Claim | null {
  const isOwn = new Set(sessions);
  const { claims, holds } = decideClaims({
    ...book.records,
    sessions,
    today: book.today,
    nextAccount: () => account,
    history: book.sessions.filter((session) => !isOwn.has(session)),
    earlierVisits: book.earlierVisits,
  });
  const [claim, ...more] = claims;
  if (!claim || more.length > 0 || holds.length > 0) return null;
  const isSame = print === undefined || print === printOf(claim);
  return isSame ? claim : null;
}

function printOf({ account, total, amountPaid, frequency, lines }: Claim): string {
  const row = { account, kind: 'Claim', billed: total, clientPaid: amountPaid, frequency } as const;
  return claimPrint(row, lines);
}

function filesOf(claims: readonly Claim[], book: PracticeBook, options: ClaimOptions, number: number | null) {
  const { practice } = book.records;
  if (!options.files || !practice) return null;
  const address = addressing(practice, options.files, book.clearinghouse);
  const used = usedFiles(book.reading);
  if (number !== null) used.delete(number);
  return claimFiles(claims, address, { ...options.files, control: number }, used, options.now);
}

function planOf(
  restored: readonly (ClaimToRestore & { claim: Claim })[],
  { id, when, sheet, month, today }: { id: string; when: string; sheet: string; month: string; today: Day },
): Plan {
  const run = {
    id,
    when,
    what: `Claims for ${month}: ${String(restored.length)} made again under their old numbers`,
  };
  const plan = claimsPlan(
    restored.map(({ claim }) => claim),
    run,
    { month, sheet, today, file: null },
  );
  return {
    ...plan,
    rows: plan.rows.map((each) =>
      each.table === 'Claims'
        ? { ...each, rows: each.rows.map((row, index) => ({ ...row, file: restored[index]?.file ?? null })) }
        : each,
    ),
  };
}
