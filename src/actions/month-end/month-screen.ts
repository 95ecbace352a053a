import { procedure } from '../../billing/codes/procedures';
import { lineAccounts } from '../../billing/payments/line-account';
import { plus, ZERO, type Cents } from '../../billing/values/cents';
import { isoOf, monthOf, type Day } from '../../billing/values/day';
import { Refusal } from '../../workbook/refusal';
import { readTable } from '../../workbook/tables/read-table';
import type { ActionOptions } from '../../practice/options';
import type { PaymentBook } from '../../practice/payments/payment-book';
import { preparePayments } from '../../practice/payments/prepare-payments';
import { openUnmatched, type OpenUnmatched } from '../payments/settle';
import type { PracticeBook } from '../../practice/practice-book';
import { cellName, dollars } from '../report';
import { readCalls, readMonth } from './read-month';
import { reportMonth, type MonthEndReport } from './reported-month';

/** All that the pane shows of a month end, out of one reading; money in dollars, dates as ISO text. */
export interface MonthScreen {
  month: string;
  report: MonthEndReport | null;
  /** Why there is no report; null when there is one. */
  nothing: string | null;
  unmatched: OpenUnmatched[];
  /** `YYYY-MM` of sessions, of the register and of money received, the earliest first. */
  months: string[];
  /** Names of the Clients table. */
  clients: string[];
  /** Names of the Payers table. */
  payers: string[];
  codes: { code: string; words: string }[];
  claims: RegisteredClaim[];
  /** Where claims and lines stand, by account and by line number. */
  cells: Record<string, { sheet: string; cell: string }>;
}

/** A claim or superbill of the register that counts, with what is open on it today. */
export interface RegisteredClaim {
  account: string;
  client: string;
  payer: string;
  /** `YYYY-MM`: the month that it was made for. */
  month: string;
  from: string;
  to: string;
  charge: number;
  open: number;
  lines: { control: string; date: string; code: string; charge: number; open: number }[];
  /** The last row of the Calls table first. */
  calls: { on: string | null; kind: string; words: string; followUp: string | null }[];
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

function monthOrNothing(
  book: PracticeBook,
  payments: PaymentBook,
  month: string,
): Pick<MonthScreen, 'report' | 'nothing'> {
  try {
    const view = readMonth(book, payments, month);
    return { report: reportMonth(view, { sheet: null, findings: payments.findings }), nothing: null };
  } catch (problem) {
    if (!(problem instanceof Refusal) || problem.code !== 'nothing-billed') throw problem;
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
  const claims = new Map<string, Omit<RegisteredClaim, 'charge' | 'open'> & { charge: Cents; open: Cents }>();
  for (const { line, balance } of lineAccounts(lines, postings)) {
    const { account, client, payer, control, code, charge } = line;
    const date = isoOf(line.date);
    const month = monthOfClaim.get(account) ?? date.slice(0, 7);
    const claim = claims.get(account) ?? {
      ...{ account, client, payer, month, from: date, to: date, charge: ZERO, open: ZERO, lines: [] },
      calls: calls.get(account) ?? [],
    };
    claims.set(account, claim);
    claim.lines.push({ control, date, code, charge: dollars(charge), open: dollars(balance) });
    claim.from = date < claim.from ? date : claim.from;
    claim.to = date > claim.to ? date : claim.to;
    claim.charge = plus(claim.charge, charge);
    claim.open = plus(claim.open, balance);
  }
  return [...claims.values()].map((claim) => ({
    ...claim,
    charge: dollars(claim.charge),
    open: dollars(claim.open),
  }));
}

function callsByAccount(book: PracticeBook): Map<string, RegisteredClaim['calls']> {
  const byAccount = new Map<string, RegisteredClaim['calls']>();
  const isoOrNull = (day: Day | null) => (day === null ? null : isoOf(day));
  for (const { account, on, kind, spokeWith, said, followUp } of readCalls(book)) {
    const words = [spokeWith, said].filter((part) => part !== null).join(': ');
    const call = { on: isoOrNull(on), kind: kind ?? 'Call', words, followUp: isoOrNull(followUp) };
    byAccount.set(account, [call, ...(byAccount.get(account) ?? [])]);
  }
  return byAccount;
}

function cellsOf({ reading }: PracticeBook): MonthScreen['cells'] {
  const places = [
    ...readTable(reading, 'Claims').rows.map(({ account, cells }) => ({
      number: account,
      place: cells.account,
    })),
    ...readTable(reading, 'ClaimLines').rows.map(({ control, cells }) => ({
      number: control,
      place: cells.control,
    })),
  ];
  return Object.fromEntries(
    places.flatMap(({ number, place }) =>
      place ? [[number, { sheet: place.sheet, cell: cellName(place) }]] : [],
    ),
  );
}
