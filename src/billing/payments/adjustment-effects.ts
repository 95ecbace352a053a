import { absolute, negated, sum, ZERO, type Cents } from '../values/cents';
import { allowedOf, DENIED, REVERSAL } from './remittance/remittance';
import type { PostedAdjustment } from './posting';

/**
 * Reasons (CARC) that reduce a charge by contract or law, so that the amount can be written off. Everything else that
 * a payer takes off stays open: it may be appealed or corrected. Numbers from the list of June 2024; 42 and A2 ended
 * in 2007 and 2008 and are still met in samples and old files.
 */
const WRITTEN_OFF: ReadonlySet<string> = new Set([
  '45', // above the fee schedule
  '59', // one of several procedures of a day: the reduction of later units
  '44', // discount for prompt payment
  '131', // negotiated discount
  '253', // federal budget reduction
  'P12', // workers' compensation fee schedule
  '42', // above the fee schedule, until 2007
  'A2', // contract, until 2008
]);

/** What other payers decided: a second payer's answer repeats it, and it was posted with the first one's. */
const DECIDED_BEFORE = '23';

export interface LineEffect {
  allowed: Cents;
  paid: Cents;
  adjusted: Cents;
  clientShare: Cents;
  disputed: Cents;
  denied: boolean;
}

/**
 * What the answer of a payer does to a line. A denial (status 4, or nothing paid and nothing left to the client) writes
 * nothing off; out of network, an amount above the payer's list stays open, since no contract waives it.
 */
export function effectOf(
  line: { charge: Cents; paid: Cents; allowed: Cents | null; adjustments: readonly PostedAdjustment[] },
  { status, inNetwork }: { status: string; inNetwork: boolean | null },
): LineEffect {
  if (status === REVERSAL) {
    return { ...negatedEffect(effectOf(negatedLine(line), { status: '', inNetwork })), denied: false };
  }
  const { charge, paid, adjustments } = line;
  const clientShare = totalOf(adjustments, ({ group }) => group === 'PR');
  const before = adjustments.some(({ group, reason }) => group === 'OA' && reason === DECIDED_BEFORE);
  const denied = status === DENIED || (charge > ZERO && paid === ZERO && clientShare === ZERO && !before);
  const isWrittenOff = ({ group, reason }: PostedAdjustment) =>
    !denied &&
    (group === 'CO' || group === 'PI') &&
    WRITTEN_OFF.has(reason) &&
    !(inNetwork === false && reason === '45');
  const adjusted = totalOf(adjustments, isWrittenOff);
  const disputed = totalOf(
    adjustments,
    (each) =>
      !isWrittenOff(each) && each.group !== 'PR' && !(each.group === 'OA' && each.reason === DECIDED_BEFORE),
  );
  return {
    allowed: allowedOf({
      allowed: line.allowed,
      paid,
      adjustments: adjustments.map((each) => ({ ...each, quantity: null, at: null })),
    }),
    paid,
    adjusted,
    clientShare,
    disputed,
    denied,
  };
}

function negatedLine<Line extends Parameters<typeof effectOf>[0]>({
  charge,
  paid,
  allowed,
  adjustments,
}: Line) {
  return {
    charge: negated(charge),
    paid: negated(paid),
    allowed: allowed === null ? null : absolute(allowed),
    adjustments: adjustments.map((each) => ({ ...each, amount: negated(each.amount) })),
  };
}

function negatedEffect(effect: Omit<LineEffect, 'denied'>): Omit<LineEffect, 'denied'> {
  return {
    allowed: negated(effect.allowed),
    paid: negated(effect.paid),
    adjusted: negated(effect.adjusted),
    clientShare: negated(effect.clientShare),
    disputed: negated(effect.disputed),
  };
}

function totalOf(all: readonly PostedAdjustment[], counts: (one: PostedAdjustment) => boolean): Cents {
  return sum(all.flatMap((one) => (counts(one) ? [one.amount] : [])));
}
