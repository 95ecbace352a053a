import { addDays, byDay, LAST_DAY, parseIso, type Day } from '../values/day';
import { NCCI_PAIRS } from './data/ncci-pairs';
import { editionOf, standingOf, type Edition, type Standing, type WrittenEdition } from './edition';

/**
 * One row of the NCCI procedure-to-procedure table: column 2 is not paid with column 1 on one date for one patient
 * and practitioner. Indicator 0: never; 1: allowed with an NCCI modifier when truly distinct; 9: withdrawn, as if it
 * had never been.
 */
export interface PairEdit {
  column1: string;
  column2: string;
  indicator: 0 | 1 | 9;
  /** First day it held; null when the edition does not say. */
  from: Day | null;
  /** Last day it held; null while it holds. */
  to: Day | null;
}

export interface PairTable {
  edition: Edition;
  /** The codes the table was asked about; null when it has all codes. */
  covered: ReadonlySet<string> | null;
  /** Rows by the two codes in alphabetic order, `97124 97140`. */
  edits: ReadonlyMap<string, readonly PairEdit[]>;
}

export type PairVerdict = { edition: Edition; standing: Standing } & (
  | { kind: 'edit'; column1: string; column2: string; indicator: 0 | 1; from: Day | null; to: Day | null }
  /** No edit on the date. `other` is the last row of the pair, ended or not begun; a withdrawn one if it has only such. */
  | { kind: 'none'; other: PairEdit | null }
  /** The table knows nothing about these codes. */
  | { kind: 'not-covered'; codes: string[] }
);

/** Judges two procedure codes on a date of service; their order does not matter. */
export function pairVerdict(a: string, b: string, day: Day, table: PairTable = shippedPairs()): PairVerdict {
  const { edition, covered } = table;
  const about = { edition, standing: standingOf(day, edition) };
  const strange = [...new Set([a, b])].filter((code) => covered !== null && !covered.has(code));
  if (strange.length > 0) return { ...about, kind: 'not-covered', codes: strange };
  const rows = table.edits.get(keyOf(a, b)) ?? [];
  const holding = rows.find((row) => (row.from ?? -Infinity) <= day && day <= (row.to ?? Infinity));
  if (holding && holding.indicator !== 9) {
    const { column1, column2, indicator, from, to } = holding;
    return { ...about, kind: 'edit', column1, column2, indicator, from, to };
  }
  const real = rows.filter((row) => row.indicator !== 9);
  return { ...about, kind: 'none', other: real.at(-1) ?? rows.at(-1) ?? null };
}

/** Days on which what is said of two codes becomes another: the first day of an edit, and the day after its last. */
export function pairChanges(a: string, b: string, { edits }: PairTable): Day[] {
  return (edits.get(keyOf(a, b)) ?? []).flatMap(({ from, to }) => [
    ...(from === null ? [] : [from]),
    ...(to === null ? [] : [addDays(to, 1)]),
  ]);
}

/**
 * Where two rows of a pair could hold on a day because their beginnings are not known, the one that ended first
 * held: the later one took its place.
 */
export function pairTable(edition: Edition, rows: readonly PairEdit[], coversAllCodes: boolean): PairTable {
  const edits = new Map<string, PairEdit[]>();
  for (const row of rows) {
    const key = keyOf(row.column1, row.column2);
    const same = edits.get(key);
    if (same) same.push(row);
    else edits.set(key, [row]);
  }
  for (const same of edits.values()) same.sort((x, y) => byDay(x.to ?? LAST_DAY, y.to ?? LAST_DAY));
  const covered = coversAllCodes ? null : new Set(rows.flatMap(({ column1, column2 }) => [column1, column2]));
  return { edition, covered, edits };
}

let shipped: PairTable | undefined;

/** The table that comes with the add-in, read on first use. */
export function shippedPairs(): PairTable {
  return (shipped ??= readPairs(NCCI_PAIRS));
}

/**
 * Reads the codes in order and lines like `a1 0:3,5 1-2019-12-31:1+2`: places in base 36, of column 2 as steps from the
 * one before, with the number of those that follow it at once.
 */
function readPairs(data: { edition: WrittenEdition; encoded: string }): PairTable {
  const [first = '', ...lines] = data.encoded.trim().split('\n');
  const codes = first.split(' ');
  const rows = lines.flatMap((line) => {
    const [column1 = '', ...groups] = line.split(' ');
    return groups.flatMap((group) => {
      const [held = '', runs = ''] = group.split(':');
      const indicator = indicatorOf(held.slice(0, 1));
      const to = held.length > 1 ? parseIso(held.slice(2)) : null;
      return placesOf(runs).map((place): PairEdit => ({
        column1: codes[parseInt(column1, 36)] ?? '',
        column2: codes[place] ?? '',
        indicator,
        from: null,
        to,
      }));
    });
  });
  return pairTable(editionOf(data.edition), rows, false);
}

function placesOf(runs: string): number[] {
  let last = -1;
  return runs.split(',').flatMap((run) => {
    const [step = '', more = '0'] = run.split('+');
    const places = Array.from({ length: parseInt(more, 36) + 1 }, (_, at) => last + parseInt(step, 36) + at);
    last = places.at(-1) ?? last;
    return places;
  });
}

function indicatorOf(text: string): PairEdit['indicator'] {
  return text === '0' ? 0 : text === '1' ? 1 : 9;
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
