import type { Claim } from '../../billing/claims/claim';
import { addAll } from '../../billing/values/lists';
import type { Fault } from '../segments/fault';
import { faultAt } from '../segments/fault';
import type { Interchange, Transaction, X12File } from '../segments/interchange';
import { readX12 } from '../segments/read-x12';
import { claimOf } from './claim-of-segments';
import { loopOf } from './loops';
import { SentClaim, type LocatedSegment } from './sent-claim';

/** One claim of a file: its segments, all of them, and its values where they could be read. */
export interface ReadClaim {
  account: string;
  sent: SentClaim;
  /** Null where something that every claim of ours has is not there; a fault says what. */
  claim: Claim | null;
}

export interface ClaimsFile {
  file: X12File;
  /** Every segment of every 837 with its loop; none is left out. */
  segments: LocatedSegment[];
  claims: ReadClaim[];
  faults: Fault[];
}

/** Reads an 837P back: what was sent, claim by claim. Never throws; faults are collected. */
export function readClaims(text: string): ClaimsFile {
  const file = readX12(text);
  const faults = [...file.faults];
  const segments: LocatedSegment[] = [];
  const claims: ReadClaim[] = [];
  for (const interchange of file.interchanges) {
    for (const transaction of interchange.groups.flatMap(({ transactions }) => transactions)) {
      if (transaction.kind !== '837') {
        const words = `This part of the file is no claims but a transaction ${transaction.kind || 'without a kind'}`;
        faults.push(faultAt('not-this-kind', transaction.header, words));
        continue;
      }
      const located = locate(transaction);
      addAll(segments, located);
      addAll(claims, claimsOf(located, interchange, transaction, faults));
    }
  }
  return { file, segments, claims, faults };
}

function locate({ segments }: Transaction): LocatedSegment[] {
  let loop = 'ST';
  return segments.map((segment) => ({ segment, loop: (loop = loopOf(segment, loop)) }));
}

/** Each claim with the levels above it: header, billing provider, subscriber and, if any, patient. */
function claimsOf(
  located: readonly LocatedSegment[],
  interchange: Interchange,
  transaction: Transaction,
  faults: Fault[],
): ReadClaim[] {
  const levels: Record<LevelName, LocatedSegment[]> = { header: [], A: [], B: [], C: [] };
  const claims: LocatedSegment[][] = [];
  let own: LocatedSegment[] | null = null;
  for (const one of located) {
    const level = levelOf(one.loop);
    if (one.segment.id === 'HL' && level) {
      for (const below of BELOW[level]) levels[below] = [];
    }
    if (one.segment.id === 'CLM') {
      own = [...levels.header, ...levels.A, ...levels.B, ...levels.C];
      claims.push(own);
    }
    if (level) levels[level].push(one);
    else if (one.segment.id !== 'SE') own?.push(one);
  }
  return claims.map((segments) => {
    const sent = new SentClaim(interchange.control, transaction.control, segments);
    return { account: sent.account, sent, claim: claimOf(sent, faults) };
  });
}

type LevelName = 'header' | 'A' | 'B' | 'C';

/** What a new level ends: itself and those under it. */
const BELOW: Readonly<Record<LevelName, readonly LevelName[]>> = {
  header: ['header', 'A', 'B', 'C'],
  A: ['A', 'B', 'C'],
  B: ['B', 'C'],
  C: ['C'],
};

function levelOf(loop: string): LevelName | null {
  if (/^(ST|1000)/.test(loop)) return 'header';
  const level = /^20[01]0([ABC])/.exec(loop)?.[1];
  return level === 'A' || level === 'B' || level === 'C' ? level : null;
}
