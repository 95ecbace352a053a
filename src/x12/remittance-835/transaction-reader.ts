import type {
  ProviderAdjustment,
  RemittanceClaim,
  RemittanceEnd,
  RemittanceFault,
  RemittanceHeader,
  RemittanceLine,
  RemittanceParty,
} from '../../billing/payments/remittance/remittance';
import { plus, ZERO } from '../../billing/values/cents';
import { addAll } from '../../billing/values/lists';
import type { Segment } from '../segments/segment';
import { providerAdjustmentsOf } from './adjustment-segments';
import { CLAIM_SEGMENTS, emptyClaim, LINE_SEGMENTS, readClaim, readLine } from './claim-segments';
import { emptyHeader, HEADER_SEGMENTS, lacksOf, partyOf } from './header-segments';
import { placeOf, SegmentValues } from './segment-values';

/** What a remittance file yields, in the order of the file. A claim comes when all its segments were read. */
export type RemittanceEvent =
  | { kind: 'header'; header: RemittanceHeader }
  | { kind: 'claim'; header: RemittanceHeader; claim: RemittanceClaim }
  | { kind: 'end'; header: RemittanceHeader; end: RemittanceEnd }
  | { kind: 'fault'; fault: RemittanceFault };

/** Reads the segments of one 835 transaction, ST first; holds no more than the claim it is at. */
export class TransactionReader {
  private readonly header: RemittanceHeader;
  private readonly seen = new Set<string>();
  private isHeaderTold = false;
  private party: RemittanceParty | null = null;
  private claim: RemittanceClaim | null = null;
  private line: RemittanceLine | null = null;
  private claims = 0;
  private claimsPaid = ZERO;
  private readonly providerAdjustments: ProviderAdjustment[] = [];
  private readonly faults: RemittanceFault[] = [];

  constructor(st: Segment, interchange: { control: string; isTest: boolean }) {
    this.header = emptyHeader(st, interchange);
  }

  take(segment: Segment, tell: (event: RemittanceEvent) => void): void {
    switch (segment.id) {
      case 'ST':
      case 'SE':
        return;
      case 'CLP':
        return this.startClaim(segment, tell);
      case 'SVC':
        return this.startLine(segment);
      case 'LX':
      case 'TS2':
      case 'TS3':
        return this.closeClaim(tell);
      case 'PLB':
        this.closeClaim(tell);
        addAll(
          this.providerAdjustments,
          providerAdjustmentsOf(new SegmentValues(segment, this.faults, this.faults)),
        );
        return;
      default:
        this.read(segment);
    }
  }

  end(last: Segment, isComplete: boolean, tell: (event: RemittanceEvent) => void): void {
    this.closeClaim(tell);
    const { claims, claimsPaid, providerAdjustments, faults } = this;
    const end = { at: placeOf(last), isComplete, claims, claimsPaid, providerAdjustments, faults };
    tell({ kind: 'end', header: this.header, end });
  }

  private startClaim(segment: Segment, tell: (event: RemittanceEvent) => void): void {
    this.closeClaim(tell);
    const faults: RemittanceFault[] = [];
    const oddities: RemittanceFault[] = [];
    const values = new SegmentValues(segment, faults, oddities);
    this.claims += 1;
    this.claim = { ...emptyClaim(values, this.claims), faults, oddities };
    readClaim(values, this.claim);
    this.claimsPaid = plus(this.claimsPaid, this.claim.paid);
  }

  private startLine(segment: Segment): void {
    const { claim } = this;
    if (!claim) {
      this.faults.push({ words: 'An SVC segment stands outside of any claim', at: placeOf(segment) });
      return;
    }
    this.line = readLine(new SegmentValues(segment, claim.faults, claim.oddities));
    claim.lines.push(this.line);
  }

  /** By the innermost loop that knows the segment. */
  private read(segment: Segment): void {
    const { claim, line, header } = this;
    if (!claim) {
      if (this.isHeaderTold) return;
      const values = new SegmentValues(segment, header.faults, header.oddities);
      this.seen.add(segment.id === 'N1' ? `N1*${values.text(1)}` : segment.id);
      if (segment.id === 'N1') this.party = partyOf(values, header);
      else HEADER_SEGMENTS.get(segment.id)?.(values, header, this.party);
      return;
    }
    const values = new SegmentValues(segment, claim.faults, claim.oddities);
    const ofLine = line ? LINE_SEGMENTS.get(segment.id) : undefined;
    if (line && ofLine) ofLine(values, line);
    else CLAIM_SEGMENTS.get(segment.id)?.(values, claim);
  }

  private closeClaim(tell: (event: RemittanceEvent) => void): void {
    this.tellHeader(tell);
    if (this.claim) tell({ kind: 'claim', header: this.header, claim: this.claim });
    this.claim = null;
    this.line = null;
  }

  private tellHeader(tell: (event: RemittanceEvent) => void): void {
    if (this.isHeaderTold) return;
    this.isHeaderTold = true;
    lacksOf(this.header, this.seen);
    tell({ kind: 'header', header: this.header });
  }
}
