import type { Claim } from '../../billing/claims/claim';
import { decideClaims } from '../../billing/claims/decide-claims';
import { addAll } from '../../billing/values/lists';
import type { Plan } from '../../workbook/plan/plan';
import { MAKE_AGAIN, VANISHED_CLAIMS } from '../../practice/memory/vanished';
import { prepare } from '../../practice/prepare';
import type { ClaimOptions } from './claim-options';
import { accountNumbers, nextRun, usedFiles } from '../../practice/numbers';
import { submitterAndReceiver } from './submitter-and-receiver';
import { addressing, claimFiles, type ClaimFiles } from './claim-files';
import { claimsPlan } from './claims-plan';
import { claimsReport } from './claims-report';
import { prepareClaimsAgain } from './make-claims-again';
import type { PreparedClaims } from './prepared-claims';
import { holdUnprintable, holdUnready } from './hold-unready';

/** Decides the claims of a month and plans their sheets. Nothing is written yet. */
export async function prepareClaims(
  context: Excel.RequestContext,
  options: ClaimOptions,
): Promise<PreparedClaims> {
  if (options.answers?.get(VANISHED_CLAIMS) === MAKE_AGAIN) return prepareClaimsAgain(context, options);
  let files: ClaimFiles | null = null;
  const prepared = await prepare(context, options, (book) => {
    const { month } = options;
    const decided = decideClaims({
      sessions: book.fresh,
      practice: book.records.practice,
      payers: book.records.payers,
      clients: book.records.clients,
      authorizations: book.records.authorizations,
      benefits: book.records.benefits,
      fees: book.records.fees,
      tableFindings: book.records.findings,
      today: book.today,
      nextAccount: accountNumbers(book, 'C', month),
      history: book.history,
      earlierVisits: book.earlierVisits,
    });
    const { practice } = book.records;
    const address =
      options.files && practice ? addressing(practice, options.files, book.clearinghouse) : null;
    const ready = address?.settings ? holdUnready(decided, book) : decided;
    const decision = options.paper ? holdUnprintable(ready, book) : ready;
    if (options.files && address) {
      files = claimFiles(decision.claims, address, options.files, usedFiles(book.reading), options.now);
      addAll(decision.findings, files.findings);
    }
    const { id, number } = nextRun(book.reading, 'claims', month);
    const sheet = number === 1 ? `Claims ${month}` : `Claims ${month} run ${String(number)}`;
    const run = { id, when: book.when, what: whatWasMade(decision.claims, month) };
    const plan: Plan | null =
      decision.claims.length > 0
        ? claimsPlan(decision.claims, run, { month, sheet, today: book.today, file: files?.control ?? null })
        : null;
    const report = claimsReport(decision, month, plan, book);
    const byTable = book.clearinghouse.isThere;
    return {
      plan,
      report: {
        ...report,
        submitterAndReceiver: practice && address && submitterAndReceiver(practice, address, byTable),
      },
    };
  });
  return { ...prepared, files };
}

function whatWasMade(claims: readonly Claim[], month: string): string {
  return `Claims for ${month}: ${String(claims.length)} ${claims.length === 1 ? 'claim' : 'claims'} made`;
}
