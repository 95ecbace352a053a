import type { ElementValue } from '../segments/write-x12';

/** What stands in an element: always the same text, or what the context gives. */
export type ElementSource<Context> = string | ((context: Context) => ElementValue);

/** When a segment is sent, in words and as a test; both say the same. */
export interface Condition<Context> {
  words: string;
  holds: (context: Context) => boolean;
}

/** One segment of the implementation guide: where it stands, what it says, when it is sent, who says so. */
export interface SegmentEntry<Context> {
  /** As in the guide: `2010BA`. Envelopes and the header of the transaction have no loop: `ISA`, `ST`. */
  loop: string;
  segment: string;
  /** Our own name for it. */
  name: string;
  /** Left out: always. */
  when?: Condition<Context>;
  /** By element number, from 1; what is left out is empty. */
  elements: Readonly<Record<number, ElementSource<Context>>>;
  source: string;
}

/** A segment ready to be written. */
export interface BuiltSegment {
  loop: string;
  id: string;
  elements: ElementValue[];
}

/** The segments that a table gives for a context, in the order of the table. */
export function build<Context>(table: readonly SegmentEntry<Context>[], context: Context): BuiltSegment[] {
  return table
    .filter(({ when }) => when?.holds(context) ?? true)
    .map(({ loop, segment, elements }) => ({ loop, id: segment, elements: elementsOf(elements, context) }));
}

function elementsOf<Context>(
  elements: Readonly<Record<number, ElementSource<Context>>>,
  context: Context,
): ElementValue[] {
  // Whole numbers as keys come in their own order, whatever the order of writing.
  const last = Number(Object.keys(elements).at(-1));
  return Array.from({ length: last }, (_, index) => {
    const source = elements[index + 1] ?? '';
    return typeof source === 'function' ? source(context) : source;
  });
}

/** The guides that the entries of the tables come from. */
export const SOURCES = {
  guide: '005010X222A1 (837 professional), as laid out in its published machine-readable maps',
  envelope: 'X12.5 interchange control, X12.6 application control; 005010X222A1 appendix C',
  rfi2281: '005010X222A1; X12 request for interpretation 2281: only where the patient is the subscriber',
  rfi1990: '005010X222A1; X12 requests for interpretation 282, 1317 and 1990: an employer as subscriber',
  openemr: '005010X222A1; OpenEMR sends it so to clearinghouses in production',
} as const;
