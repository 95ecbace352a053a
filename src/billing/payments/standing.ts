import { larger, minus, negated, plus, smaller, sum, ZERO, type Cents } from '../values/cents';
import { byDay } from '../values/day';
import { adjustmentMeaning } from '../codes/adjustments/kinds';
import type { Posting } from './posting';
import { LATER_PAYER, REVERSAL } from './remittance/remittance';

/** What one claim of one payment says of a line: one posting, or several where the payer split the line. */
export interface PayerAnswer extends Posting {
  parts: readonly Posting[];
}

/** What all answers of payers to one line come to: a function of the set of them, whatever order they came in. */
export interface Standing {
  /** Answers that no reversal took back, in the order of their days. */
  answers: PayerAnswer[];
  /** Written off by all answers together, and never more than the charge leaves. */
  writtenOff: Cents;
  /** The answer that says what the client owes: the last of the latest payer in line. */
  last: PayerAnswer | null;
  /** What that payer leaves to the client; nothing while the claim was sent on, or where nothing is charged. */
  toClient: Cents;
  /** Allowed by the first payer in line, else by the one that answered last; null where none says. */
  allowed: Cents | null;
  /** Reversals of answers that are not known here. */
  reversalsOfNothing: PayerAnswer[];
}

/** The postings of one line as they count, and what they come to. */
export interface CountedLine {
  postings: Posting[];
  standing: Standing;
}

export const NOTHING_ANSWERED: Standing = {
  answers: [],
  writtenOff: ZERO,
  last: null,
  toClient: ZERO,
  allowed: null,
  reversalsOfNothing: [],
};

/** Postings in the order of their days; on one day the first payer's first, then as their payments and files have them. */
export function inPaymentOrder(postings: readonly Posting[]): Posting[] {
  return [...postings].sort(
    (a, b) =>
      byDay(a.received, b.received) ||
      Number(LATER_PAYER.has(a.status)) - Number(LATER_PAYER.has(b.status)) ||
      compare(a.payment, b.payment) ||
      a.key.localeCompare(b.key, 'en', { numeric: true }),
  );
}

/** Takes up the answers to one line one by one, and says what each changes. */
export class LineAnswers {
  private readonly standing: PayerAnswer[] = [];
  private readonly reversals: PayerAnswer[] = [];
  private total = ZERO;

  constructor(private readonly charge: Cents) {}

  /** What the answer adds to what is written off; less than zero where it takes something back. */
  add(answer: PayerAnswer): Cents {
    const before = this.total;
    if (answer.status === REVERSAL) this.takeBack(answer);
    else this.put(answer);
    this.total = this.now().writtenOff;
    return minus(this.total, before);
  }

  now(): Standing {
    return standingOf(this.charge, this.standing, this.reversals);
  }

  private put(answer: PayerAnswer): void {
    const reversal = bestOf(this.reversals, (one) => likeness(answer, one));
    if (reversal) this.reversals.splice(this.reversals.indexOf(reversal), 1);
    else this.standing.push(answer);
  }

  private takeBack(reversal: PayerAnswer): void {
    const answer = bestOf(this.standing, (one) => likeness(one, reversal));
    if (answer) this.standing.splice(this.standing.indexOf(answer), 1);
    else this.reversals.push(reversal);
  }
}

/**
 * The postings of one line as they count: what an answer says is written off becomes what it changes, so that all of
 * them add up to what is written off in the end. Each depends only on those before it.
 */
export function countedPostings(charge: Cents, postings: readonly Posting[]): CountedLine {
  const line = new LineAnswers(charge);
  const counted: Posting[] = [];
  for (const group of answerGroups(inPaymentOrder(postings))) {
    const [first, ...more] = group;
    if (first === undefined || first.from.kind === 'client') {
      for (const one of group) counted.push({ ...one, adjusted: ZERO });
      continue;
    }
    const change = line.add(answerOf(first, more));
    const isAsSaid = sum(group.map(({ adjusted }) => adjusted)) === change;
    group.forEach((part, index) =>
      counted.push(isAsSaid ? part : { ...part, adjusted: index === 0 ? change : ZERO }),
    );
  }
  return { postings: counted, standing: line.now() };
}

/** Parts of one claim of one payment together. */
function answerGroups(postings: readonly Posting[]): Posting[][] {
  const groups = new Map<string, Posting[]>();
  for (const posting of postings) {
    const key = posting.from.kind === 'client' ? posting.key : answerKey(posting);
    const group = groups.get(key);
    if (group) group.push(posting);
    else groups.set(key, [posting]);
  }
  return [...groups.values()];
}

/** The key of the claim that a posting came with: that of its payment, and the place of the claim in it. */
export function answerKey({ payment, key }: Pick<Posting, 'payment' | 'key'>): string {
  const [ordinal = ''] = key.startsWith(payment) ? (/^\|\d+/.exec(key.slice(payment.length)) ?? []) : [key];
  return payment + ordinal;
}

function answerOf(first: Posting, more: readonly Posting[]): PayerAnswer {
  const parts = [first, ...more];
  if (more.length === 0) return { ...first, parts };
  const total = (amount: (one: Posting) => Cents) => sum(parts.map(amount));
  const allowed = parts.flatMap((one) => one.allowed ?? []);
  return {
    ...first,
    parts,
    charge: total((one) => one.charge),
    allowed: allowed.length === 0 ? null : sum(allowed),
    paid: total((one) => one.paid),
    adjusted: total((one) => one.adjusted),
    clientShare: total((one) => one.clientShare),
    disputed: total((one) => one.disputed),
    adjustments: parts.flatMap(({ adjustments }) => adjustments),
    remarks: [...new Set(parts.flatMap(({ remarks }) => remarks))],
    denied: parts.every(({ denied }) => denied),
  };
}

/** How surely a reversal takes back an answer: 0 not at all, 2 where it repeats its adjustments too. */
function likeness(answer: PayerAnswer, reversal: PayerAnswer): number {
  const same =
    answer.from.name === reversal.from.name &&
    answer.paid === negated(reversal.paid) &&
    answer.charge === negated(reversal.charge);
  if (!same) return 0;
  return adjustmentsKey(answer, 1) === adjustmentsKey(reversal, -1) ? 2 : 1;
}

function adjustmentsKey({ adjustments }: Posting, sign: 1 | -1): string {
  return adjustments
    .map(({ group, reason, amount }) => `${group} ${reason} ${String(sign < 0 ? negated(amount) : amount)}`)
    .sort()
    .join('|');
}

/** The likest one; of those that are as like the last. */
function bestOf(some: readonly PayerAnswer[], likenessOf: (one: PayerAnswer) => number): PayerAnswer | null {
  let best: { one: PayerAnswer; likeness: number } | null = null;
  for (const one of some) {
    const likeness = likenessOf(one);
    if (likeness > 0 && likeness >= (best?.likeness ?? 0)) best = { one, likeness };
  }
  return best?.one ?? null;
}

interface OfPayer {
  answers: PayerAnswer[];
  paid: Cents;
  writtenOff: Cents;
  share: Cents;
  allowed: Cents | null;
}

function standingOf(
  charge: Cents,
  answers: readonly PayerAnswer[],
  reversals: readonly PayerAnswer[],
): Standing {
  const payers = new Map<string, OfPayer>();
  for (const answer of answers) {
    const own = payers.get(answer.from.name) ?? {
      ...{ answers: [], paid: ZERO, writtenOff: ZERO, share: ZERO, allowed: null },
    };
    const others = [...payers.values()].filter((one) => one !== own);
    payers.set(answer.from.name, own);
    takeUp(answer, own, others, charge);
  }
  for (const { from, adjusted, clientShare } of reversals) {
    const own = payers.get(from.name);
    if (!own) continue;
    own.writtenOff = larger(ZERO, plus(own.writtenOff, adjusted));
    own.share = larger(ZERO, plus(own.share, clientShare));
  }
  const last = answers.filter(({ status }) => LATER_PAYER.has(status)).at(-1) ?? answers.at(-1) ?? null;
  const first = answers.filter(({ status }) => !LATER_PAYER.has(status)).at(-1) ?? answers.at(-1);
  const total = sum([...payers.values()].map(({ writtenOff }) => writtenOff));
  return {
    answers: [...answers],
    writtenOff: charge === ZERO ? ZERO : total,
    last,
    toClient:
      charge !== ZERO && last?.forwardedTo === null ? (payers.get(last.from.name)?.share ?? ZERO) : ZERO,
    allowed: first ? (payers.get(first.from.name)?.allowed ?? null) : null,
    reversalsOfNothing: [...reversals],
  };
}

/**
 * The first answer of a payer counts as it is. A further one that takes nothing back first decides the line again: its
 * write-off and the client's share stand in the place of the earlier ones, but for what it says was decided before
 * (OA-23). One that denies, or repeats an earlier one, or says nothing of the rest, changes neither.
 */
function takeUp(answer: PayerAnswer, own: OfPayer, others: readonly OfPayer[], charge: Cents): void {
  const isFirst = own.answers.length === 0;
  const isSilent = answer.adjustments.length === 0 && answer.paid !== answer.charge;
  const repeats = own.answers.some(
    (one) =>
      one.paid === answer.paid &&
      one.charge === answer.charge &&
      adjustmentsKey(one, 1) === adjustmentsKey(answer, 1),
  );
  const decides = isFirst || !(isSilent || answer.denied || repeats);
  const before = isFirst ? ZERO : decidedBefore(answer, others);
  const keptOff = smaller(own.writtenOff, larger(ZERO, minus(before, own.paid)));
  const keptShare = smaller(own.share, larger(ZERO, minus(before, own.paid, keptOff)));
  const paidBefore = smaller(own.paid, before);
  own.answers.push(answer);
  own.paid = plus(own.paid, answer.paid);
  if (!decides) return;
  own.share = plus(answer.clientShare, keptShare);
  own.writtenOff = plus(answer.adjusted, keptOff);
  own.allowed = answer.allowed === null ? own.allowed : plus(answer.allowed, paidBefore);
  if (isFirst && others.length === 0) return;
  const settled = sum(others.flatMap(({ paid, writtenOff }) => [paid, writtenOff]));
  own.writtenOff = smaller(own.writtenOff, larger(ZERO, minus(charge, settled, own.paid, own.share)));
}

/** Of what was decided before by this payer: a later payer's answer also holds what the payers before it decided. */
function decidedBefore({ adjustments, status }: PayerAnswer, others: readonly OfPayer[]): Cents {
  const told = sum(
    adjustments.flatMap(({ group, reason, amount }) =>
      group === 'OA' && adjustmentMeaning(reason).kind === 'coordination' ? [amount] : [],
    ),
  );
  const ofOthers = sum(others.flatMap(({ paid, writtenOff }) => [paid, writtenOff]));
  return LATER_PAYER.has(status) ? larger(ZERO, minus(told, ofOthers)) : told;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
