import type { CellPlace } from '../findings';
import type { Payer } from '../records/practice';
import { absolute, formatDollars, minus, negated, plus, sum, ZERO, type Cents } from '../values/cents';
import { earliestOf, usDate, type Day } from '../values/day';
import { addAll } from '../values/lists';
import { closeNames, labelKey, nameKey } from '../values/name-key';
import { effectOf } from './adjustment-effects';
import { BilledLines, numberKey } from './billed-line';
import type { BilledLine } from '../records/billed-line';
import { laidOver } from './claim-lines';
import type { PaymentFinding, PostedAdjustment, Posting } from './posting';
import { parseReasons } from './reasons';
import { REVERSAL } from './remittance/remittance';

/** A row of the Payments table, typed from a check or a paper statement. */
export interface TypedPayment {
  /** Stable name of the row. */
  key: string;
  place: CellPlace | null;
  received: Day | null;
  /** A payer, or the client. */
  from: string | null;
  reference: string | null;
  account: string | null;
  control: string | null;
  allowed: Cents | null;
  paid: Cents | null;
  adjusted: Cents | null;
  clientOwes: Cents | null;
  /** `CO-45 40.00; PR-1 80.00`. */
  reasons: string | null;
}

export interface TypedContext {
  register: readonly BilledLine[];
  payers: readonly Payer[];
  /** Postings of remittances, which a row may repeat. */
  imported: readonly Posting[];
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
  const imported = importedByCheck(context.imported);
  const postings: Posting[] = [];
  const findings: PaymentFinding[] = [];
  for (const row of rows) {
    const answer = postRow(row, lines, context, imported);
    if ('words' in answer) findings.push(finding(row, answer));
    else {
      addAll(postings, answer);
      addAll(findings, unknownSender(row, answer, context.payers));
    }
  }
  return { postings, findings };
}

type Trouble = { rule: string; words: string; toDo: string };

function postRow(
  row: TypedPayment,
  lines: BilledLines,
  { payers, today }: TypedContext,
  imported: ReadonlyMap<string, readonly Posting[]>,
): Posting[] | Trouble {
  const { received, paid, from } = row;
  if (received === null) return lacks('date-missing', 'has no date', 'Type the day on which the money came.');
  if (paid === null) return lacks('amount-missing', 'has no amount paid', 'Type the amount; 0 for a denial.');
  if (from === null) return lacks('from-missing', 'does not say who paid', 'Type the payer or the client.');
  const billed = billedOf(row, lines);
  if (billed.length === 0) {
    const what = row.control ?? row.account;
    return lacks(
      'line-unknown',
      what === null ? 'names no claim or line' : `names ${what}, which is not in the register`,
      'Type the account of the claim, or the number of the line, as the register has it.',
    );
  }
  if (received > today) {
    return lacks(
      'date-in-future',
      `is dated ${usDate(received)}, which is still to come`,
      'Correct the day.',
    );
  }
  const name = payerName(from, payers);
  if (name === null && isClient(from, billed, payers)) {
    const parts = partsOf(billed, paid, []);
    return parts.map((part) => clientPosting(row, part, received, from));
  }
  if (name === null) {
    const close = closeNames(from, [...billed.map(({ client }) => client), ...payers.map((one) => one.name)]);
    if (close.length > 0) {
      return lacks(
        'sender-unclear',
        `is from "${from}", who is neither a payer nor the client of this claim`,
        `Did you mean ${close.map((one) => `"${one}"`).join(' or ')}? Correct "From".`,
      );
    }
  }
  const first = earliestOf(billed.map(({ date }) => date));
  if (received < first) {
    return lacks(
      'date-before-visit',
      `is dated ${usDate(received)}, before the visit on ${usDate(first)} that it names`,
      'Correct the day or the claim; no payer pays before the visit.',
    );
  }
  const twice = postedBefore(row, billed, name ?? from, imported);
  if (twice) return twice;
  const adjustments = adjustmentsOf(row, sum(billed.map(({ charge }) => charge)), paid);
  if ('words' in adjustments) return adjustments;
  const payer = payers.find((one) => one.name === name) ?? null;
  const parts = partsOf(billed, paid, adjustments);
  return parts.map((part) => payerPosting(row, part, payer, name ?? from, received));
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

/** Words for the client, whoever the claim is for. */
const CLIENT_WORDS: ReadonlySet<string> = new Set(
  ['client', 'patient', 'self', 'self-pay', 'cash', 'HSA', 'FSA', 'card', 'credit card'].map(labelKey),
);

function isClient(from: string, billed: readonly BilledLine[], payers: readonly Payer[]): boolean {
  const key = labelKey(from);
  return (
    CLIENT_WORDS.has(key) ||
    payers.some(
      ({ kind, name, aliases }) => kind === 'cash' && [name, ...aliases].some((one) => labelKey(one) === key),
    ) ||
    billed.some(({ client, names }) =>
      [client, ...(names ?? [])].some((one) => nameKey(one) === nameKey(from)),
    )
  );
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
  const toDo = 'Add the payer, or write "client" where the client paid.';
  return [{ ...finding(row, lacks('sender-unknown', words, toDo)), severity: 'WARN' }];
}

/** By check number and payer. */
function importedByCheck(imported: readonly Posting[]): ReadonlyMap<string, readonly Posting[]> {
  const checks = new Map<string, Posting[]>();
  for (const posting of imported) {
    if (posting.reference === '' || posting.from.kind === 'client') continue;
    const key = checkKey(posting.reference, posting.from.name);
    const own = checks.get(key);
    if (own) own.push(posting);
    else checks.set(key, [posting]);
  }
  return checks;
}

function checkKey(reference: string, payer: string): string {
  return `${numberKey(reference)}|${labelKey(payer)}`;
}

/** The same money of the same check on the same claim or line, which a remittance has posted. */
function postedBefore(
  { reference, paid }: TypedPayment,
  billed: readonly BilledLine[],
  payer: string,
  imported: ReadonlyMap<string, readonly Posting[]>,
): Trouble | null {
  const controls = new Set(billed.map(({ control }) => control));
  const same = (imported.get(checkKey(reference ?? '', payer)) ?? []).filter(({ control }) =>
    controls.has(control),
  );
  if (same.length === 0 || sum(same.map((posting) => posting.paid)) !== paid) return null;
  return lacks(
    'posted-twice',
    'was posted from a remittance too, so that it does not count a second time',
    'Delete the row that you typed; or correct its check number, if it is another payment.',
  );
}

/** The adjustments of the row as a remittance would write them, or why they cannot be known or do not balance. */
function adjustmentsOf(row: TypedPayment, charge: Cents, paid: Cents): PostedAdjustment[] | Trouble {
  const { adjusted, clientOwes } = row;
  const written = parseReasons(row.reasons ?? '');
  if (!written) {
    return lacks(
      'reasons-unreadable',
      `has reasons that cannot be read: ${row.reasons ?? ''}`,
      'Write them as CO-45 40.00; PR-1 80.00.',
    );
  }
  if (written.length === 0 && adjusted === null && clientOwes === null) return [];
  const isShare = ({ group }: { group: string }) => group === 'PR';
  const sides = [
    { reasons: written.filter((one) => !isShare(one)), typed: adjusted, group: 'CO', what: 'the adjustment' },
    { reasons: written.filter(isShare), typed: clientOwes, group: 'PR', what: 'what the client owes' },
  ];
  const adjustments: PostedAdjustment[] = [];
  for (const { reasons, typed, group, what } of sides) {
    const open = reasons.filter(({ amount }) => amount === null);
    const told = sum(reasons.map(({ amount }) => amount ?? ZERO));
    // Nothing paid for one reason: it is for the whole charge.
    const isForAll = paid === ZERO && written.length === 1 && adjusted === null && clientOwes === null;
    const whole = isForAll && open.length === 1 ? charge : typed;
    const rest = whole === null ? null : minus(whole, told);
    if (open.length > 1 || (open.length === 1 && rest === null)) {
      return lacks(
        'reason-amount-missing',
        'has reasons without amounts',
        'Write each with its amount: CO-45 40.00; PR-1 80.00.',
      );
    }
    if (open.length === 0 && reasons.length > 0 && rest !== null && rest !== ZERO) {
      return lacks(
        'reasons-differ',
        `has reasons of $${formatDollars(told)}, and ${what} is $${formatDollars(typed ?? ZERO)}`,
        'Correct one of the two.',
      );
    }
    for (const { group: said, reason, amount } of reasons)
      adjustments.push({ group: said, reason, amount: amount ?? rest ?? ZERO });
    if (reasons.length === 0 && rest !== null && rest !== ZERO)
      adjustments.push({ group, reason: '', amount: rest });
  }
  const signed = paid < ZERO ? negated(charge) : charge;
  const gap = minus(signed, sum(adjustments.map(({ amount }) => amount)), paid);
  if (gap === ZERO) return adjustments;
  return lacks(
    'typed-out-of-balance',
    `is out of balance by $${formatDollars(absolute(gap))}: $${formatDollars(signed)} was charged, and paid, adjusted and owed by the client come to $${formatDollars(minus(signed, gap))}`,
    'It was not posted. Correct the row from the paper statement.',
  );
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
    from: { kind: 'client', name: CLIENT_WORDS.has(labelKey(from)) ? billed.client : from },
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

/** The name in the Payers table, or null. */
function payerName(from: string, payers: readonly Payer[]): string | null {
  const key = labelKey(from);
  return (
    payers.find(
      ({ kind, name, aliases }) => kind !== 'cash' && [name, ...aliases].some((one) => labelKey(one) === key),
    )?.name ?? null
  );
}

function lacks(rule: string, words: string, toDo: string): Trouble {
  return { rule, words, toDo };
}

function finding(row: TypedPayment, { rule, words, toDo }: Trouble): PaymentFinding {
  const money = row.paid === null ? '' : ` of $${formatDollars(row.paid)}`;
  const what =
    row.reference === null
      ? `A payment${money} that you typed`
      : `The payment ${row.reference}${money} that you typed`;
  return {
    rule: `payment-${rule}`,
    severity: 'STOP',
    place: row.place,
    words: `${what} ${words}.`,
    toDo,
    source: 'the Payments table; balancing as in 835 005010X221A1, section 1.10.2.1',
    at: null,
    ...(row.account === null ? {} : { account: row.account }),
    ...(row.paid === null ? {} : { amount: row.paid }),
  };
}
