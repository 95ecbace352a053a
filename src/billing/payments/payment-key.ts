import { plainDollars, ZERO } from '../values/cents';
import { isoOf, type Day } from '../values/day';
import { labelKey } from '../values/name-key';
import { textHash } from '../values/text-hash';
import type { Payment } from './posting';
import type { Remittance } from './remittance/remittance';

/**
 * A payment is the same when payer, number, amount, date and all claims are the same, whatever file it came in: a
 * clearinghouse may hand out the same remittance in another envelope. BPR16 decides the date, else DTM*405.
 */
export function paymentOf({ header, claims, end }: Remittance, today: Day): Payment {
  const received = header.date ?? header.productionDate;
  const amount = header.amount ?? ZERO;
  const from = header.payer.name || header.payer.id;
  const content = textHash(
    [
      ...claims.map(claimText),
      ...end.providerAdjustments.map((one) => `${one.reason} ${one.reference} ${String(one.amount)}`),
    ].join('\n'),
  ).toString(36);
  const key = [
    labelKey(header.payer.id || header.payerTrace || from),
    header.number,
    plainDollars(amount),
    received === null ? '' : isoOf(received),
    content,
  ].join('|');
  return { key, reference: header.number, from, amount, received: received ?? today, content, at: header.at };
}

/**
 * An earlier payment under the same number of the same payer with another amount or for other claims; notices without
 * money often repeat a number. Null when there is none.
 */
export function otherUseOfNumber(payment: Payment, earlier: readonly Payment[]): Payment | null {
  if (payment.reference === '') return null;
  return (
    earlier.find(
      (other) =>
        other.reference === payment.reference &&
        labelKey(other.from) === labelKey(payment.from) &&
        (other.amount !== ZERO || payment.amount !== ZERO) &&
        (other.amount !== payment.amount || other.content !== payment.content),
    ) ?? null
  );
}

function claimText({
  account,
  status,
  charge,
  paid,
  payerNumber,
  patient,
  lines,
}: Remittance['claims'][number]): string {
  const ofLines = lines.map((line) => [line.code, line.charge, line.paid, line.from, line.control].join(','));
  return [account, status, charge, paid, payerNumber, patient?.id, patient?.last, ...ofLines].join('|');
}
