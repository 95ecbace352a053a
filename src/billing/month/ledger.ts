import type { BilledLine } from '../records/billed-line';
import type { Posting } from '../payments/posting';
import { countedOn } from '../payments/counted';
import { minus, negated, plus, sum, ZERO, type Cents } from '../values/cents';
import { firstOfMonth, lastOfMonth, parseIso, type Day } from '../values/day';

/** One thing that changes what is owed. Charges raise it; payments and write-offs lower it, reversals raise it again. */
export interface LedgerEntry {
  kind: 'charge' | 'payment' | 'adjustment';
  on: Day;
  amount: Cents;
  /** The payer that was billed; who paid is in `from`. */
  payer: string;
  client: string;
  account: string;
  control: string;
  /** Null for charges. */
  from: Posting['from'] | null;
}

/** Charges count on the date of service, payments and write-offs on the day they were received. */
export function ledgerOf(lines: readonly BilledLine[], postings: readonly Posting[]): LedgerEntry[] {
  const byControl = new Map(lines.map((line) => [line.control, line]));
  const charges = lines.map(({ charge, date, payer, client, account, control }): LedgerEntry => {
    return { kind: 'charge', on: date, amount: charge, payer, client, account, control, from: null };
  });
  const rest = countedOn(lines, postings).flatMap((posting): LedgerEntry[] => {
    const { control, account, client, received, from, paid, adjusted } = posting;
    const about = {
      on: received,
      payer: byControl.get(control)?.payer ?? from.name,
      client,
      account,
      control,
      from,
    };
    return [
      ...(paid === ZERO ? [] : [{ ...about, kind: 'payment' as const, amount: paid }]),
      ...(adjusted === ZERO ? [] : [{ ...about, kind: 'adjustment' as const, amount: adjusted }]),
    ];
  });
  return [...charges, ...rest];
}

/** Opening balance + charges - payments - adjustments = closing balance. */
export interface Balance {
  name: string;
  opening: Cents;
  charges: Cents;
  paidByPayers: Cents;
  paidByClients: Cents;
  /** Both together. */
  payments: Cents;
  adjustments: Cents;
  closing: Cents;
}

export interface MonthBalances {
  total: Balance;
  byPayer: Balance[];
  byClient: Balance[];
  /** By line control number. */
  byLine: Balance[];
}

/** `YYYY-MM`. Throws on any other text: a month is chosen, not typed. */
export function monthBalances(entries: readonly LedgerEntry[], month: string): MonthBalances {
  const span = spanOf(month);
  return {
    total: balanceOf('Total', entries, span),
    byPayer: balancesBy(entries, span, ({ payer }) => payer),
    byClient: balancesBy(entries, span, ({ client }) => client),
    byLine: balancesBy(entries, span, ({ control }) => control),
  };
}

/**
 * What does not tie out, in plain words; empty when everything does. The closing balance is added up from all entries
 * to the end of the month, and not from the other columns, so that this can find a mistake.
 */
export function tieOut({ total, ...tables }: MonthBalances): string[] {
  const all = Object.values(tables).flat();
  const rows = [total, ...all].filter(
    ({ opening, charges, payments, adjustments, closing }) =>
      minus(plus(opening, charges), payments, adjustments) !== closing,
  );
  const columns = ['opening', 'charges', 'payments', 'adjustments', 'closing'] as const;
  const sums = Object.entries(tables).flatMap(([table, balances]) =>
    columns
      .filter((column) => sum(balances.map((balance) => balance[column])) !== total[column])
      .map((column) => `The ${column} of ${table} do not add up to the total.`),
  );
  return [
    ...rows.map(({ name }) => `${name}: the closing balance does not follow from the opening one.`),
    ...sums,
  ];
}

/** The same for groups of the caller's own, without those that were never open and did not move. */
export function balancesOf(
  entries: readonly LedgerEntry[],
  month: string,
  keyOf: (entry: LedgerEntry) => string,
): Balance[] {
  return balancesBy(entries, spanOf(month), keyOf);
}

interface Span {
  from: Day;
  to: Day;
}

function spanOf(month: string): Span {
  const day = parseIso(`${month}-01`);
  if (day === null) throw new RangeError(`${month} is not a month`);
  return { from: firstOfMonth(day), to: lastOfMonth(day) };
}

function balancesBy(
  entries: readonly LedgerEntry[],
  span: Span,
  keyOf: (entry: LedgerEntry) => string,
): Balance[] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group) group.push(entry);
    else groups.set(keyOf(entry), [entry]);
  }
  return [...groups]
    .map(([name, group]) => balanceOf(name, group, span))
    .filter(
      (row) =>
        row.opening !== ZERO ||
        row.closing !== ZERO ||
        row.charges !== ZERO ||
        row.payments !== ZERO ||
        row.adjustments !== ZERO,
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function balanceOf(name: string, entries: readonly LedgerEntry[], { from, to }: Span): Balance {
  const balance = {
    name,
    opening: ZERO,
    charges: ZERO,
    paidByPayers: ZERO,
    paidByClients: ZERO,
    payments: ZERO,
    adjustments: ZERO,
    closing: ZERO,
  };
  for (const entry of entries) {
    if (entry.on > to) continue;
    const signed = entry.kind === 'charge' ? entry.amount : negated(entry.amount);
    balance.closing = plus(balance.closing, signed);
    if (entry.on < from) balance.opening = plus(balance.opening, signed);
    else if (entry.kind === 'charge') balance.charges = plus(balance.charges, entry.amount);
    else if (entry.kind === 'adjustment') balance.adjustments = plus(balance.adjustments, entry.amount);
    else {
      const paidBy = entry.from?.kind === 'client' ? 'paidByClients' : 'paidByPayers';
      balance.payments = plus(balance.payments, entry.amount);
      balance[paidBy] = plus(balance[paidBy], entry.amount);
    }
  }
  return balance;
}
