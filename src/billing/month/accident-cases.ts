import type { RowAccount } from '../authorizations/account';
import { VisitAmounts } from '../authorizations/amounts';
import { KeptVisits } from '../authorizations/kept-visits';
import { accountsAfter } from '../authorizations/ledger';
import { centsCounted, MEASURES, type MeasureName } from '../authorizations/measures';
import { inForce } from '../authorizations/row';
import type { LineAccount } from '../payments/line-account';
import type { Authorization, Payer } from '../records/practice';
import { larger, plus, sum, ZERO, type Cents } from '../values/cents';
import { totalCount } from '../values/counts';
import type { Day } from '../values/day';
import { smallest } from '../values/lists';
import { labelKey, nameKey } from '../values/name-key';
import { feeLookup } from '../visits/fees';

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
  /** Of what is authorized on the day, less what was paid and is open; null where no dollars are known. */
  dollarsLeft: Cents | null;
  /** Of what is authorized on the day, less the dates of service billed; null where not known. */
  visitsLeft: number | null;
}

export function accidentCases(
  accounts: readonly LineAccount[],
  payers: readonly Payer[],
  authorizations: readonly Authorization[],
  asOf: Day,
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
  return [...groups.values()].flatMap((group) => caseOf(group, kinds, authorizations, asOf) ?? []);
}

function caseOf(
  group: readonly LineAccount[],
  kinds: ReadonlyMap<string, Payer['kind']>,
  authorizations: readonly Authorization[],
  asOf: Day,
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
  const accounts = accountsOf(group, own);
  const dollarsLeft = leftOf('dollars', accounts, asOf);
  return {
    client,
    payer,
    kind,
    visits: new Set(group.map(({ line }) => line.date)).size,
    charged: sum(group.map(({ line }) => line.charge)),
    paid: sum(group.map(({ paidByPayers }) => paidByPayers)),
    adjusted: sum(group.map(({ adjusted }) => adjusted)),
    open: sum(group.map(({ balance }) => balance)),
    dollarsLeft: dollarsLeft === null ? null : centsCounted(dollarsLeft),
    visitsLeft: leftOf('visits', accounts, asOf),
  };
}

/** The rows after all lines of the case. A line takes of the dollars what was paid and is open, not its charge. */
function accountsOf(group: readonly LineAccount[], rows: readonly Authorization[]): RowAccount[][] {
  const [first] = group;
  if (!first || rows.length === 0) return [];
  const visits = new KeptVisits({ clientName: first.line.client, client: null, payer: null, rows });
  for (const { line, paidByPayers, balance } of group) {
    const { client, payer, date, code, units } = line;
    const charge = plus(larger(ZERO, paidByPayers), larger(ZERO, balance));
    visits.addBilled({ client, payer, date, code, units, charge, authorization: null });
  }
  return accountsAfter(visits.all(), rows, new VisitAmounts(feeLookup([])));
}

/** What the rows in force leave by a measure: of orders, referrals and authorizations those that leave least. */
function leftOf(measure: MeasureName, ofKinds: readonly RowAccount[][], asOf: Day): number | null {
  const lefts = ofKinds.flatMap((accounts) => {
    const limited = accounts.flatMap((account) => {
      const allowed = MEASURES[measure].allowed(account.row);
      return allowed === null ? [] : [{ row: account.row, left: allowed - account.used(measure) }];
    });
    const open = limited.filter(({ row }) => inForce(row, asOf));
    return limited.length === 0 ? [] : [totalCount(open.map(({ left }) => left))];
  });
  return lefts.length === 0 ? null : smallest(lefts);
}
