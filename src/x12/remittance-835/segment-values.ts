import type { FilePlace, RemittanceFault } from '../../billing/payments/remittance/remittance';
import { cents, centsOf, isWithinBounds, ZERO, type Cents } from '../../billing/values/cents';
import { dayOf, type Day } from '../../billing/values/day';
import type { Segment } from '../segments/segment';

/** Units, or whatever else is counted. */
const MAX_COUNTED = 1_000_000;

export function placeOf({ place }: Segment): FilePlace {
  return { segment: place.number, line: place.line };
}

/**
 * Values of a segment. What is missing or cannot be read is told in the words of the standard: money in `faults`,
 * which hold a payment back, the rest in `oddities`.
 */
export class SegmentValues {
  constructor(
    readonly segment: Segment,
    private readonly faults: RemittanceFault[],
    private readonly oddities: RemittanceFault[],
  ) {}

  text(number: number): string {
    return this.segment.element(number).trim();
  }

  /** A decimal with at most two places (X12 type R); `95`, `.5`, `-12.30`. */
  amount(number: number): Cents | null {
    const text = this.text(number);
    if (text === '') return null;
    const amount = /^[+-]?\d*\.?\d*$/.test(text) ? centsOfShort(text) : null;
    if (amount === null) this.say(number, `should be an amount and is “${text}”`);
    else if (!isWithinBounds(amount)) this.say(number, `is an amount that no payer pays: “${text}”`);
    else return amount;
    return null;
  }

  neededAmount(number: number): Cents {
    if (this.text(number) === '') this.say(number, 'should be an amount and is empty');
    return this.amount(number) ?? ZERO;
  }

  number(number: number): number | null {
    const text = this.text(number);
    if (text === '') return null;
    const amount = /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : NaN;
    if (Math.abs(amount) <= MAX_COUNTED) return amount;
    this.note(number, `should be a number and is “${text}”`);
    return null;
  }

  /** CCYYMMDD. */
  day(number: number): Day | null {
    const text = this.text(number);
    if (text === '') return null;
    const day = dayOfText(text);
    if (day === null) this.note(number, `should be a date and is “${text}”`);
    return day;
  }

  /** Holds the payment back. */
  say(number: number, words: string): void {
    this.faults.push(this.fault(number, words));
  }

  note(number: number, words: string): void {
    this.oddities.push(this.fault(number, words));
  }

  /** The components of an element, even where the sender parts them by another character than the ISA announces. */
  components(number: number): string[] {
    const text = this.text(number);
    const { component } = this.segment.delimiters;
    const other = text.includes(component) ? null : /^[A-Z0-9]{2}([>:|^\\<])/.exec(text)?.[1];
    if (other == null) return text.split(component);
    this.note(number, `is parted by “${other}”, and the ISA segment announces “${component}”`);
    return text.split(other);
  }

  private fault(number: number, words: string): RemittanceFault {
    const element = `${this.segment.id}${String(number).padStart(2, '0')}`;
    return { words: `${element} ${words}`, at: placeOf(this.segment) };
  }
}

/** CCYYMMDD as a day, or null. */
export function dayOfText(text: string): Day | null {
  if (!/^\d{8}$/.test(text)) return null;
  return dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)));
}

/** Most amounts are short, and short ones need no exact arithmetic of large numbers. */
function centsOfShort(text: string): Cents | null {
  if (!/^-?\d{1,9}(\.\d{1,2})?$/.test(text)) return centsOf(text);
  return cents(Math.round(Number(text) * 100));
}
