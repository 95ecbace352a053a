import { procedure } from '../../billing/codes/procedures';
import type { CellPlace } from '../../billing/findings';
import type { CallRow } from '../../billing/month/follow-ups';
import type { ClientCredit } from '../../billing/payments/client-credit';
import { lineAccounts, type LineAccount } from '../../billing/payments/line-account';
import { plus, ZERO, type Cents } from '../../billing/values/cents';
import { earliest, latest, monthOf, type Day } from '../../billing/values/day';
import { Refusal, type RefusalCode } from '../../workbook/refusal';
import { readTable } from '../../workbook/tables/read-table';
import type { ActionOptions } from '../../practice/options';
import type { PaymentBook } from '../../practice/payments/payment-book';
import { preparePayments } from '../../practice/payments/prepare-payments';
import { creditsOn } from '../payments/use-credit';
import { openUnmatched, type OpenUnmatched } from '../payments/settle';
import type { PracticeBook } from '../../practice/practice-book';
import { readCalls, readMonth, type MonthEndReport } from './read-month';

/** All that the pane shows of a month end, out of one reading. */
export interface MonthScreen {
  month: string;
  report: MonthEndReport | null;
  /** Why there is no report; null when there is one. */
  nothing: string | null;
  unmatched: OpenUnmatched[];
  /** What clients have with the practice today. */
  credits: ClientCredit[];
  /** `YYYY-MM` of sessions, of the register and of money received, the earliest first. */
  months: string[];
  /** Names of the Clients table. */
  clients: string[];
  /** Names of the Payers table. */
  payers: string[];
  codes: { code: string; words: string }[];
  claims: RegisteredClaim[];
  /** Where claims and lines stand, by account and by line number. */
  cells: ReadonlyMap<string, CellPlace>;
}

/** A claim or superbill of the register that counts, with what is open on it today. */
export interface RegisteredClaim {
  account: string;
  client: string;
  payer: string;
  /** `YYYY-MM`: the month that it was made for. */
  month: string;
  from: Day;
  to: Day;
  charge: Cents;
  open: Cents;
  lines: LineAccount[];
  /** The last row of the Calls table first. */
  calls: CallRow[];
}

/** Reads the workbook once; writes nothing. Where nothing was billed or paid yet, `nothing` says so. */
export async function readMonthScreen(
  context: Excel.RequestContext,
  options: ActionOptions,
): Promise<MonthScreen> {
  const { report } = await preparePayments(context, options, 'month end', ({ book, payments }) => {
    const { report: month, nothing } = monthOrNothing(book, payments, options.month);
    const screen: MonthScreen = {
      month: options.month,
      report: month,
      nothing,
      unmatched: openUnmatched(payments),
      credits: creditsOn(payments, book.records, book.today),
      months: monthsOf(book, payments),
      clients: book.records.clients.map(({ name }) => name),
      payers: book.records.payers.map(({ name }) => name),
      codes: codesOf(book),
      claims: claimsOf(book, payments),
      cells: cellsOf(book),
    };
    return { plan: null, report: screen };
  });
  return report;
}

/** There is no month to show; all else of the screen can be used. */
const NOTHING: readonly RefusalCode[] = ['nothing-billed', 'register-lost'];

function monthOrNothing(
  book: PracticeBook,
  payments: PaymentBook,
  month: string,
): Pick<MonthScreen, 'report' | 'nothing'> {
  try {
    return { report: readMonth(book, payments, month).report, nothing: null };
  } catch (problem) {
    if (!(problem instanceof Refusal) || !NOTHING.includes(problem.code)) throw problem;
    return { report: null, nothing: problem.message };
  }
}

function monthsOf({ sessions, register }: PracticeBook, payments: PaymentBook): string[] {
  const received = [...payments.payments, ...payments.postings].map((one) => monthOf(one.received));
  const billed = register.claims.map(({ month }) => month).filter((month) => /^\d{4}-\d{2}$/.test(month));
  return [...new Set([...sessions.map(({ date }) => monthOf(date)), ...billed, ...received])].sort();
}

function codesOf({ records }: PracticeBook): MonthScreen['codes'] {
  const codes = [...new Set(records.fees.map(({ code }) => code))];
  return codes.map((code) => ({ code, words: procedure(code)?.words ?? '' }));
}

function claimsOf(book: PracticeBook, { lines, postings }: PaymentBook): RegisteredClaim[] {
  const monthOfClaim = new Map(book.register.claims.map(({ account, month }) => [account, month]));
  const calls = callsByAccount(book);
  const claims = new Map<string, RegisteredClaim>();
  for (const one of lineAccounts(lines, postings)) {
    const { account, client, payer, date, charge } = one.line;
    const claim = claims.get(account) ?? {
      ...{ account, client, payer, month: monthOfClaim.get(account) ?? monthOf(date) },
      ...{ from: date, to: date, charge: ZERO, open: ZERO, lines: [] },
      calls: calls.get(account) ?? [],
    };
    claims.set(account, claim);
    claim.lines.push(one);
    claim.from = earliest(claim.from, date);
    claim.to = latest(claim.to, date);
    claim.charge = plus(claim.charge, charge);
    claim.open = plus(claim.open, one.balance);
  }
  return [...claims.values()];
}

function callsByAccount(book: PracticeBook): Map<string, CallRow[]> {
  const byAccount = new Map<string, CallRow[]>();
  for (const call of readCalls(book))
    byAccount.set(call.account, [call, ...(byAccount.get(call.account) ?? [])]);
  return byAccount;
}

function cellsOf({ reading }: PracticeBook): MonthScreen['cells'] {
  const places = new Map<string, CellPlace>();
  for (const { account, cells } of readTable(reading, 'Claims').rows)
    if (cells.account) places.set(account, cells.account);
  for (const { control, cells } of readTable(reading, 'ClaimLines').rows)
    if (cells.control) places.set(control, cells.control);
  return places;
}
