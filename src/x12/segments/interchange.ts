import type { Fault } from './fault';
import type { Segment } from './segment';

/** ST to SE, both included. */
export interface Transaction {
  header: Segment;
  trailer: Segment | null;
  /** All segments, header and trailer too. */
  segments: Segment[];
  /** ST01: 837, 835, 999, 277. */
  kind: string;
  /** ST02. */
  control: string;
  /** ST03, else GS08: 005010X222A1. */
  version: string;
}

/** GS to GE. */
export interface FunctionalGroup {
  header: Segment;
  trailer: Segment | null;
  transactions: Transaction[];
  /** GS06. */
  control: string;
}

/** ISA to IEA. */
export interface Interchange {
  header: Segment;
  trailer: Segment | null;
  groups: FunctionalGroup[];
  /** TA1 and others that stand outside of groups. */
  loose: Segment[];
  /** ISA13. */
  control: string;
  /** ISA15. */
  isTest: boolean;
}

/** A file as read: everything that was in it, in order, and what is wrong with its form. */
export class X12File {
  constructor(
    /** What stood in front of the first ISA: a byte-order mark, blanks, or text that does not belong there. */
    readonly before: string,
    readonly segments: readonly Segment[],
    /** What stood after the last segment. */
    readonly after: string,
    readonly interchanges: readonly Interchange[],
    readonly faults: readonly Fault[],
  ) {}

  /** Every transaction of a kind, in order. */
  transactions(kind: string): Transaction[] {
    return this.interchanges
      .flatMap(({ groups }) => groups)
      .flatMap(({ transactions }) => transactions)
      .filter((transaction) => transaction.kind === kind);
  }

  /** The file, byte for byte. */
  toString(): string {
    return this.before + this.segments.map(String).join('') + this.after;
  }
}
