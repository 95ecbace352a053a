import type { Segment } from '../segments/segment';

/** A segment with the loop that it stands in. */
export interface LocatedSegment {
  loop: string;
  segment: Segment;
}

/** Everything a file says of one claim, that of the levels above it included, in order. */
export class SentClaim {
  constructor(
    /** ISA13 and ST02 of the file that carries it. */
    readonly interchange: string,
    readonly transaction: string,
    readonly segments: readonly LocatedSegment[],
  ) {}

  /** CLM01. */
  get account(): string {
    return this.find('2300', 'CLM')?.element(1) ?? '';
  }

  /** The first segment of a loop with this name and, if given, this first element: `find('2010BA', 'REF', 'Y4')`. */
  find(loop: string, id: string, qualifier?: string): Segment | null {
    return this.all(loop, id, qualifier)[0] ?? null;
  }

  all(loop: string, id: string, qualifier?: string): Segment[] {
    return this.segments
      .filter(
        (one) =>
          one.loop === loop &&
          one.segment.id === id &&
          (qualifier === undefined || one.segment.element(1) === qualifier),
      )
      .map(({ segment }) => segment);
  }

  /** The service lines: each the segments from its LX on. */
  get lines(): SentClaim[] {
    const lines: LocatedSegment[][] = [];
    for (const located of this.segments) {
      if (!located.loop.startsWith('24')) continue;
      if (located.segment.id === 'LX') lines.push([]);
      lines.at(-1)?.push(located);
    }
    return lines.map((segments) => new SentClaim(this.interchange, this.transaction, segments));
  }
}
