import { faultAt, type Fault } from './fault';
import type { FunctionalGroup, Interchange, Transaction } from './interchange';
import type { Segment } from './segment';

const ENVELOPES = new Map([
  ['ISA', 'startInterchange'],
  ['GS', 'startGroup'],
  ['ST', 'startTransaction'],
  ['SE', 'closeTransaction'],
  ['GE', 'closeGroup'],
  ['IEA', 'closeInterchange'],
] as const);

type EnvelopeStep = typeof ENVELOPES extends Map<string, infer Step> ? Step : never;

/** Segments that may stand in an interchange outside of its groups. */
const LOOSE = new Set(['TA1', 'TA3', 'ISB', 'ISE']);

/**
 * Puts the segments into their envelopes (ISA-IEA, GS-GE, ST-SE) and checks counts and control numbers. A file that
 * is cut off is told so once, not once for each envelope that it leaves open.
 */
export class EnvelopeWalk {
  readonly interchanges: Interchange[] = [];
  private interchange: Interchange | null = null;
  private group: FunctionalGroup | null = null;
  private transaction: Transaction | null = null;
  private last: Segment | null = null;
  /** Segments outside of everything that follow one another. */
  private outside: { first: Segment; count: number } | null = null;
  private segments = 0;
  private transactions = 0;
  private groups = 0;
  /** Numbers of the transactions of the open group. */
  private readonly controls = new Set<string>();

  constructor(
    private readonly faults: Fault[],
    /** False for a reader that hands segments on as they come, and must not hold a large file in memory. */
    private readonly keepsSegments = true,
  ) {}

  take(segment: Segment): void {
    this.last = segment;
    this.segments += 1;
    const belongs = (ENVELOPES as ReadonlyMap<string, EnvelopeStep>).get(segment.id);
    const isLoose = this.interchange && !this.group && LOOSE.has(segment.id);
    if (!belongs && !this.transaction && !isLoose) {
      this.outside ??= { first: segment, count: 0 };
      this.outside.count += 1;
      return;
    }
    this.tellOutside();
    if (belongs) this[belongs](segment);
    else if (this.transaction) this.keep(this.transaction, segment);
    else this.interchange?.loose.push(segment);
  }

  /** Segments that follow one another outside of everything are one fault: there may be as many as the file has. */
  private tellOutside(): void {
    if (!this.outside) return;
    const { first, count } = this.outside;
    this.outside = null;
    const name = first.id || 'A segment';
    const more = ` and the ${String(count - 1)} after it stand`;
    this.stray(first, `${name}${count === 1 ? ' stands' : more} outside of any transaction`);
  }

  get openInterchange(): Interchange | null {
    return this.interchange;
  }

  /** The transaction that is open: between its ST, which is in it, and its SE. */
  get openTransaction(): Transaction | null {
    return this.transaction;
  }

  end(isCut: boolean): void {
    this.tellOutside();
    if (!this.last || isCut) return;
    const open = this.transaction ? 'SE' : this.group ? 'GE' : this.interchange ? 'IEA' : null;
    if (open) this.say('cut-off', this.last, `The file is cut off: it ends before its ${open} segment`);
  }

  private keep(transaction: Transaction, segment: Segment): void {
    if (this.keepsSegments) transaction.segments.push(segment);
  }

  private startInterchange(header: Segment): void {
    if (this.interchange) this.missing('IEA', header);
    this.group = null;
    this.transaction = null;
    this.groups = 0;
    const isTest = header.element(15) === 'T';
    this.interchange = { header, trailer: null, groups: [], loose: [], control: header.element(13), isTest };
    if (this.keepsSegments) this.interchanges.push(this.interchange);
  }

  private startGroup(header: Segment): void {
    if (!this.interchange) return this.stray(header, 'A GS segment stands outside of any interchange');
    if (this.group) this.missing('GE', header);
    this.transaction = null;
    this.transactions = 0;
    this.controls.clear();
    this.groups += 1;
    this.group = { header, trailer: null, transactions: [], control: header.element(6) };
    if (this.keepsSegments) this.interchange.groups.push(this.group);
  }

  private startTransaction(header: Segment): void {
    if (!this.group) return this.stray(header, 'An ST segment stands outside of any group');
    if (this.transaction) this.missing('SE', header);
    const control = header.element(2);
    if (this.controls.has(control)) {
      this.say('control-repeated', header, `The transaction number ${control} is used twice in one group`);
    }
    this.segments = 1;
    this.transaction = {
      header,
      trailer: null,
      segments: this.keepsSegments ? [header] : [],
      kind: header.element(1),
      control,
      version: header.element(3) || this.group.header.element(8),
    };
    this.controls.add(control);
    this.transactions += 1;
    if (this.keepsSegments) this.group.transactions.push(this.transaction);
  }

  private closeTransaction(trailer: Segment): void {
    const { transaction } = this;
    if (!transaction) return this.stray(trailer, 'An SE segment closes no transaction');
    transaction.trailer = trailer;
    this.keep(transaction, trailer);
    this.count(trailer, 'segments', this.segments);
    this.control(trailer, transaction.control);
    this.transaction = null;
  }

  private closeGroup(trailer: Segment): void {
    if (this.transaction) this.missing('SE', trailer);
    this.transaction = null;
    const { group } = this;
    if (!group) return this.stray(trailer, 'A GE segment closes no group');
    group.trailer = trailer;
    this.count(trailer, 'transactions', this.transactions);
    this.control(trailer, group.control);
    this.group = null;
  }

  private closeInterchange(trailer: Segment): void {
    if (this.group) this.missing('GE', trailer);
    this.group = null;
    this.transaction = null;
    const { interchange } = this;
    if (!interchange) return this.stray(trailer, 'An IEA segment closes no interchange');
    interchange.trailer = trailer;
    this.count(trailer, 'groups', this.groups);
    this.control(trailer, interchange.control);
    this.interchange = null;
  }

  private count(trailer: Segment, what: string, counted: number): void {
    const said = trailer.element(1).trim();
    if (Number(said) === counted && said !== '') return;
    const words = `${trailer.id} says ${said || 'nothing'} ${what}, and there are ${String(counted)}`;
    this.say('count-differs', trailer, words);
  }

  private control(trailer: Segment, expected: string): void {
    const said = trailer.element(2);
    if (withoutZeros(said) === withoutZeros(expected)) return;
    const words = `${trailer.id} has the control number ${said || '(none)'}, and its header has ${expected || '(none)'}`;
    this.say('control-differs', trailer, words);
  }

  private missing(id: string, before: Segment): void {
    this.say('no-trailer', before, `A segment ${id} is missing before this ${before.id}`);
  }

  private stray(segment: Segment, words: string): void {
    this.say('stray-segment', segment, words);
  }

  private say(kind: Fault['kind'], segment: Segment, words: string): void {
    this.faults.push(faultAt(kind, segment, words));
  }
}

function withoutZeros(control: string): string {
  return control.trim().replace(/^0+(?=.)/, '');
}
