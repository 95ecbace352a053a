import type { Segment, SegmentPlace } from './segment';

/** What can be wrong with the form of a file, whatever it says. */
export type FaultKind =
  | 'empty'
  | 'no-isa'
  | 'text-before-isa'
  | 'isa-broken'
  | 'isa-length'
  | 'cut-off'
  | 'no-trailer'
  | 'stray-segment'
  | 'count-differs'
  | 'control-differs'
  | 'control-repeated'
  | 'not-this-kind'
  | 'value-missing'
  | 'value-unreadable';

/** A fault of a file: data, never thrown. One file may have many. */
export interface Fault {
  kind: FaultKind;
  /** One plain sentence. */
  words: string;
  place: SegmentPlace | null;
}

export function faultAt(kind: FaultKind, segment: Segment, words: string): Fault {
  return { kind, words: `${words} (segment ${String(segment.place.number)})`, place: segment.place };
}
