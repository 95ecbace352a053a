import type { Authorization } from '../records/practice';
import { labelKey } from '../values/name-key';
import { RowAccount, type Need, type Shortage } from './account';
import type { VisitAmounts, Why } from './amounts';
import type { KeptVisit } from './kept-visits';
import { byUse, covering, inForce, kindOf, KINDS, type RowKind } from './row';

/** What became of a visit. */
export type Taking =
  /** It bills nothing, so that it uses up nothing. */
  | { outcome: 'nothing' }
  /** No row is in force for its date and codes. */
  | { outcome: 'uncovered' }
  /** `others`: rows that had room for it too. */
  | { outcome: 'room'; row: Authorization; others: Authorization[] }
  /** A row for it is there, and none suffices. One shortage a row. */
  | { outcome: 'over'; shortages: Shortage[] }
  /** What is left is not known: because of what this visit takes, or an earlier one, or of a fault in a row. */
  | { outcome: 'not-told'; why: Why; visit: KeptVisit | null };

/**
 * What visits use up of the rows of one kind. Orders, referrals and authorizations are a ledger each: a visit needs an
 * order and an authorization, not one or the other. Claims, the rules, VISITS_LEFT and the month's sheet ask this
 * ledger, so that they agree:
 *
 * - Every visit that took place counts, in the order of the dates, billed or not, held back or not: a payer counts
 *   dates of service. No-shows and what is still to come do not; nor does a visit without a unit, of which no payer
 *   hears.
 * - Two visits of a date are one visit of a limit; their units and dollars add up.
 * - A visit is taken from the first row, in the order `byUse`, that is in force, is for its codes and has room for all
 *   of it. Of a visit with codes for which no row is as a whole, rows for some of them are used, for these codes; no
 *   claim is put under such a row.
 * - A line that was billed under a number is taken from the row of that number, in time or not, and beyond what it
 *   allows; a number that stands in no row used up some other authorization. Of rows of one number those come first
 *   that are in force and for the code.
 * - A visit that finds no room in any of its rows uses them up: "12 of 10 units used". A smaller one that comes later
 *   does not slip in before it, and is over as well.
 * - Where nobody can tell what a visit takes, nobody can tell from then on what is left in the rows it may be taken
 *   from.
 */
export class AuthorizationLedger {
  private readonly accounts = new Map<Authorization, RowAccount>();

  constructor(
    private readonly kind: RowKind,
    private readonly amounts: VisitAmounts,
  ) {}

  account(row: Authorization): RowAccount {
    const account = this.accounts.get(row) ?? new RowAccount(row);
    this.accounts.set(row, account);
    return account;
  }

  /** The accounts of those rows that are of the ledger's kind, in the order in which they are used up. */
  accountsOf(rows: readonly Authorization[]): RowAccount[] {
    return rows
      .filter((row) => kindOf(row) === this.kind)
      .sort(byUse)
      .map((row) => this.account(row));
  }

  /** Visits come in the order of their dates. */
  take(visit: KeptVisit): Taking {
    const accounts = this.accountsOf(visit.rows);
    if (accounts.length === 0) return { outcome: 'uncovered' };
    if (this.amounts.billsNothing(visit)) return { outcome: 'nothing' };
    const asked = this.rowsFor(visit, accounts);
    if (asked.length === 0) return { outcome: 'uncovered' };
    const needs = asked.map((account) => ({ account, need: account.need(visit, this.amounts) }));
    for (const [at, { account, need }] of needs.entries()) {
      if (account.usedUp || need.shortage) continue;
      const notTold = account.notTold ?? (need.why && { why: need.why, visit });
      const later = needs.slice(at + 1);
      if (notTold) {
        for (const each of [account, ...later.map((other) => other.account)]) each.notTold ??= notTold;
        return { outcome: 'not-told', ...notTold };
      }
      account.take(visit, need, true);
      const others = later.filter((other) => hasRoom(other.account, other.need));
      return { outcome: 'room', row: account.row, others: others.map((other) => other.account.row) };
    }
    const last = needs.at(-1);
    last?.account.take(visit, last.need, false);
    const shortages = needs.flatMap(({ account, need }) => {
      account.usedUp ??= need.shortage;
      return need.shortage ?? account.usedUp ?? [];
    });
    return { outcome: 'over', shortages };
  }

  /** The rows that a visit may be taken from, in the order in which they are asked. */
  private rowsFor(visit: KeptVisit, accounts: readonly RowAccount[]): RowAccount[] {
    const { date, billed, sessions } = visit;
    const open = covering(
      accounts.filter(({ row }) => inForce(row, date)),
      this.amounts.codes(visit),
    );
    const numbers = new Set(billed.flatMap(({ authorization }) => labelKey(authorization ?? '') || []));
    if (numbers.size === 0) return open;
    const isNamed = ({ row }: RowAccount): boolean => numbers.has(labelKey(row.number ?? ''));
    const openNamed = open.filter(isNamed);
    if (sessions.length > 0) return [...openNamed, ...open.filter((each) => !isNamed(each))];
    const named = openNamed.length > 0 ? openNamed : accounts.filter(isNamed);
    return named.length > 0 || this.kind === 'authorization' ? named : open;
  }
}

/** The accounts of rows after these visits, a list for each kind. */
export function accountsAfter(
  visits: readonly KeptVisit[],
  rows: readonly Authorization[],
  amounts: VisitAmounts,
): RowAccount[][] {
  return KINDS.map((kind) => {
    const ledger = new AuthorizationLedger(kind, amounts);
    for (const visit of visits) ledger.take(visit);
    return ledger.accountsOf(rows);
  });
}

function hasRoom({ usedUp, notTold }: RowAccount, { shortage, why }: Need): boolean {
  return !usedUp && !notTold && !shortage && !why;
}
