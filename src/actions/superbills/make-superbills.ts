import type { Finding } from '../../billing/findings';
import type { ClaimHold } from '../../billing/claims/decision';
import { decideSuperbills } from '../../billing/superbills/decide-superbills';
import {
  NOT_INCLUDED_WORDS,
  type NotIncludedReason,
  type Superbill,
  type SuperbillsDecision,
} from '../../billing/superbills/superbill';
import { sum, type Cents } from '../../billing/values/cents';
import type { ActionOptions } from '../../practice/options';
import { claimPrint } from '../../practice/memory/claim-print';
import {
  cannotBeRestored,
  claimsToRestore,
  stillHeld,
  type ClaimToRestore,
} from '../../practice/memory/made-again';
import { MAKE_AGAIN, VANISHED_CLAIMS } from '../../practice/memory/vanished';
import type { PracticeBook } from '../../practice/practice-book';
import { prepare, type Prepared } from '../../practice/prepare';
import { accountNumbers, nextRun } from '../../practice/numbers';
import { leftOutByReason, leftOutWords, type LeftOut } from '../left-out';
import { superbillsPlan } from './superbills-plan';

/** What a month's superbills came to. */
export interface SuperbillsReport {
  action: 'superbills';
  month: string;
  superbills: MadeSuperbill[];
  charged: Cents;
  holds: readonly ClaimHold[];
  notIncluded: LeftOut<NotIncludedReason | 'unread'>[];
  /** The same in one sentence; null where nothing was left out. */
  leftOut: string | null;
  billedBefore: number;
  tablesMade: string[];
  findings: readonly Finding[];
}

export interface MadeSuperbill extends Superbill {
  /** The sheet with its pages. */
  sheet: string;
}

/** Decides the superbills of a month and plans their sheets. Nothing is written yet. */
export async function prepareSuperbills(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<Prepared<SuperbillsReport>> {
  return prepare(context, options, (book) => {
    const { month } = options;
    const { records, today } = book;
    const nextAccount = accountNumbers(book, 'S', month);
    const again = options.answers?.get(VANISHED_CLAIMS) === MAKE_AGAIN ? restored(book, month) : null;
    const decision =
      again?.decision ?? decideSuperbills({ ...records, sessions: book.fresh, today, nextAccount });
    const { superbills } = decision;
    const what = `Superbills for ${month}: ${String(superbills.length)} made`;
    const run = { id: nextRun(book.reading, 'superbills', month).id, when: book.when, what };
    const taken = new Set(book.reading.sheets.map((sheet) => sheet.name.toLowerCase()));
    const plan = superbillsPlan(superbills, run, today, taken);
    const sheets = plan.rows.flatMap((each) =>
      each.table === 'Claims' ? each.rows.map(({ sheet }) => sheet ?? '') : [],
    );
    return {
      plan: superbills.length > 0 ? plan : null,
      report: superbillsReport(
        decision,
        month,
        sheets,
        again ? { ...book, ...stillHeld({ ...book, month }, again.claims) } : book,
      ),
    };
  });
}

/** Superbills that vanished from the register, under their old accounts. */
function restored(
  book: PracticeBook,
  month: string,
): { decision: SuperbillsDecision; claims: ClaimToRestore[] } {
  const asked = claimsToRestore(
    book.vanished,
    'S',
    month,
    new Set(book.register.claims.map(({ account }) => account)),
  );
  const decision: SuperbillsDecision = {
    superbills: [],
    holds: [],
    notIncluded: [],
    findings: [...asked.findings],
  };
  const claims: ClaimToRestore[] = [];
  for (const claim of asked.claims) {
    const { account, sessions, print } = claim;
    const made = decideSuperbills({
      ...book.records,
      sessions,
      today: book.today,
      nextAccount: () => account,
    });
    const [superbill, ...more] = made.superbills;
    const isOne = superbill && more.length === 0 && made.holds.length === 0;
    const isSame = isOne && (print === undefined || print === printOf(superbill));
    if (isSame) {
      decision.superbills.push(superbill);
      claims.push(claim);
    } else decision.findings.push(cannotBeRestored(account));
  }
  return { decision, claims };
}

function printOf({ account, charged, paid, rows }: Superbill): string {
  return claimPrint({ account, kind: 'Superbill', billed: charged, clientPaid: paid }, rows);
}

function superbillsReport(
  decision: SuperbillsDecision,
  month: string,
  sheets: readonly string[],
  book: Pick<PracticeBook, 'findings' | 'holds' | 'billedBefore' | 'unread'>,
): SuperbillsReport {
  const left = leftOutByReason(decision.notIncluded, NOT_INCLUDED_WORDS, book);
  return {
    action: 'superbills',
    month,
    superbills: decision.superbills.map((superbill, index) => ({ ...superbill, sheet: sheets[index] ?? '' })),
    charged: sum(decision.superbills.map(({ charged }) => charged)),
    holds: [...decision.holds, ...book.holds],
    notIncluded: left,
    leftOut: leftOutWords(left),
    billedBefore: book.billedBefore,
    tablesMade: [],
    findings: [...book.findings, ...decision.findings],
  };
}
