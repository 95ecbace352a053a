import { minus, negated, plus, ZERO, type Cents } from '../values/cents';
import { addDays, lastOfMonth, monthOf, parseIso, FIRST_DAY, type Day } from '../values/day';
import { balancesOf, type LedgerEntry } from './ledger';

/**
 * What moved on a line in a month, as it stood when the month was kept. A line whose payer or client is called otherwise
 * since an earlier month was kept has one for each name.
 */
export interface KeptLine {
  control: string;
  account: string;
  client: string;
  payer: string;
  opening: Cents;
  charges: Cents;
  paidByPayers: Cents;
  paidByClients: Cents;
  adjustments: Cents;
}

/** A month that stays as its sheet said, or as it was closed. */
export interface KeptMonth {
  /** `YYYY-MM`. */
  month: string;
  isClosed: boolean;
  lines: readonly KeptLine[];
}

/** A change of what a kept month rests on: it counts in the first month after it that is still open. */
export interface LateChange {
  control: string;
  account: string;
  client: string;
  payer: string;
  charges: Cents;
  payments: Cents;
  adjustments: Cents;
}

export interface KeptLedger {
  entries: LedgerEntry[];
  /** Of them what was put in so that kept months stay. */
  added: LedgerEntry[];
  /** What counts in this month and is for kept ones. */
  late: LateChange[];
  /** What came for this month, or those before it, since it was kept: it counts later. */
  cameLater: LateChange[];
}

type Column = 'charges' | 'paidByPayers' | 'paidByClients' | 'adjustments';
const COLUMNS: readonly Column[] = ['charges', 'paidByPayers', 'paidByClients', 'adjustments'];

/** A month whose sheet alone was made is kept for those after it; made again, it says what is known then. */
export function keptFor(month: string, kept: readonly KeptMonth[]): KeptMonth[] {
  return kept.filter((one) => one.isClosed || one.month < month).sort((a, b) => (a.month < b.month ? -1 : 1));
}

/**
 * The ledger in which kept months are as they were kept: what differs is taken out of them and put on the first day
 * after them, so that nothing is lost, and each month opens with what the one before it closed with.
 */
export function withKeptMonths(
  entries: readonly LedgerEntry[],
  month: string,
  kept: readonly KeptMonth[],
): KeptLedger {
  const added: LedgerEntry[] = [];
  const late = new Map<string, LateChange>();
  const later = new Map<string, LateChange>();
  for (const run of runsOf(keptFor(month, kept))) {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) continue;
    const next = addDays(endOf(last), 1);
    const corrections = [
      ...openingCorrections(entries, first),
      ...run.flatMap((each) => movementCorrections(entries, each)),
    ];
    const goesTo = monthOf(next) === month ? late : last.month >= month ? later : null;
    for (const correction of corrections) {
      const put = { ...correction, amount: negated(correction.amount), on: next };
      added.push(correction, put);
      if (goesTo && (goesTo === late || monthOf(correction.on) <= month)) note(goesTo, put);
    }
  }
  return { entries: [...entries, ...added], added, late: changed(late), cameLater: changed(later) };
}

/** Months that follow one another. */
function runsOf(kept: readonly KeptMonth[]): KeptMonth[][] {
  const runs: KeptMonth[][] = [];
  for (const one of kept) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && monthOf(addDays(endOf(before), 1)) === one.month) last.push(one);
    else runs.push([one]);
  }
  return runs;
}

function beginningOf({ month }: KeptMonth): Day {
  return parseIso(`${month}-01`) ?? FIRST_DAY;
}

function endOf(kept: KeptMonth): Day {
  return lastOfMonth(beginningOf(kept));
}

/** What was owed when the month began, where it is not what is known now. */
function openingCorrections(entries: readonly LedgerEntry[], first: KeptMonth): LedgerEntry[] {
  const on = addDays(beginningOf(first), -1);
  const now = new Map<string, Cents>();
  const about = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    if (entry.on > on) continue;
    const key = nameKeyOf(entry);
    const signed = entry.kind === 'charge' ? entry.amount : negated(entry.amount);
    now.set(key, plus(now.get(key) ?? ZERO, signed));
    about.set(key, entry);
  }
  const then = new Map(first.lines.map((line) => [nameKeyOf(line), line]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key): LedgerEntry[] => {
    const line = then.get(key) ?? about.get(key);
    const gap = minus(then.get(key)?.opening ?? ZERO, now.get(key) ?? ZERO);
    return gap === ZERO || !line ? [] : [{ ...namesOf(line), kind: 'charge', on, amount: gap, from: null }];
  });
}

function movementCorrections(entries: readonly LedgerEntry[], kept: KeptMonth): LedgerEntry[] {
  const [from, on] = [beginningOf(kept), endOf(kept)];
  const now = new Map<string, { about: LedgerEntry; amounts: Record<Column, Cents> }>();
  for (const entry of entries) {
    if (entry.on < from || entry.on > on) continue;
    const key = nameKeyOf(entry);
    const own = now.get(key) ?? { about: entry, amounts: nothing() };
    now.set(key, own);
    const column = columnOf(entry);
    own.amounts[column] = plus(own.amounts[column], entry.amount);
  }
  const then = new Map(kept.lines.map((line) => [nameKeyOf(line), line]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((key) => {
    const line = then.get(key) ?? now.get(key)?.about;
    return COLUMNS.flatMap((column): LedgerEntry[] => {
      const gap = minus(then.get(key)?.[column] ?? ZERO, now.get(key)?.amounts[column] ?? ZERO);
      return gap === ZERO || !line ? [] : [{ ...namesOf(line), ...kindOf(column, line), on, amount: gap }];
    });
  });
}

/** What a month keeps: what was open at its end, or moved in it. Throws on a text that is no month. */
export function keptLinesOf(entries: readonly LedgerEntry[], month: string): KeptLine[] {
  const about = new Map(entries.map((entry) => [nameKeyOf(entry), entry]));
  return balancesOf(entries, month, nameKeyOf).flatMap((balance): KeptLine[] => {
    const line = about.get(balance.name);
    const { opening, charges, paidByPayers, paidByClients, adjustments } = balance;
    return line ? [{ ...namesOf(line), opening, charges, paidByPayers, paidByClients, adjustments }] : [];
  });
}

/** A line under the names that the tables by payer and by client have for it. */
function nameKeyOf({ control, client, payer }: Pick<KeptLine, 'control' | 'client' | 'payer'>): string {
  return JSON.stringify([control, client, payer]);
}

function namesOf({
  control,
  account,
  client,
  payer,
}: Pick<KeptLine, 'control' | 'account' | 'client' | 'payer'>) {
  return { control, account, client, payer };
}

function nothing(): Record<Column, Cents> {
  return { charges: ZERO, paidByPayers: ZERO, paidByClients: ZERO, adjustments: ZERO };
}

function columnOf({ kind, from }: LedgerEntry): Column {
  if (kind === 'charge') return 'charges';
  if (kind === 'adjustment') return 'adjustments';
  return from?.kind === 'client' ? 'paidByClients' : 'paidByPayers';
}

function kindOf(
  column: Column,
  { client, payer }: Pick<KeptLine, 'client' | 'payer'>,
): Pick<LedgerEntry, 'kind' | 'from'> {
  if (column === 'charges') return { kind: 'charge', from: null };
  if (column === 'adjustments') return { kind: 'adjustment', from: null };
  return column === 'paidByClients'
    ? { kind: 'payment', from: { kind: 'client', name: client } }
    : { kind: 'payment', from: { kind: 'payer', name: payer } };
}

function note(changes: Map<string, LateChange>, entry: LedgerEntry): void {
  const change = changes.get(entry.control) ?? {
    ...namesOf(entry),
    ...{ charges: ZERO, payments: ZERO, adjustments: ZERO },
  };
  changes.set(entry.control, change);
  const column = ({ charge: 'charges', payment: 'payments', adjustment: 'adjustments' } as const)[entry.kind];
  change[column] = plus(change[column], entry.amount);
}

function changed(changes: ReadonlyMap<string, LateChange>): LateChange[] {
  return [...changes.values()].filter(
    ({ charges, payments, adjustments }) => charges !== ZERO || payments !== ZERO || adjustments !== ZERO,
  );
}
