import type { Payer } from '../../billing/records/practice';
import { lastDayToFile } from '../../billing/rules/filing-limit';
import { byDay, daysBetween, usDate, type Day } from '../../billing/values/day';
import type { KeptAnswer } from '../../practice/register/kept-answers';
import type { ClaimRow } from '../../workbook/tables/claims';

/** Proof of timely filing. A claim is filed when it was accepted (277CA); that its file arrived (999) is less. */
export interface Filed {
  on: Day;
  verdict: 'accepted' | 'received';
  /** Who accepted it. */
  from: string;
  kind: KeptAnswer['kind'];
  /** The claim that was accepted: this one, or the one that it corrects. */
  account: string;
  /** Null where the payer's limit is not known. */
  lastDay: Day | null;
}

/**
 * When a claim was filed, by the answers that were kept: the first acceptance of it or of the claim that it
 * corrects, since the first filing is what counts; else the first receipt. Null without either.
 */
export function filedOn(
  account: string,
  claims: readonly ClaimRow[],
  answers: readonly KeptAnswer[],
  payers: readonly Payer[],
): Filed | null {
  const accounts = withThoseReplaced(account, claims);
  const proofs = answers
    .flatMap(({ verdict, on, from, kind, account: of }) =>
      verdict !== 'rejected' && on !== null && accounts.includes(of)
        ? [{ on, verdict, from, kind, account: of }]
        : [],
    )
    .sort((a, b) => byDay(a.on, b.on));
  const proof = proofs.find(({ verdict }) => verdict === 'accepted') ?? proofs[0];
  if (!proof) return null;
  const claim = claims.find((one) => one.account === account);
  return { ...proof, lastDay: claim ? lastDayOf(claim, payers) : null };
}

/** The last day on which the payer takes the claim's first service; null where the limit is not known. */
export function lastDayOf(
  { payer: name, from }: Pick<ClaimRow, 'payer' | 'from'>,
  payers: readonly Payer[],
): Day | null {
  const payer = payers.find((one) => one.name === name);
  return payer && from !== null ? lastDayToFile(payer, from) : null;
}

/** `Filed on 11/03/2026, accepted by INVENTED CLEARING, 9 days before the last day to file (11/12/2026).` */
export function filedWords({ on, verdict, from, lastDay }: Filed): string {
  const who = from === '' ? '' : ` by ${from}`;
  const how =
    verdict === 'accepted'
      ? `Filed on ${usDate(on)}, accepted${who}`
      : `Received on ${usDate(on)}${who}, not yet accepted`;
  return lastDay === null
    ? `${how}; the payer’s last day to file is not known.`
    : `${how}, ${distance(daysBetween(on, lastDay))} the last day to file (${usDate(lastDay)}).`;
}

function distance(days: number): string {
  if (days === 0) return 'on';
  const number = Math.abs(days);
  return `${String(number)} ${number === 1 ? 'day' : 'days'} ${days > 0 ? 'before' : 'after'}`;
}

function withThoseReplaced(account: string, claims: readonly ClaimRow[]): string[] {
  const accounts: string[] = [];
  for (let next: string | null = account; next !== null && !accounts.includes(next);) {
    const current: string = next;
    accounts.push(current);
    next = claims.find((claim) => claim.account === current)?.replaces ?? null;
  }
  return accounts;
}
