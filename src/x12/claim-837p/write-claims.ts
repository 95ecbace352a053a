import type { Claim } from '../../billing/claims/claim';
import { segmentsText, segmentText } from '../segments/write-x12';
import { CLAIM_SEGMENTS, LINE_SEGMENTS } from './claim-segments';
import { patientIsSubscriber } from './claim-values';
import { HEADER_SEGMENTS, isaText, TRAILER_SEGMENTS } from './envelope-segments';
import { BILLING_SEGMENTS, PATIENT_SEGMENTS, SUBSCRIBER_SEGMENTS, type LevelContext } from './party-segments';
import { MAX_CONTROL, type FileStamp, type TransmissionSettings } from './settings';
import { build, type BuiltSegment, type SegmentEntry } from './table';

/** One subscriber or patient holds at most so many claims (005010X222A1, loop 2300). */
const MAX_CLAIMS_A_LEVEL = 100;

/**
 * An 837P file (005010X222A1) of claims that are ready to be sent: one interchange, one group, one transaction. Claims
 * of the same billing provider, subscriber and patient stand under one level each. At least one claim.
 */
export function writeClaims(
  claims: readonly Claim[],
  settings: TransmissionSettings,
  stamp: FileStamp,
): string {
  if (claims.length === 0) throw new RangeError('a file of no claims');
  if (!Number.isInteger(stamp.control) || stamp.control < 1 || stamp.control > MAX_CONTROL) {
    throw new RangeError(`${String(stamp.control)} is not a control number`);
  }
  const [isa, gs, ...opening] = build(HEADER_SEGMENTS, { settings, stamp });
  const transaction = [...opening, ...levels(claims, settings)];
  const closing = build(TRAILER_SEGMENTS, { settings, stamp, segments: transaction.length + 1 });
  const body = [...(gs ? [gs] : []), ...transaction, ...closing].map(({ id, elements }) =>
    segmentText(id, elements),
  );
  return segmentsText([isaText(isa?.elements ?? []), ...body], settings);
}

/** A level of the hierarchy with the levels under it. */
interface Level {
  table: readonly SegmentEntry<LevelContext>[];
  /** Any claim in it: they all say the same here. */
  claim: Claim;
  children: Map<string, Level>;
  claims: Claim[];
}

function levels(claims: readonly Claim[], settings: TransmissionSettings): BuiltSegment[] {
  const top = new Map<string, Level>();
  for (const claim of claims) {
    let level = levelIn(top, BILLING_SEGMENTS, claim);
    level = levelIn(level.children, SUBSCRIBER_SEGMENTS, claim);
    if (!patientIsSubscriber(claim)) level = levelIn(level.children, PATIENT_SEGMENTS, claim);
    level.claims.push(claim);
  }
  let number = 0;
  const walk = (siblings: Map<string, Level>, parent: number): BuiltSegment[] =>
    [...siblings.values()].flatMap(({ table, claim, children, claims: own }) => {
      const level = (number += 1);
      return [
        ...build(table, { claim, level, parent }),
        ...own.flatMap((one) => claimSegments(one, settings)),
        ...walk(children, level),
      ];
    });
  return walk(top, 0);
}

/** The level that says the same, with room for another claim; else a new one. */
function levelIn(
  siblings: Map<string, Level>,
  table: readonly SegmentEntry<LevelContext>[],
  claim: Claim,
): Level {
  const says = JSON.stringify(build(table, { claim, level: 0, parent: 0 }));
  for (let copy = 1; ; copy++) {
    const key = `${String(copy)} ${says}`;
    const known = siblings.get(key);
    if (known && known.claims.length < MAX_CLAIMS_A_LEVEL) return known;
    if (!known) {
      const level: Level = { table, claim, children: new Map(), claims: [] };
      siblings.set(key, level);
      return level;
    }
  }
}

function claimSegments(claim: Claim, settings: TransmissionSettings): BuiltSegment[] {
  return [
    ...build(CLAIM_SEGMENTS, { claim, settings }),
    ...claim.lines.flatMap((line, index) => build(LINE_SEGMENTS, { line, number: index + 1 })),
  ];
}
