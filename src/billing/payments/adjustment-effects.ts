import { absolute, negated, sum, ZERO, type Cents } from '../values/cents';
import { adjustmentMeaning } from '../codes/adjustments/kinds';
import { allowedOf, REVERSAL } from './remittance/remittance';
import type { PostedAdjustment } from './posting';

export interface LineEffect {
  allowed: Cents;
  paid: Cents;
  adjusted: Cents;
  clientShare: Cents;
  disputed: Cents;
  denied: boolean;
}

/**
 * What the answer of a payer does to a line. Denied is what pays nothing for other reasons than the client's share by
 * the plan, whatever the group and the status of the claim: it writes nothing off and leaves nothing to the client, so
 * that somebody decides. Out of network, an amount above the payer's list stays open, since no contract waives it.
 */
export function effectOf(
  line: { charge: Cents; paid: Cents; allowed: Cents | null; adjustments: readonly PostedAdjustment[] },
  { status, inNetwork }: { status: string; inNetwork: boolean | null },
): LineEffect {
  if (status === REVERSAL) {
    return { ...negatedEffect(effectOf(negatedLine(line), { status: '', inNetwork })), denied: false };
  }
  const { charge, paid, adjustments } = line;
  const planShare = totalOf(adjustments, isPlanShare);
  const denied = charge > ZERO && paid === ZERO && planShare === ZERO && !adjustments.some(isDecidedBefore);
  const isShare = ({ group }: PostedAdjustment) => group === 'PR' && !denied;
  const isWrittenOff = ({ group, reason }: PostedAdjustment) =>
    !denied &&
    (group === 'CO' || group === 'PI') &&
    adjustmentMeaning(reason).kind === 'contract' &&
    !(inNetwork === false && reason === '45');
  const clientShare = totalOf(adjustments, isShare);
  const adjusted = totalOf(adjustments, isWrittenOff);
  const disputed = totalOf(
    adjustments,
    (each) => !isWrittenOff(each) && !isShare(each) && !isDecidedBefore(each),
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

function isPlanShare({ group, reason }: PostedAdjustment): boolean {
  return group === 'PR' && adjustmentMeaning(reason).kind === 'plan share';
}

/** By this payer or another one: an answer repeats it, and it was posted with the first one's. */
function isDecidedBefore({ group, reason }: PostedAdjustment): boolean {
  return group === 'OA' && adjustmentMeaning(reason).kind === 'coordination';
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
