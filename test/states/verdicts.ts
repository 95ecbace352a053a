import { readMonthScreen } from '../../src/actions/month-end/month-screen';
import { prepareClaims } from '../../src/actions/claims/make-claims';
import { prepareSuperbills } from '../../src/actions/superbills/make-superbills';
import { prepareUndo } from '../../src/actions/undo/undo';
import type { Finding } from '../../src/billing/findings';
import type { ClaimHold } from '../../src/billing/claims/decision';
import type { BilledLine } from '../../src/billing/records/billed-line';
import { isoOf } from '../../src/billing/values/day';
import { formatDollars } from '../../src/billing/values/cents';
import { Refusal } from '../../src/workbook/refusal';
import { onDesk } from '../support/desk';
import type { TableState } from './states';
import { NOW, workbook } from './workbook';

const MONTH = '2026-11';

/** What an action would do, in words that two workbooks can be compared by, and all that it says. */
interface Outcome {
  result: string[];
  said: string[];
}

type Action = (context: Excel.RequestContext) => Promise<Outcome>;

const ACTIONS: Record<string, Action> = {
  async claims(context) {
    const { report } = await prepareClaims(context, { month: MONTH, now: NOW });
    return {
      result: report.claims.flatMap(({ account, lines }) => billed(account, lines)),
      said: said(report),
    };
  },
  async superbills(context) {
    const { report } = await prepareSuperbills(context, { month: MONTH, now: NOW });
    return {
      result: report.superbills.flatMap(({ account, rows }) => billed(account, rows)),
      said: said(report),
    };
  },
  async reconcile(context) {
    const { report: month, nothing } = await readMonthScreen(context, { month: MONTH, now: NOW });
    if (!month) return { result: [], said: [nothing ?? ''] };
    const { total } = month.balances;
    const amounts = Object.entries(total).map(([name, amount]) => `${name} ${JSON.stringify(amount)}`);
    return { result: amounts, said: [...month.outOfBalance, ...words(month.findings)] };
  },
  async undo(context) {
    const { report } = await prepareUndo(context, { now: NOW });
    const rows = report.rowsRemoved.reduce((sum, removed) => sum + removed.rows, 0);
    return {
      result: [report.run, `${String(rows)} rows`],
      said: report.passedOver === null ? [] : [report.passedOver],
    };
  },
};

function billed(account: string, lines: readonly Pick<BilledLine, 'date' | 'code' | 'charge'>[]): string[] {
  return lines.map(({ date, code, charge }) => [account, isoOf(date), code, formatDollars(charge)].join(' '));
}

function said({ findings, holds }: { findings: readonly Finding[]; holds: readonly ClaimHold[] }): string[] {
  return words([...findings, ...holds.flatMap((hold) => hold.findings)]);
}

function words(findings: readonly Finding[]): string[] {
  return findings.map(({ place, message }) => `${place?.sheet ?? ''}: ${message}`);
}

/** What each action would do once `make` was done; the sentence of its refusal where it is refused. */
async function outcomes(make: TableState['make']): Promise<Record<string, Outcome | string>> {
  const all: Record<string, Outcome | string> = {};
  await onDesk(await workbook(), async (context) => {
    await make(context);
    for (const [name, action] of Object.entries(ACTIONS)) {
      try {
        all[name] = await action(context);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        all[name] = error.message;
      }
    }
  });
  return all;
}

let before: Promise<Record<string, Outcome | string>> | null = null;

const DELETED = ['its sheet deleted', 'its cells cleared'];

/** How an action took the state: as before, refused or told with the place; or what is wrong. */
export interface Verdict {
  action: string;
  is: 'as before' | 'refused' | 'told' | 'wrong';
  words: string;
}

/** What each action makes of a workbook in which a user did this. */
export async function verdictsOf(state: TableState): Promise<Verdict[]> {
  before ??= outcomes(() => Promise.resolve());
  const usual = await before;
  return Object.entries(await outcomes((context) => state.make(context))).map(([action, outcome]) => ({
    action,
    ...verdictOf(action, outcome, usual[action], state),
  }));
}

function verdictOf(
  action: string,
  outcome: Outcome | string,
  usual: Outcome | string | undefined,
  { table, header, what }: TableState,
): Omit<Verdict, 'action'> {
  if (usual === undefined || typeof usual === 'string')
    return { is: 'wrong', words: `not even the workbook as it was can be used: ${usual ?? ''}` };
  if (typeof outcome === 'string') {
    const names = [table, header ?? table].map((name) => name.toLowerCase());
    return names.some((name) => outcome.toLowerCase().includes(name))
      ? { is: 'refused', words: outcome }
      : { is: 'wrong', words: `refused without a place: ${outcome}` };
  }
  const isMade = action === 'claims' || action === 'superbills';
  const again = isMade ? outcome.result.filter((line) => !line.includes(MONTH)) : [];
  if (again.length > 0) return { is: 'wrong', words: `billed again: ${again.join('; ')}` };
  if (JSON.stringify(outcome.result) === JSON.stringify(usual.result)) return { is: 'as before', words: '' };
  // What is deleted with its table is not left for Undo to delete.
  if (action === 'undo' && DELETED.includes(what)) return { is: 'as before', words: '' };
  const more = outcome.said.filter((sentence) => !usual.said.includes(sentence));
  return more.length > 0
    ? { is: 'told', words: more.join(' ') }
    : { is: 'wrong', words: `another result without a word: ${JSON.stringify(outcome.result)}` };
}
