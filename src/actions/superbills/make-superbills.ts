import type { Finding } from '../../billing/findings';
import type { HeldBack } from '../../billing/claims/decision';
import { decideSuperbills } from '../../billing/superbills/decide-superbills';
import {
  NOT_INCLUDED_WORDS,
  type Superbill,
  type SuperbillsDecision,
} from '../../billing/superbills/superbill';
import { sum } from '../../billing/values/cents';
import { isoOf } from '../../billing/values/day';
import { superbillPages } from '../../forms/superbill/superbill-form';
import type { ActionOptions } from '../../practice/options';
import { reportHold, type ReportedHold } from '../claims/claims-report';
import { cannotBeRestored, claimsToRestore } from '../../practice/memory/made-again';
import { MAKE_AGAIN, VANISHED_CLAIMS } from '../../practice/memory/vanished';
import type { PracticeBook } from '../../practice/practice-book';
import { prepare, type Prepared } from '../../practice/prepare';
import { accountNumbers, nextRun } from '../../practice/numbers';
import { dollars, reportFinding, type ReportedFinding } from '../report';
import { superbillsPlan } from './superbills-plan';

/** What a month's superbills came to; money in dollars, dates as ISO text. */
export interface SuperbillsReport {
  action: 'superbills';
  month: string;
  superbills: ReportedSuperbill[];
  charged: number;
  heldBack: ReportedHold[];
  notIncluded: { why: string; words: string; sessions: number }[];
  billedBefore: number;
  tablesMade: string[];
  findings: ReportedFinding[];
}

export interface ReportedSuperbill {
  account: string;
  kind: 'superbill' | 'receipt';
  client: string;
  sheet: string;
  payer: string | null;
  diagnoses: string[];
  rows: { control: string; date: string; code: string; units: number; charge: number; paid: number }[];
  charged: number;
  paid: number;
  balance: number;
  pages: number;
}

/** Decides the superbills of a month and plans their sheets. Nothing is written yet. */
export async function prepareSuperbills(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<Prepared<SuperbillsReport>> {
  return prepare(context, options, (book) => {
    const { month } = options;
    const { records, today } = book;
    const nextAccount = accountNumbers(book.reading, 'S', month);
    const decision =
      options.answers?.get(VANISHED_CLAIMS) === MAKE_AGAIN
        ? restored(book, month)
        : decideSuperbills({ ...records, sessions: book.fresh, today, nextAccount });
    const { superbills } = decision;
    const what = `Superbills for ${month}: ${String(superbills.length)} made`;
    const run = { id: nextRun(book.reading, 'superbills', month).id, when: book.when, what };
    const taken = new Set(book.reading.sheets.map((sheet) => sheet.name.toLowerCase()));
    const plan = superbillsPlan(superbills, run, today, taken);
    const sheets = plan.documents.map((document) => document.name);
    return {
      plan: superbills.length > 0 ? plan : null,
      report: superbillsReport(decision, month, sheets, book),
    };
  });
}

/** Superbills that vanished from the register, under their old accounts. */
function restored(book: PracticeBook, month: string): SuperbillsDecision {
  const asked = claimsToRestore(book.vanished, 'S', month);
  const decision: SuperbillsDecision = {
    superbills: [],
    heldBack: [],
    notIncluded: [],
    findings: [...asked.findings],
  };
  for (const { account, sessions } of asked.claims) {
    const made = decideSuperbills({
      ...book.records,
      sessions,
      today: book.today,
      nextAccount: () => account,
    });
    const [superbill, ...more] = made.superbills;
    if (superbill && more.length === 0 && made.heldBack.length === 0) decision.superbills.push(superbill);
    else decision.findings.push(cannotBeRestored(account));
  }
  return decision;
}

function superbillsReport(
  decision: SuperbillsDecision,
  month: string,
  sheets: readonly string[],
  book: { findings: Finding[]; heldBack: HeldBack[]; billedBefore: number },
): SuperbillsReport {
  return {
    action: 'superbills',
    month,
    superbills: decision.superbills.map((superbill, index) =>
      reportSuperbill(superbill, sheets[index] ?? ''),
    ),
    charged: dollars(sum(decision.superbills.map(({ charged }) => charged))),
    heldBack: [...decision.heldBack, ...book.heldBack].map(reportHold),
    notIncluded: notIncludedByReason(decision),
    billedBefore: book.billedBefore,
    tablesMade: [],
    findings: [...book.findings, ...decision.findings].map(reportFinding),
  };
}

function reportSuperbill(superbill: Superbill, sheet: string): ReportedSuperbill {
  return {
    account: superbill.account,
    kind: superbill.kind,
    client: superbill.client.name,
    sheet,
    payer: superbill.client.payer,
    diagnoses: superbill.diagnoses,
    rows: superbill.rows.map((row) => ({
      control: row.control,
      date: isoOf(row.date),
      code: row.code,
      units: row.units,
      charge: dollars(row.charge),
      paid: dollars(row.paid),
    })),
    charged: dollars(superbill.charged),
    paid: dollars(superbill.paid),
    balance: dollars(superbill.balance),
    pages: superbillPages(superbill).length,
  };
}

function notIncludedByReason({ notIncluded }: SuperbillsDecision): SuperbillsReport['notIncluded'] {
  const counts = new Map<(typeof notIncluded)[number]['why'], number>();
  for (const { why } of notIncluded) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, sessions]) => ({ why, words: NOT_INCLUDED_WORDS[why], sessions }));
}
