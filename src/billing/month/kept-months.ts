import { minus, negated, plus, ZERO, type Cents } from '../values/cents';
import { addDays, lastOfMonth, monthOf, parseIso, FIRST_DAY, type Day } from '../values/day';
import type { LedgerEntry } from './ledger';

/** What moved on a line in a month, as it stood when the month was kept. */
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
    const signed = entry.kind === 'charge' ? entry.amount : negated(entry.amount);
    now.set(entry.control, plus(now.get(entry.control) ?? ZERO, signed));
    about.set(entry.control, entry);
  }
  const then = new Map(first.lines.map((line) => [line.control, line]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((control): LedgerEntry[] => {
    const line = then.get(control) ?? about.get(control);
    const gap = minus(then.get(control)?.opening ?? ZERO, now.get(control) ?? ZERO);
    return gap === ZERO || !line ? [] : [{ ...namesOf(line), kind: 'charge', on, amount: gap, from: null }];
  });
}

function movementCorrections(entries: readonly LedgerEntry[], kept: KeptMonth): LedgerEntry[] {
  const [from, on] = [beginningOf(kept), endOf(kept)];
  const now = new Map<string, { about: LedgerEntry; amounts: Record<Column, Cents> }>();
  for (const entry of entries) {
    if (entry.on < from || entry.on > on) continue;
    const own = now.get(entry.control) ?? { about: entry, amounts: nothing() };
    now.set(entry.control, own);
    const column = columnOf(entry);
    own.amounts[column] = plus(own.amounts[column], entry.amount);
  }
  const then = new Map(kept.lines.map((line) => [line.control, line]));
  return [...new Set([...now.keys(), ...then.keys()])].flatMap((control) => {
    const line = then.get(control) ?? now.get(control)?.about;
    return COLUMNS.flatMap((column): LedgerEntry[] => {
      const gap = minus(then.get(control)?.[column] ?? ZERO, now.get(control)?.amounts[column] ?? ZERO);
      return gap === ZERO || !line
        ? []
        : [{ ...namesOf(line), ...kindOf(column, line.client), on, amount: gap }];
    });
  });
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

function kindOf(column: Column, client: string): Pick<LedgerEntry, 'kind' | 'from'> {
  if (column === 'charges') return { kind: 'charge', from: null };
  if (column === 'adjustments') return { kind: 'adjustment', from: null };
  return column === 'paidByClients'
    ? { kind: 'payment', from: { kind: 'client', name: client } }
    : { kind: 'payment', from: { kind: 'payer', name: '' } };
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
