import type { LineAccount } from '../payments/line-account';
import type { Payer, PayerKind } from '../records/practice';
import { byAmount, plus, ZERO, type Cents } from '../values/cents';
import { daysBetween, type Day } from '../values/day';

/** Days since the claim was made, else since the date of service; the last band has no end. */
export const AGE_BANDS = [
  { name: '0-30', to: 30 },
  { name: '31-60', to: 60 },
  { name: '61-90', to: 90 },
  { name: '91-120', to: 120 },
  { name: 'over 120', to: Infinity },
] as const;

export type AgeBand = (typeof AGE_BANDS)[number]['name'];

export interface Ageing {
  payer: string;
  bands: Record<AgeBand, Cents>;
  total: Cents;
}

export interface AgeingTables {
  /** What payers owe. */
  byPayer: Ageing[];
  /** Auto and workers' compensation: money that may wait for a settlement, apart from ordinary ageing. */
  waitingForSettlement: Ageing[];
  /** What clients owe, in one row. */
  clients: Ageing;
  /** What was paid too much, as a negative amount; in none of the bands. */
  credits: Cents;
}

const SETTLED_LATER: ReadonlySet<PayerKind | null> = new Set(['auto', 'workers-comp']);

/** The four parts together are what is outstanding on these lines. */
export function ageingOf(
  accounts: readonly LineAccount[],
  payers: readonly Payer[],
  asOf: Day,
): AgeingTables {
  const kindOf = new Map(payers.map(({ name, kind }) => [name, kind]));
  const rows = new Map<string, Ageing>();
  const clients = emptyRow('Clients');
  let credits = ZERO;
  for (const { line, payerOwes, clientOwes } of accounts) {
    if (line.date > asOf) continue;
    const band = bandOf(daysBetween(line.billedOn ?? line.date, asOf));
    const row = rows.get(line.payer) ?? emptyRow(line.payer);
    rows.set(line.payer, row);
    for (const [to, amount] of [[row, payerOwes] as const, [clients, clientOwes] as const]) {
      if (amount < ZERO) credits = plus(credits, amount);
      else add(to, band, amount);
    }
  }
  const open = [...rows.values()]
    .filter(({ total }) => total !== ZERO)
    .sort((a, b) => byAmount(b.total, a.total) || a.payer.localeCompare(b.payer, 'en'));
  const waits = ({ payer }: Ageing) => SETTLED_LATER.has(kindOf.get(payer) ?? null);
  return {
    byPayer: open.filter((row) => !waits(row)),
    waitingForSettlement: open.filter(waits),
    clients,
    credits,
  };
}

function bandOf(days: number): AgeBand {
  return (AGE_BANDS.find(({ to }) => days <= to) ?? AGE_BANDS[AGE_BANDS.length - 1] ?? AGE_BANDS[0]).name;
}

function add(row: Ageing, band: AgeBand, amount: Cents): void {
  row.bands[band] = plus(row.bands[band], amount);
  row.total = plus(row.total, amount);
}

function emptyRow(payer: string): Ageing {
  return {
    payer,
    bands: { '0-30': ZERO, '31-60': ZERO, '61-90': ZERO, '91-120': ZERO, 'over 120': ZERO },
    total: ZERO,
  };
}
