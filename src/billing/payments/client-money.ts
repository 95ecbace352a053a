import { absolute, larger, minus, plus, share, smaller, sum, ZERO, type Cents } from '../values/cents';
import { byDay } from '../values/day';
import type { BilledLine } from '../records/billed-line';
import type { Posting } from './posting';
import { NOTHING_ANSWERED, type CountedLine } from './standing';

/** A line of a claim while a client's money is laid over it. */
interface Bed {
  line: BilledLine;
  counted: CountedLine;
  /** Of what payers left to the client, and of the rest of the charge: what no client's money has covered yet. */
  shareLeft: Cents;
  restLeft: Cents;
}

/**
 * What clients paid for a claim, laid over its lines anew: first over what the payers left to the client on each, by
 * date of service; then over what is open; what is too much by what the lines charge. A flat copay is for the visit,
 * whichever line the payer puts it on.
 */
export function layClientMoney(
  lines: readonly BilledLine[],
  counted: ReadonlyMap<string, CountedLine>,
): ReadonlyMap<string, CountedLine> {
  const byAccount = new Map<string, Bed[]>();
  for (const line of lines) {
    const own = counted.get(line.control);
    if (!own?.postings.some(isForClaim)) continue;
    byAccount.set(line.account, []);
  }
  if (byAccount.size === 0) return counted;
  for (const line of lines) byAccount.get(line.account)?.push(bedOf(line, counted.get(line.control)));
  const laid = new Map(counted);
  for (const beds of byAccount.values()) {
    if (beds.length < 2) continue;
    for (const [control, own] of layOver(beds)) laid.set(control, own);
  }
  return laid;
}

function isForClaim({ from, isForClaim: whole }: Posting): boolean {
  return from.kind === 'client' && whole === true;
}

function bedOf(line: BilledLine, counted: CountedLine | undefined): Bed {
  const own = counted ?? { postings: [], standing: NOTHING_ANSWERED };
  const kept = own.postings.filter((posting) => !isForClaim(posting));
  const byClient = sum(kept.map(({ from, paid }) => (from.kind === 'client' ? paid : ZERO)));
  const settled = sum(
    kept.map(({ from, paid, adjusted }) => (from.kind === 'client' ? ZERO : plus(paid, adjusted))),
  );
  const open = larger(ZERO, minus(line.charge, settled, byClient));
  const shareLeft = smaller(open, larger(ZERO, minus(own.standing.toClient, byClient)));
  return { line, counted: own, shareLeft, restLeft: minus(open, shareLeft) };
}

function layOver(beds: readonly Bed[]): [string, CountedLine][] {
  const inOrder = [...beds].sort((a, b) => byDay(a.line.date, b.line.date));
  const payments = new Map<string, Posting[]>();
  for (const posting of inOrder.flatMap(({ counted }) => counted.postings.filter(isForClaim))) {
    payments.set(posting.payment, [...(payments.get(posting.payment) ?? []), posting]);
  }
  const added = new Map<string, Posting[]>();
  let total = ZERO;
  let before = inOrder.map(() => ZERO);
  for (const parts of [...payments.values()].sort(byReceived)) {
    const [first] = parts;
    if (!first) continue;
    total = plus(total, sum(parts.map(({ paid }) => paid)));
    const now = laidTotal(inOrder, total);
    const amounts = now.map((amount, index) => minus(amount, before[index] ?? ZERO));
    before = now;
    inOrder.forEach(({ line }, index) => {
      const paid = amounts[index] ?? ZERO;
      if (paid === ZERO) return;
      const { account, control, client, charge } = line;
      const key = `${first.payment}|${control}`;
      const posting = { ...first, key, account, control, client, charge, paid };
      added.set(control, [...(added.get(control) ?? []), posting]);
    });
  }
  return beds.map(({ line: { control }, counted }) => [
    control,
    {
      ...counted,
      postings: [...counted.postings.filter((one) => !isForClaim(one)), ...(added.get(control) ?? [])].sort(
        (a, b) => byDay(a.received, b.received),
      ),
    },
  ]);
}

/** A total over all lines: their shares in turn, then what is open, then the rest by charge. */
function laidTotal(beds: readonly Bed[], total: Cents): Cents[] {
  const shares = smaller(larger(ZERO, total), sum(beds.map(({ shareLeft }) => shareLeft)));
  const rests = smaller(larger(ZERO, minus(total, shares)), sum(beds.map(({ restLeft }) => restLeft)));
  const parts = [
    inTurn(shares, beds),
    share(
      rests,
      beds.map(({ restLeft }) => restLeft),
    ),
    share(
      minus(total, shares, rests),
      beds.map(({ line }) => absolute(line.charge)),
    ),
  ];
  return beds.map((_, index) => sum(parts.map((part) => part[index] ?? ZERO)));
}

/** The first lines first. */
function inTurn(amount: Cents, beds: readonly Bed[]): Cents[] {
  let left = amount;
  return beds.map(({ shareLeft }) => {
    const part = smaller(left, shareLeft);
    left = minus(left, part);
    return part;
  });
}

function byReceived([a]: readonly Posting[], [b]: readonly Posting[]): number {
  return a && b ? byDay(a.received, b.received) : 0;
}
