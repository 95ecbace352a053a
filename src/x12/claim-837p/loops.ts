import type { Segment } from '../segments/segment';

/** Where a loop begins: after which part of the file, with which segment and first element. */
interface LoopStart {
  /** The loops in which it may begin, by how their names begin. */
  inside: RegExp;
  segment: string;
  /** First element; HL is told apart by its third. Left out: any. */
  says?: string;
  loop: string;
}

const HEADER = /^(ST|1000)/;
const BILLING = /^(2000A|2010A)/;
const SUBSCRIBER = /^(2000B|2010B)/;
const PATIENT = /^(2000C|2010C)/;
const CLAIM = /^(2300|2305|231)/;
const OTHER_PAYER = /^(2320|2330)/;
const LINE = /^(24)/;

/** The loops of 005010X222A1, in the order of the guide. */
const LOOP_STARTS: readonly LoopStart[] = [
  { inside: HEADER, segment: 'NM1', says: '41', loop: '1000A' },
  { inside: HEADER, segment: 'NM1', says: '40', loop: '1000B' },
  { inside: /./, segment: 'HL', says: '20', loop: '2000A' },
  { inside: BILLING, segment: 'NM1', says: '85', loop: '2010AA' },
  { inside: BILLING, segment: 'NM1', says: '87', loop: '2010AB' },
  { inside: BILLING, segment: 'NM1', says: 'PE', loop: '2010AC' },
  { inside: /./, segment: 'HL', says: '22', loop: '2000B' },
  { inside: SUBSCRIBER, segment: 'NM1', says: 'IL', loop: '2010BA' },
  { inside: SUBSCRIBER, segment: 'NM1', says: 'PR', loop: '2010BB' },
  { inside: /./, segment: 'HL', says: '23', loop: '2000C' },
  { inside: PATIENT, segment: 'NM1', says: 'QC', loop: '2010CA' },
  { inside: /./, segment: 'CLM', loop: '2300' },
  { inside: CLAIM, segment: 'NM1', says: 'DN', loop: '2310A' },
  { inside: CLAIM, segment: 'NM1', says: 'P3', loop: '2310A' },
  { inside: CLAIM, segment: 'NM1', says: '82', loop: '2310B' },
  { inside: CLAIM, segment: 'NM1', says: '77', loop: '2310C' },
  { inside: CLAIM, segment: 'NM1', says: 'DQ', loop: '2310D' },
  { inside: CLAIM, segment: 'NM1', says: 'PW', loop: '2310E' },
  { inside: CLAIM, segment: 'NM1', says: '45', loop: '2310F' },
  { inside: /^(23)/, segment: 'SBR', loop: '2320' },
  { inside: OTHER_PAYER, segment: 'NM1', says: 'IL', loop: '2330A' },
  { inside: OTHER_PAYER, segment: 'NM1', says: 'PR', loop: '2330B' },
  { inside: OTHER_PAYER, segment: 'NM1', says: 'DN', loop: '2330C' },
  { inside: OTHER_PAYER, segment: 'NM1', says: '82', loop: '2330D' },
  { inside: OTHER_PAYER, segment: 'NM1', says: '77', loop: '2330E' },
  { inside: OTHER_PAYER, segment: 'NM1', says: 'DQ', loop: '2330F' },
  { inside: OTHER_PAYER, segment: 'NM1', says: '85', loop: '2330G' },
  { inside: /^2[34]/, segment: 'LX', loop: '2400' },
  { inside: LINE, segment: 'LIN', loop: '2410' },
  { inside: LINE, segment: 'NM1', says: '82', loop: '2420A' },
  { inside: LINE, segment: 'NM1', says: 'QB', loop: '2420B' },
  { inside: LINE, segment: 'NM1', says: '77', loop: '2420C' },
  { inside: LINE, segment: 'NM1', says: 'DQ', loop: '2420D' },
  { inside: LINE, segment: 'NM1', says: 'DK', loop: '2420E' },
  { inside: LINE, segment: 'NM1', says: 'DN', loop: '2420F' },
  { inside: LINE, segment: 'SVD', loop: '2430' },
  { inside: LINE, segment: 'LQ', loop: '2440' },
];

/** The loop a segment stands in, given the one before it; SE stands outside of all. */
export function loopOf(segment: Segment, before: string): string {
  if (segment.id === 'ST' || segment.id === 'SE') return segment.id;
  const says = segment.element(segment.id === 'HL' ? 3 : 1);
  const start = LOOP_STARTS.find(
    (one) =>
      one.segment === segment.id && (one.says === undefined || one.says === says) && one.inside.test(before),
  );
  return start?.loop ?? before;
}
