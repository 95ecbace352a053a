import { delimitersOfIsa, ISA_LENGTH, type Delimiters } from './delimiters';
import { interchangesOf } from './envelopes';
import { faultAt, type Fault } from './fault';
import { X12File } from './interchange';
import { Segment } from './segment';

const BLANK = /[\s\uFEFF]/;
/** ISA and an element separator: not the beginning of a word. */
const ISA = /(?<![A-Za-z0-9])ISA[^A-Za-z0-9\s]/;

/**
 * Reads a file of X12 interchanges, whatever its delimiters, with line breaks or without. Nothing is lost:
 * `toString()` of the answer is the text. Never throws: what is wrong with the form is in `faults`.
 */
export function readX12(text: string): X12File {
  const faults: Fault[] = [];
  const start = text.search(ISA);
  if (start < 0) return new X12File(text, [], '', [], [noIsa(text)]);
  const before = text.slice(0, start);
  if (/[^\s\uFEFF]/.test(before)) {
    faults.push({
      kind: 'text-before-isa',
      words: 'The file has text in front of its ISA segment.',
      place: null,
    });
  }
  const { segments, after, isCut } = readSegments(text, start, faults);
  const interchanges = interchangesOf(segments, isCut, faults);
  return new X12File(before, segments, after, interchanges, faults);
}

function noIsa(text: string): Fault {
  return /[^\s\uFEFF]/.test(text)
    ? {
        kind: 'no-isa',
        words: 'This is no X12 file: it has no ISA segment, with which every such file begins.',
        place: null,
      }
    : { kind: 'empty', words: 'The file is empty.', place: null };
}

function readSegments(text: string, start: number, faults: Fault[]) {
  const segments: Segment[] = [];
  const bytes = byteCounter(text);
  let delimiters: Delimiters | null = null;
  let at = start;
  let after = '';
  let isCut = false;
  while (at < text.length) {
    const begin = skipBlanks(text, at);
    if (begin >= text.length) {
      after = text.slice(at);
      break;
    }
    const isHeader = ISA.test(text.slice(begin, begin + 4));
    if (isHeader) delimiters = delimitersOfIsa(text, begin);
    if (delimiters === null) {
      after = text.slice(at);
      isCut = true;
      faults.push({
        kind: 'isa-broken',
        words: 'The ISA segment is cut off or broken, so that the file cannot be taken apart.',
        place: { number: segments.length + 1, offset: bytes(begin) },
      });
      break;
    }
    const end = text.indexOf(delimiters.segment, begin);
    const place = { number: segments.length + 1, offset: bytes(begin) };
    const raw = text.slice(begin, end < 0 ? text.length : end);
    const segment = new Segment(
      raw,
      delimiters,
      place,
      text.slice(at, begin),
      end < 0 ? '' : delimiters.segment,
    );
    segments.push(segment);
    if (isHeader && raw.length + 1 !== ISA_LENGTH) {
      const length = `${String(raw.length + 1)} characters instead of ${String(ISA_LENGTH)}`;
      faults.push(faultAt('isa-length', segment, `The ISA segment has ${length}; many readers refuse it`));
    }
    if (end < 0 && segment.id !== 'IEA') {
      isCut = true;
      faults.push(faultAt('cut-off', segment, 'The file is cut off in the middle of a segment'));
    }
    at = end < 0 ? text.length : end + 1;
  }
  return { segments, after, isCut };
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && BLANK.test(text.charAt(next))) next += 1;
  return next;
}

/** Bytes in UTF-8 before a place; places must be asked for in order. */
function byteCounter(text: string): (place: number) => number {
  let counted = 0;
  let bytes = 0;
  return (place) => {
    for (; counted < place; counted++) {
      const code = text.charCodeAt(counted);
      const isHalf = code >= 0xd800 && code <= 0xdfff;
      bytes += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3;
    }
    return bytes;
  };
}
