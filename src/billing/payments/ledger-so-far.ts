import { larger, minus, negated, plus, smaller, ZERO, type Cents } from '../values/cents';
import type { BilledLine } from '../records/billed-line';
import type { LineEffect } from './adjustment-effects';
import type { Posting } from './posting';
import { LATER_PAYER, REVERSAL } from './remittance/remittance';

/** What was paid and written off on each line so far, as later answers need to know. */
export class LedgerSoFar {
  private readonly charges: ReadonlyMap<string, Cents>;
  private readonly paid = new Map<string, Cents>();
  private readonly writtenOff = new Map<string, Cents>();

  constructor(lines: readonly BilledLine[], postings: readonly Posting[]) {
    this.charges = new Map(lines.map(({ control, charge }) => [control, charge]));
    for (const posting of postings) this.add(posting);
  }

  add({ control, from, paid, adjusted }: Posting): void {
    for (const key of [control, `${control}|${from.name}`]) {
      this.paid.set(key, plus(this.paid.get(key) ?? ZERO, paid));
      this.writtenOff.set(key, plus(this.writtenOff.get(key) ?? ZERO, adjusted));
    }
  }

  /** Whether this payer has paid, or written off, as much on the line as the reversal takes back. */
  hasPaid({ control, from, paid }: Pick<Posting, 'control' | 'from' | 'paid'>): boolean {
    return (this.paid.get(`${control}|${from.name}`) ?? ZERO) >= negated(paid);
  }

  /**
   * A second payer repeats the write-off of the first one, so that it may write off no more than what is left; a
   * reversal takes back no more than what this payer's answers wrote off.
   */
  writeOff(control: string, payer: string, status: string, effect: LineEffect): Cents {
    const { adjusted, paid, clientShare } = effect;
    if (status === REVERSAL)
      return larger(adjusted, negated(this.writtenOff.get(`${control}|${payer}`) ?? ZERO));
    if (!LATER_PAYER.has(status)) return adjusted;
    const charge = this.charges.get(control) ?? ZERO;
    const open = minus(charge, this.paid.get(control) ?? ZERO, this.writtenOff.get(control) ?? ZERO);
    const left = minus(open, paid, clientShare);
    return larger(ZERO, smaller(adjusted, left));
  }
}
