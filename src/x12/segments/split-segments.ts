import { delimitersOfIsa, ISA_LENGTH, type Delimiters } from './delimiters';
import { faultAt, type Fault } from './fault';
import { Segment } from './segment';

/** ISA and an element separator: not the beginning of a word. */
const ISA = /(?<![A-Za-z0-9])ISA[^A-Za-z0-9\s]/;
const NOT_BLANK = /[^\s\uFEFF]/;
/** An ISA segment is only read when the group header behind it is there as well, or the file has ended. */
const ENOUGH_FOR_HEADERS = 1024;

/**
 * Takes a file apart as its pieces come in, so that a large one need never be in memory whole. What it returns,
 * written one behind the other between `before` and `after`, is the file. Never throws: what is wrong is in `faults`.
 */
export class SegmentSplitter {
  /** What stood in front of the first ISA. */
  before = '';
  /** What stood after the last segment; known at the end. */
  after = '';
  /** Whether the file ends in the middle of a segment. */
  isCut = false;
  private rest = '';
  private started = false;
  private delimiters: Delimiters | null = null;
  private number = 0;
  private offset = 0;
  private line = 1;

  constructor(private readonly faults: Fault[]) {}

  /** The segments that are complete with this piece. */
  push(piece: string): Segment[] {
    this.rest += piece;
    return this.read(false);
  }

  /** The last segment, where the file ends without a terminator. */
  end(): Segment[] {
    const segments = this.read(true);
    if (!this.started) this.noIsa();
    return segments;
  }

  private read(isLast: boolean): Segment[] {
    const segments: Segment[] = [];
    if (this.after !== '' || !this.start(isLast)) return segments;
    const text = this.rest;
    let at = 0;
    while (at < text.length) {
      const begin = skipBlanks(text, at);
      if (begin >= text.length) break;
      if (!isLast && text.length - begin < 4) break;
      const isHeader = text.startsWith('ISA', begin) && ISA.test(text.slice(begin, begin + 4));
      if (isHeader && !isLast && text.length - begin < ENOUGH_FOR_HEADERS) break;
      if (isHeader) this.delimiters = delimitersOfIsa(text, begin);
      if (this.delimiters === null) {
        this.pass(text, at, begin);
        this.brokenIsa();
        this.after = text.slice(at);
        return segments;
      }
      const end = text.indexOf(this.delimiters.segment, begin);
      if (end < 0 && !isLast) break;
      segments.push(this.segment(text, at, begin, end, isHeader));
      at = end < 0 ? text.length : end + 1;
    }
    this.rest = text.slice(at);
    if (isLast) this.after = this.rest;
    return segments;
  }

  private segment(text: string, at: number, begin: number, end: number, isHeader: boolean): Segment {
    const delimiters = this.delimiters as Delimiters;
    this.pass(text, at, begin);
    const place = { number: ++this.number, offset: this.offset, line: this.line };
    const raw = text.slice(begin, end < 0 ? text.length : end);
    const terminator = end < 0 ? '' : delimiters.segment;
    const segment = new Segment(raw, delimiters, place, text.slice(at, begin), terminator);
    this.pass(text, begin, end < 0 ? text.length : end + 1);
    if (isHeader && raw.length + 1 !== ISA_LENGTH) {
      const length = `${String(raw.length + 1)} characters instead of ${String(ISA_LENGTH)}`;
      this.faults.push(
        faultAt('isa-length', segment, `The ISA segment has ${length}; many readers refuse it`),
      );
    }
    if (end < 0 && segment.id !== 'IEA') {
      this.isCut = true;
      this.faults.push(faultAt('cut-off', segment, 'The file is cut off in the middle of a segment'));
    }
    return segment;
  }

  /** Passes over what stands in front of the first ISA; false while there is none. */
  private start(isLast: boolean): boolean {
    if (this.started) return true;
    const start = this.rest.search(ISA);
    if (start < 0) {
      const kept = isLast ? 0 : Math.min(4, this.rest.length);
      this.before += this.rest.slice(0, this.rest.length - kept);
      this.rest = this.rest.slice(this.rest.length - kept);
      return false;
    }
    this.before += this.rest.slice(0, start);
    this.rest = this.rest.slice(start);
    this.started = true;
    this.pass(this.before, 0, this.before.length);
    if (NOT_BLANK.test(this.before)) {
      const words = 'The file has text in front of its ISA segment.';
      this.faults.push({ kind: 'text-before-isa', words, place: null });
    }
    return true;
  }

  private noIsa(): void {
    const words = 'This is no X12 file: it has no ISA segment, with which every such file begins.';
    this.faults.push(
      NOT_BLANK.test(this.before)
        ? { kind: 'no-isa', words, place: null }
        : { kind: 'empty', words: 'The file is empty.', place: null },
    );
  }

  private brokenIsa(): void {
    this.isCut = true;
    this.faults.push({
      kind: 'isa-broken',
      words: 'The ISA segment is cut off or broken, so that the file cannot be taken apart.',
      place: { number: this.number + 1, offset: this.offset, line: this.line },
    });
  }

  /** Counts the bytes in UTF-8 and the lines of what was read. */
  private pass(text: string, from: number, to: number): void {
    for (let at = from; at < to; at++) {
      const code = text.charCodeAt(at);
      const isHalf = code >= 0xd800 && code <= 0xdfff;
      this.offset += code < 0x80 ? 1 : code < 0x800 || isHalf ? 2 : 3;
      if (code === 10) this.line += 1;
    }
  }
}

function skipBlanks(text: string, at: number): number {
  let next = at;
  while (next < text.length && isBlank(text.charCodeAt(next))) next += 1;
  return next;
}

function isBlank(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  return /[\s\uFEFF]/.test(String.fromCharCode(code));
}
