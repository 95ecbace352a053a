import type { LineAccount } from '../payments/line-account';
import type { Authorization, Payer } from '../records/practice';
import { sum, type Cents } from '../values/cents';
import type { Day } from '../values/day';
import { labelKey, nameKey } from '../values/name-key';

/** An auto or workers' compensation case: how much of it is paid, open and left. */
export interface AccidentCase {
  client: string;
  payer: string;
  kind: 'auto' | 'workers-comp';
  visits: number;
  charged: Cents;
  paid: Cents;
  adjusted: Cents;
  open: Cents;
  /** Dollars that were authorized less what was paid and is open; null where no dollars are known. */
  dollarsLeft: Cents | null;
  /** Visits that were authorized less the dates of service billed in their windows; null where not known. */
  visitsLeft: number | null;
}

export function accidentCases(
  accounts: readonly LineAccount[],
  payers: readonly Payer[],
  authorizations: readonly Authorization[],
): AccidentCase[] {
  const kinds = new Map(payers.map(({ name, kind }) => [name, kind]));
  const groups = new Map<string, LineAccount[]>();
  for (const account of accounts) {
    const kind = kinds.get(account.line.payer);
    if (kind !== 'auto' && kind !== 'workers-comp') continue;
    const key = `${nameKey(account.line.client)}|${account.line.payer}`;
    const group = groups.get(key);
    if (group) group.push(account);
    else groups.set(key, [account]);
  }
  return [...groups.values()].flatMap((group) => caseOf(group, kinds, authorizations) ?? []);
}

function caseOf(
  group: readonly LineAccount[],
  kinds: ReadonlyMap<string, Payer['kind']>,
  authorizations: readonly Authorization[],
): AccidentCase | null {
  const [first] = group;
  const kind = kinds.get(first?.line.payer ?? '');
  if (!first || (kind !== 'auto' && kind !== 'workers-comp')) return null;
  const { client, payer } = first.line;
  const own = authorizations.filter(
    (row) =>
      nameKey(row.client) === nameKey(client) &&
      (row.payer === null || labelKey(row.payer) === labelKey(payer)),
  );
  const dollars = own.flatMap((row) => row.dollars ?? []);
  const counted = own.filter((row) => row.visits !== null);
  const paid = sum(group.map(({ paidByPayers }) => paidByPayers));
  const open = sum(group.map(({ balance }) => balance));
  const used = datesOf(
    group.filter(
      ({ line }) => counted.length === 0 || counted.some((row) => covers(row, line.date, line.code)),
    ),
  );
  return {
    client,
    payer,
    kind,
    visits: datesOf(group),
    charged: sum(group.map(({ line }) => line.charge)),
    paid,
    adjusted: sum(group.map(({ adjusted }) => adjusted)),
    open,
    dollarsLeft: dollars.length === 0 ? null : sum(dollars) - paid - Math.max(0, open),
    visitsLeft: counted.length === 0 ? null : sum(counted.map(({ visits }) => visits ?? 0)) - used,
  };
}

/** Several lines of one date are one visit. */
function datesOf(group: readonly LineAccount[]): number {
  return new Set(group.map(({ line }) => line.date)).size;
}

function covers({ from, to, codes }: Authorization, date: Day, code: string): boolean {
  return (
    (from === null || from <= date) &&
    (to === null || date <= to) &&
    (codes.length === 0 || codes.includes(code))
  );
}
