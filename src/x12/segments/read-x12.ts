import { EnvelopeWalk } from './envelopes';
import type { Fault } from './fault';
import { X12File } from './interchange';
import { SegmentSplitter } from './split-segments';

/**
 * Reads a file of X12 interchanges, whatever its delimiters, with line breaks or without. Nothing is lost:
 * `toString()` of the answer is the text. Never throws: what is wrong with the form is in `faults`.
 */
export function readX12(text: string): X12File {
  const faults: Fault[] = [];
  const splitter = new SegmentSplitter(faults);
  const segments = [...splitter.push(text), ...splitter.end()];
  const walk = new EnvelopeWalk(faults);
  for (const segment of segments) walk.take(segment);
  walk.end(splitter.isCut);
  return new X12File(splitter.before, segments, splitter.after, walk.interchanges, faults);
}
