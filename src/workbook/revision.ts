/**
 * Hidden names by which a window notices that another one wrote since it read. Every request that writes begins by
 * deleting the names that were read and adding the next one: where they are not there any more, Excel ends the request
 * before anything is written. `revisions` change with each request; `anchors` only when no revision was there, so that a
 * window that read the workbook before the first one cannot begin again.
 */
export interface Revision {
  readonly anchors: readonly string[];
  readonly revisions: readonly string[];
  /** Names of the user's own that look like them: they are left alone, and no name is added that is one of them. */
  readonly taken: readonly string[];
  /** The total row of the Activity sheet was switched off by a request that did not come to its end. */
  readonly isTotalOff: boolean;
}

/** Is there while the total row of the Activity sheet is switched off, since no row of that sheet says so yet. */
export const TOTAL_OFF = 'Claimsheet.total';

const NAME = /^Claimsheet\.([ar])(\d{1,15})$/i;
/** What each of them stands for; somebody's own name stands for something. */
export const STANDS_FOR = '=0';

/** Those of a workbook's names that are Claimsheet's. */
export function revisionOf(names: readonly { name: string; formula: unknown }[]): Revision {
  const isTotalOff = ({ name }: { name: string }): boolean => name.toLowerCase() === TOTAL_OFF.toLowerCase();
  const alike = names.filter((each) => NAME.test(each.name) || isTotalOff(each));
  const isOwn = ({ formula }: { formula: unknown }): boolean =>
    String(formula).replace(/\s/g, '') === STANDS_FOR;
  const ofKind = (kind: string): string[] =>
    alike.flatMap((each) =>
      isOwn(each) && NAME.exec(each.name)?.[1]?.toLowerCase() === kind ? each.name : [],
    );
  return {
    anchors: ofKind('a'),
    revisions: ofKind('r'),
    taken: alike.flatMap((each) => (isOwn(each) ? [] : each.name)),
    isTotalOff: alike.some((each) => isTotalOff(each) && isOwn(each)),
  };
}

/** The names after the next request that writes. `runs`: runs so far, as the Activity sheet numbers them. */
export function nextRevision(revision: Revision, runs: number): Revision {
  const { anchors, revisions, taken } = revision;
  const isTaken = new Set(taken.map((name) => name.toLowerCase()));
  const numbers = [...anchors, ...revisions].map((name) => Number(NAME.exec(name)?.[2] ?? 0));
  let number = 1 + numbers.reduce((largest, each) => Math.max(largest, each), runs);
  const names = (): [string, string] => [`Claimsheet.a${String(number)}`, `Claimsheet.r${String(number)}`];
  while (names().some((name) => isTaken.has(name.toLowerCase()))) number++;
  const [anchor, next] = names();
  return { ...revision, anchors: revisions.length > 0 ? anchors : [anchor], revisions: [next] };
}

export function isSameRevision(one: Revision, other: Revision): boolean {
  return [...one.revisions].sort().join() === [...other.revisions].sort().join();
}
