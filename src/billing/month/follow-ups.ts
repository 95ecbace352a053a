import type { Cents } from '../values/cents';
import type { Day } from '../values/day';

/** A row of the Calls table. */
export interface CallRow {
  on: Day | null;
  account: string;
  kind: string | null;
  spokeWith: string | null;
  reference: string | null;
  said: string | null;
  followUp: Day | null;
}

export interface FollowUp {
  account: string;
  client: string;
  payer: string;
  due: Day;
  /** Still open on the claim. */
  amount: Cents;
  lastCall: Day | null;
  said: string | null;
}

/** The last call about each account; a later one takes the place of an earlier one, and of its follow-up. */
export function lastCalls(calls: readonly CallRow[]): ReadonlyMap<string, CallRow> {
  const last = new Map<string, CallRow>();
  for (const call of calls) {
    const known = last.get(call.account);
    if (!known || (call.on ?? 0) >= (known.on ?? 0)) last.set(call.account, call);
  }
  return last;
}

export function followUpsOf(calls: ReadonlyMap<string, CallRow>): Map<string, Day> {
  return new Map(
    [...calls].flatMap(([account, { followUp }]) => (followUp === null ? [] : [[account, followUp]])),
  );
}
