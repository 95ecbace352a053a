import type { Delimiters } from './delimiters';

/** Where a segment stands in its file. */
export interface SegmentPlace {
  /** From 1, over the whole file. */
  number: number;
  /** Bytes before it, as an editor that shows offsets would count them (UTF-8). */
  offset: number;
  /** Line of the file, from 1, where the segment begins. */
  line: number;
}

/**
 * One segment, read with the names of the standard: `segment.element(9)` of an NM1 is NM109. What is not there is an
 * empty text, as in a file. Nothing is interpreted, so what is not known is kept.
 */
export class Segment {
  readonly id: string;
  private readonly values: readonly string[];

  constructor(
    /** As written, without terminator. */
    readonly raw: string,
    readonly delimiters: Delimiters,
    readonly place: SegmentPlace,
    /** Blanks and line breaks in front of it. */
    readonly lead = '',
    /** Empty when the file ends without one. */
    readonly terminator: string = delimiters.segment,
  ) {
    const [id = '', ...values] = raw.replace(/[\r\n]+/g, '').split(delimiters.element);
    this.id = id.trim();
    this.values = values;
  }

  /** How many elements it has. */
  get length(): number {
    return this.values.length;
  }

  /** The element with this number, counted from 1; with its components and repetitions unparted. */
  element(number: number): string {
    return this.values[number - 1] ?? '';
  }

  /** The components of an element, e.g. those of SV101. */
  components(number: number): string[] {
    return this.element(number).split(this.delimiters.component);
  }

  /** One component, counted from 1: `component(5, 3)` of a CLM is CLM05-3. */
  component(number: number, part: number): string {
    return this.components(number)[part - 1] ?? '';
  }

  repetitions(number: number): string[] {
    const { repetition } = this.delimiters;
    return repetition === null ? [this.element(number)] : this.element(number).split(repetition);
  }

  /** As it stood in the file, byte for byte. */
  toString(): string {
    return this.lead + this.raw + this.terminator;
  }
}
