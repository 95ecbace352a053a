/**
 * Hidden names by which a window notices that another one wrote since it read. Every request that writes begins by
 * deleting the names that were read and adding the next one: where they are not there any more, Excel ends the request
 * before anything is written. `revisions` change with each request; `anchors` only when no revision was there, so that a
 * window that read the workbook before the first one cannot begin again.
 */
export interface Revision {
  readonly anchors: readonly string[];
  readonly revisions: readonly string[];
}

const NAME = /^Claimsheet\.([ar])(\d{1,9})$/i;

/** Those of a workbook's names that are Claimsheet's. */
export function revisionOf(names: readonly string[]): Revision {
  const ofKind = (kind: string): string[] =>
    names.filter((name) => NAME.exec(name)?.[1]?.toLowerCase() === kind);
  return { anchors: ofKind('a'), revisions: ofKind('r') };
}

/** The names after the next request that writes. `runs`: runs so far, as the Activity sheet numbers them. */
export function nextRevision({ anchors, revisions }: Revision, runs: number): Revision {
  const numbers = [...anchors, ...revisions].map((name) => Number(NAME.exec(name)?.[2] ?? 0));
  const number = String(1 + numbers.reduce((largest, each) => Math.max(largest, each), runs));
  return {
    anchors: revisions.length > 0 ? anchors : [`Claimsheet.a${number}`],
    revisions: [`Claimsheet.r${number}`],
  };
}

export function isSameRevision(one: Revision, other: Revision): boolean {
  return [...one.revisions].sort().join() === [...other.revisions].sort().join();
}
