import type { BilledLine } from '../records/billed-line';
import type { Client, Payer } from '../records/practice';
import { minus, negated, plus, sum, ZERO, type Cents } from '../values/cents';
import { addDays, earliestOf, usDate, type Day } from '../values/day';
import { addAll } from '../values/lists';
import { effectOf } from './adjustment-effects';
import { BilledLines } from './billed-line';
import { laidOver } from './claim-lines';
import { creditControl, creditLine } from './client-credit';
import type { PaymentFinding, PostedAdjustment, Posting } from './posting';
import { REVERSAL } from './remittance/remittance';
import { adjustmentsOf } from './typed-adjustments';
import { byCheck, postedBefore, type ChecksPosted, type SameCheck } from './typed-checks';
import { lacks, troubleFinding, type Trouble, type TypedPayment } from './typed-row';
import { clientAhead, isClient, isClientWord, nearlyKnown, payerName } from './typed-sender';

export type { TypedPayment };

export interface TypedContext {
  register: readonly BilledLine[];
  payers: readonly Payer[];
  clients: readonly Client[];
  /** Postings of remittances, which a row may repeat. */
  imported: readonly Posting[];
  /** What was answered to whether a typed check and one of a remittance are the same. */
  sameCheck: SameCheck;
  today: Day;
}

/**
 * Posts typed payments by the rules of remittances: what does not balance is held, a denial writes nothing off. Where
 * only the amount paid was typed, the rest of the charge stays open. An amount for a whole claim is laid over its lines
 * by charge. A write-off without a reason is the typist's own decision and is taken as such.
 */
export function postTypedPayments(
  rows: readonly TypedPayment[],
  context: TypedContext,
): { postings: Posting[]; findings: PaymentFinding[] } {
  const lines = new BilledLines(context.register);
  const imported = byCheck(context.imported);
  const postings: Posting[] = [];
  const findings: PaymentFinding[] = [];
  for (const row of rows) {
    const answer = postRow(row, lines, context, imported);
    if ('message' in answer) findings.push(troubleFinding(row, answer));
    else {
      addAll(postings, answer);
      addAll(findings, unknownSender(row, answer, context.payers));
    }
  }
  return { postings, findings };
}

function postRow(
  row: TypedPayment,
  lines: BilledLines,
  context: TypedContext,
  imported: ChecksPosted,
): Posting[] | Trouble {
  const { payers, today } = context;
  const { received, paid, from } = row;
  if (received === null)
    return lacks('payment-date-missing', 'has no date', 'Type the day on which the money came.');
  if (paid === null)
    return lacks('payment-amount-missing', 'has no amount paid', 'Type the amount; 0 for a denial.');
  if (from === null)
    return lacks('payment-from-missing', 'does not say who paid', 'Type the payer or the client.');
  if (received > today) {
    return lacks(
      'payment-date-in-future',
      `is dated ${usDate(received)}, which is still to come`,
      'Correct the day.',
    );
  }
  if (row.control === null && row.account === null) return paidAhead(row, { received, paid, from }, context);
  const billed = billedOf(row, lines);
  if (billed.length === 0) {
    return lacks(
      'payment-line-unknown',
      `names ${row.control ?? row.account ?? ''}, which is not in the register`,
      'Type the account of the claim, or the number of the line, as the register has it.',
    );
  }
  const first = earliestOf(billed.map(({ date }) => date));
  const name = payerName(from, payers);
  if (name === null && isClient(from, billed, payers)) {
    if (received < addDays(first, -DAYS_AHEAD)) return tooEarly(received, first, 'the visit');
    const parts = partsOf(billed, paid, []);
    return parts.map((part) => clientPosting(row, part, received, from));
  }
  const near = name === null ? nearlyKnown(from, billed, payers) : null;
  if (near) return near;
  if (received < first) {
    return lacks(
      'payment-date-before-visit',
      `is dated ${usDate(received)}, before the visit on ${usDate(first)} that it names`,
      'Correct the day or the claim; no payer pays before the visit.',
    );
  }
  const twice = postedBefore(row, billed, name ?? from, imported, context.sameCheck);
  if (twice) return twice;
  const adjustments = adjustmentsOf(row, sum(billed.map(({ charge }) => charge)), paid);
  if ('message' in adjustments) return adjustments;
  const payer = payers.find((one) => one.name === name) ?? null;
  const parts = partsOf(billed, paid, adjustments);
  return parts.map((part) => payerPosting(row, part, payer, name ?? from, received));
}

/** A client pays ahead for a visit that is booked; a year before it, somebody mistook the year. */
const DAYS_AHEAD = 366;

/** What a client paid for no claim yet: a credit of theirs, until it is used or given back. */
function paidAhead(
  row: TypedPayment,
  { received, paid, from }: { received: Day; paid: Cents; from: string },
  { register, clients, payers }: TypedContext,
): Posting[] | Trouble {
  const client = clientAhead(from, { register, clients, payers });
  if (typeof client !== 'string') return client;
  const first = register.length === 0 ? received : earliestOf(register.map(({ date }) => date));
  if (received < addDays(first, -DAYS_AHEAD))
    return tooEarly(received, first, 'the first visit that was billed');
  const part = { billed: creditLine(client, received), paid, adjustments: [], index: 0 };
  const posting = clientPosting(row, part, received, client);
  return [{ ...posting, control: creditControl(client), isForClaim: false }];
}

function tooEarly(received: Day, first: Day, what: string): Trouble {
  return lacks(
    'payment-date-too-early',
    `is dated ${usDate(received)}, more than a year before ${what} on ${usDate(first)}`,
    'Correct the day.',
  );
}

interface Part {
  billed: BilledLine;
  paid: Cents;
  adjustments: PostedAdjustment[];
  index: number;
}

function partsOf(
  billed: readonly BilledLine[],
  paid: Cents,
  adjustments: readonly PostedAdjustment[],
): Part[] {
  const [ofPaid, ...ofAdjustments] = laidOver(
    [paid, ...adjustments.map(({ amount }) => amount)],
    billed.map(({ charge }) => (paid < ZERO ? negated(charge) : charge)),
  );
  return billed.map((one, index) => ({
    billed: one,
    paid: ofPaid?.[index] ?? ZERO,
    adjustments: adjustments.map((each, which) => ({
      ...each,
      amount: ofAdjustments[which]?.[index] ?? ZERO,
    })),
    index,
  }));
}

function billedOf({ control, account }: TypedPayment, lines: BilledLines): readonly BilledLine[] {
  if (control === null) return lines.ofAccount(account ?? '');
  const line = lines.withControl(control);
  return line ? [line] : [];
}

/** A row that came from somebody unknown is taken for a payer's, and told. */
function unknownSender(
  row: TypedPayment,
  postings: readonly Posting[],
  payers: readonly Payer[],
): PaymentFinding[] {
  const { from } = row;
  if (from === null || payerName(from, payers) !== null || postings.some((one) => one.from.kind === 'client'))
    return [];
  const words = `is from "${from}", which is not in the Payers table; it is taken for a payer`;
  const fix = 'Add the payer, or write "client" where the client paid.';
  return [{ ...troubleFinding(row, lacks('payment-sender-unknown', words, fix)), severity: 'WARN' }];
}

function payerPosting(
  row: TypedPayment,
  { billed, paid, adjustments, index }: Part,
  payer: Payer | null,
  name: string,
  received: Day,
): Posting {
  const status = paid < ZERO ? REVERSAL : '';
  const charge = status === REVERSAL ? negated(billed.charge) : billed.charge;
  const told = adjustments.length > 0 || paid === ZERO;
  const effect = effectOf(
    { charge, paid, allowed: row.allowed, adjustments },
    { status, inNetwork: payer?.inNetwork ?? null },
  );
  const byHand = sum(
    adjustments.flatMap(({ reason, group, amount }) => (reason === '' && group === 'CO' ? [amount] : [])),
  );
  return {
    ...base(row, billed, received, index),
    from: { kind: 'payer', name },
    charge,
    ...effect,
    allowed: told ? effect.allowed : row.allowed,
    adjusted: plus(effect.adjusted, byHand),
    disputed: minus(effect.disputed, byHand),
    adjustments,
    status,
    denied: effect.denied && told && byHand === ZERO,
  };
}

function clientPosting(
  row: TypedPayment,
  { billed, paid, index }: Part,
  received: Day,
  from: string,
): Posting {
  return {
    ...base(row, billed, received, index),
    from: { kind: 'client', name: isClientWord(from) ? billed.client : from },
    isForClaim: row.control === null,
    charge: billed.charge,
    allowed: null,
    paid,
    adjusted: ZERO,
    clientShare: ZERO,
    disputed: ZERO,
    adjustments: [],
    status: '',
    denied: false,
  };
}

function base(row: TypedPayment, { account, control, client }: BilledLine, received: Day, index: number) {
  return {
    key: `${row.key}.${String(index + 1)}`,
    payment: row.key,
    reference: row.reference ?? '',
    received,
    account,
    control,
    client,
    remarks: [],
    forwardedTo: null,
    matchedBy: 'by hand' as const,
    at: null,
  };
}
