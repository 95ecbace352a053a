import type { BilledLine } from '../records/billed-line';
import type { Payer } from '../records/practice';
import { labelKey } from '../values/name-key';
import { effectOf } from './adjustment-effects';
import { numberKey } from './billed-line';
import type { MatchedBy, Payment, Posting } from './posting';
import { LATER_PAYER, type RemittanceClaim, type RemittanceLine } from './remittance/remittance';

/** A line of a remittance, and the billed line that it answers. */
export interface AnsweredLine {
  key: string;
  payment: Payment;
  claim: RemittanceClaim;
  line: RemittanceLine;
  billed: BilledLine;
  matchedBy: MatchedBy;
}

/** What a line of a remittance does to a billed line. */
export function postingOf(
  { key, payment, claim, line, billed, matchedBy }: AnsweredLine,
  payers: readonly Payer[],
): Posting {
  const name =
    payerNamed({ name: payment.from, id: '', references: [] }, payers) ?? payerOfLine(claim, billed, payment);
  const payer = payers.find((one) => one.name === name);
  const effect = effectOf(line, { status: claim.status, inNetwork: payer?.inNetwork ?? null });
  return {
    key,
    payment: payment.key,
    from: { kind: 'payer', name },
    reference: payment.reference,
    received: payment.received,
    account: billed.account,
    control: billed.control,
    client: billed.client,
    charge: line.charge,
    ...effect,
    adjustments: line.adjustments.map(({ group, reason, amount }) => ({ group, reason, amount })),
    remarks: [...new Set([...line.remarks, ...claim.remarks])],
    status: claim.status,
    forwardedTo: FORWARDED.has(claim.status) ? (claim.otherPayer ?? 'another payer') : null,
    matchedBy,
    at: line.at,
  };
}

/** The name in the Payers table, by payer id or by name; null when it is not there. */
export function payerNamed(
  { name, id, references }: { name: string; id: string; references: readonly { value: string }[] },
  payers: readonly Payer[],
): string | null {
  const ids = [id, ...references.map(({ value }) => value)].filter((one) => one !== '').map(numberKey);
  const key = labelKey(name);
  const found = payers.find(
    (payer) =>
      (payer.payerId !== null && ids.includes(numberKey(payer.payerId))) ||
      (key !== '' && [payer.name, ...payer.aliases].some((one) => labelKey(one) === key)),
  );
  return found?.name ?? null;
}

/** The payer that was billed, unless a later one answers: that one goes by the name it gives itself. */
function payerOfLine(claim: RemittanceClaim, billed: BilledLine, payment: Payment): string {
  return LATER_PAYER.has(claim.status) ? payment.from : billed.payer || payment.from;
}

const FORWARDED: ReadonlySet<string> = new Set(['19', '20', '21']);
